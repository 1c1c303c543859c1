import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { CountryId } from "#shared/model/ids.ts";
import { PERSONALITIES } from "#shared/model/match.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { PlayerView, SeatView } from "#shared/model/view.ts";
import type { Reply } from "#shared/protocol/messages.ts";
import { t } from "../../i18n/t.ts";
import type { Connection } from "../../net/connection.ts";

interface Props {
  readonly connection: Connection;
  readonly view: PlayerView;
  readonly scenario: Scenario;
  readonly onReply: (reply: Reply) => void;
}

/** Who sits where. Anyone may move to a seat without a person; whoever opened the game chooses the computer players. */
export function SeatTable({ connection, view, scenario, onReply }: Props): VNode {
  const nameOf = (id: CountryId): string => scenario.countries.find((country) => country.id === id)?.name ?? id;
  const claim = async (country: CountryId): Promise<void> => onReply(await connection.send("claim", { country }));
  return (
    <section>
      <h2 class="h3" id="seats">
        {t("lobby.seats")}
      </h2>
      <table class="lobby-table" aria-labelledby="seats">
        <thead>
          <tr class="label">
            <th scope="col">{t("lobby.country")}</th>
            <th scope="col">{t("lobby.occupant")}</th>
            <th scope="col">
              <span class="visually-hidden">{t("lobby.change")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {view.seats.map((seat) => (
            <tr key={seat.country} class={seat.country === view.you ? "mine" : undefined}>
              <th scope="row" class="lead">
                {nameOf(seat.country)}
              </th>
              <td>
                {view.mayStart && seat.occupant !== "person" ? (
                  <ComputerChoice connection={connection} seat={seat} name={nameOf(seat.country)} onReply={onReply} />
                ) : (
                  <OccupantText seat={seat} own={seat.country === view.you} />
                )}
              </td>
              <td class="seat-action">
                {seat.country === view.you && <span class="note">{t("lobby.yours")}</span>}
                {seat.occupant !== "person" && (
                  <button
                    class="button"
                    type="button"
                    aria-label={t("lobby.takeNamed", { country: nameOf(seat.country) })}
                    onClick={() => void claim(seat.country)}
                  >
                    {t("lobby.take")}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OccupantText({ seat, own }: { readonly seat: SeatView; readonly own: boolean }): VNode {
  if (seat.occupant === "empty") return <span class="ink2">{t("lobby.emptySeat")}</span>;
  if (seat.occupant === "computer") return <span>{t("lobby.computerSeat")}</span>;
  return (
    <span>
      <strong>{seat.name}</strong>
      {own ? ` (${t("lobby.you")})` : ""}
      {seat.connected ? "" : ` · ${t("lobby.away")}`}
    </span>
  );
}

interface ChoiceProps {
  readonly connection: Connection;
  readonly seat: SeatView;
  readonly name: string;
  readonly onReply: (reply: Reply) => void;
}

/** Stands for a character chosen earlier: characters are shown to nobody before the end, so a reloaded page does not know it. */
const CHOSEN = "chosen";

/** Empty, or a computer player of a certain character. */
function ComputerChoice({ connection, seat, name, onReply }: ChoiceProps): VNode {
  const [known, setKnown] = useState<string>(CHOSEN);
  const choose = async (value: string): Promise<void> => {
    const personality = PERSONALITIES.find((each) => each === value);
    const { country } = seat;
    const reply = personality
      ? await connection.send("computer", { country, personality })
      : await connection.send("empty", { country });
    if (reply.ok) setKnown(personality ?? CHOSEN);
    onReply(reply);
  };
  const value = seat.occupant === "computer" ? known : "";
  return (
    <select
      class="select"
      aria-label={t("lobby.computerAs", { country: name })}
      value={value}
      onChange={(event) => void choose(event.currentTarget.value)}
    >
      <option value="">{t("lobby.emptySeat")}</option>
      {value === CHOSEN && <option value={CHOSEN}>{t("lobby.computerChosen")}</option>}
      {PERSONALITIES.map((personality) => (
        <option key={personality} value={personality}>
          {t(`lobby.personality.${personality}`)}
        </option>
      ))}
    </select>
  );
}
