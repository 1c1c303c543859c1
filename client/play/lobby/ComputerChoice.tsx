import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { DIFFICULTIES, PERSONALITIES, TEMPERS, type Filler } from "#shared/model/match.ts";
import type { SeatView } from "#shared/model/view.ts";
import type { Reply } from "#shared/protocol/messages.ts";
import { t } from "../../i18n/t.ts";
import type { Connection } from "../../net/connection.ts";

interface Props {
  readonly connection: Connection;
  readonly seat: SeatView;
  readonly name: string;
  readonly onReply: (reply: Reply) => void;
}

/** Stands for a character chosen earlier: characters are shown to nobody before the end, so a reloaded page does not know it. */
const CHOSEN = "chosen";
const PLAIN = { temper: "steady", difficulty: "normal" } as const;

/** Empty, or a computer player of a certain character, temper and skill. */
export function ComputerChoice({ connection, seat, name, onReply }: Props): VNode {
  const [known, setKnown] = useState<Filler | null>(null);
  const { country } = seat;
  const choose = async (filler: Filler | null): Promise<void> => {
    const reply = filler
      ? await connection.send("computer", { country, ...filler })
      : await connection.send("empty", { country });
    if (reply.ok) setKnown(filler);
    onReply(reply);
  };
  const value = seat.occupant === "computer" ? (known?.personality ?? CHOSEN) : "";
  return (
    <div class="computer-choice">
      <select
        class="select"
        aria-label={t("lobby.computerAs", { country: name })}
        value={value}
        onChange={({ currentTarget }) => {
          const personality = PERSONALITIES.find((each) => each === currentTarget.value);
          void choose(personality ? { ...PLAIN, ...known, personality } : null);
        }}
      >
        <option value="">{t("lobby.emptyOption")}</option>
        {value === CHOSEN && <option value={CHOSEN}>{t("lobby.computerChosen")}</option>}
        {PERSONALITIES.map((personality) => (
          <option key={personality} value={personality}>
            {t(`lobby.personality.${personality}`)}
          </option>
        ))}
      </select>
      {known && seat.occupant === "computer" && (
        <>
          <select
            class="select"
            aria-label={t("lobby.temperOf", { country: name })}
            value={known.temper ?? PLAIN.temper}
            onChange={({ currentTarget }) => {
              const temper = TEMPERS.find((each) => each === currentTarget.value);
              if (temper) void choose({ ...known, temper });
            }}
          >
            {TEMPERS.map((temper) => (
              <option key={temper} value={temper}>
                {t(`lobby.tempers.${temper}`)}
              </option>
            ))}
          </select>
          <select
            class="select"
            aria-label={t("lobby.difficultyOf", { country: name })}
            value={known.difficulty ?? PLAIN.difficulty}
            onChange={({ currentTarget }) => {
              const difficulty = DIFFICULTIES.find((each) => each === currentTarget.value);
              if (difficulty) void choose({ ...known, difficulty });
            }}
          >
            {DIFFICULTIES.map((difficulty) => (
              <option key={difficulty} value={difficulty}>
                {t(`lobby.difficulties.${difficulty}`)}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}
