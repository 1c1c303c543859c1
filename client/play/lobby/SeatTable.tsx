import type { VNode } from "preact";
import type { CountryId } from "#shared/model/ids.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import type { PlayerView, SeatView } from "#shared/model/view.ts";
import type { Reply } from "#shared/protocol/messages.ts";
import { t } from "../../i18n/t.ts";
import type { Connection } from "../../net/connection.ts";
import { ComputerChoice } from "./ComputerChoice.tsx";

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
