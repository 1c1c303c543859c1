import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { DIFFICULTIES, PERSONALITIES, TEMPERS, type Filler } from "#shared/model/match.ts";
import type { SeatView } from "#shared/model/view.ts";
import type { Reply } from "#shared/protocol/messages.ts";
import { t } from "../../i18n/t.ts";
import type { Connection } from "../../net/connection.ts";
import { Choice } from "../../panels/Choice.tsx";

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
      <Choice
        bare
        label={t("lobby.computerAs", { country: name })}
        words="character.personality"
        values={PERSONALITIES}
        chosen={value}
        onChoose={(personality) => void choose({ ...PLAIN, ...known, personality })}
        onOther={() => void choose(null)}
      >
        <option value="">{t("lobby.emptyOption")}</option>
        {value === CHOSEN && <option value={CHOSEN}>{t("lobby.computerChosen")}</option>}
      </Choice>
      {known && seat.occupant === "computer" && (
        <>
          <Choice
            bare
            label={t("lobby.temperOf", { country: name })}
            words="character.temper"
            values={TEMPERS}
            chosen={known.temper ?? PLAIN.temper}
            onChoose={(temper) => void choose({ ...known, temper })}
          />
          <Choice
            bare
            label={t("lobby.difficultyOf", { country: name })}
            words="character.difficulty"
            values={DIFFICULTIES}
            chosen={known.difficulty ?? PLAIN.difficulty}
            onChoose={(difficulty) => void choose({ ...known, difficulty })}
          />
        </>
      )}
    </div>
  );
}
