import type { VNode } from "preact";
import type { SeatCard, TableCard } from "#shared/model/classView.ts";
import type { PersonId } from "#shared/model/ids.ts";
import { t } from "../../i18n/t.ts";
import { clockText } from "../../viewmodel/clock.ts";
import { SquareSign } from "../dash/Squares.tsx";
import { namesOf, seatMarks } from "../model/cards.ts";
import { handSeat } from "../state/acts.ts";
import { openSheet, useHost } from "../state/hostState.ts";

/** Every seat with who sits there, and what can be done for it. */
export function TablePeople({ card }: { readonly card: TableCard }): VNode {
  const host = useHost();
  const names = namesOf(host.view.value);
  const marks = seatMarks(card, names);
  return (
    <section class="seats-panel" aria-labelledby="seats-title">
      <h3 id="seats-title" class="h3">
        {t("hostTable.seats")}
      </h3>
      <ul>
        {marks.map((mark) => {
          const seat = card.seats.find(({ country }) => country === mark.country);
          if (!seat) return null;
          const since = mark.since === null ? null : clockText(host.now.value, mark.since);
          return (
            <li key={mark.country} class="seat-line">
              <SquareSign square={mark.square} />
              <div class="seat-who">
                <b class="serif">{seat.name}</b>
                <span class="small quiet num">
                  {mark.kept
                    ? t("host.square.kept")
                    : mark.idle
                      ? t("host.square.idle")
                      : t(`host.square.${mark.square}`)}
                  {since !== null && ` ${since}`}
                </span>
                <People ids={seat.members} names={names} />
              </div>
              <SeatActs card={card} seat={seat} />
            </li>
          );
        })}
      </ul>
      {card.observers.length > 0 && (
        <p class="seat-watching">
          <span class="small quiet">{t("hostTable.watching")}</span> <People ids={card.observers} names={names} />
        </p>
      )}
    </section>
  );
}

interface PeopleProps {
  readonly ids: readonly PersonId[];
  readonly names: ReadonlyMap<PersonId, string>;
}
function People({ ids, names }: PeopleProps): VNode | null {
  const host = useHost();
  if (ids.length === 0) return null;
  return (
    <span class="seat-people">
      {ids.map((id) => (
        <button
          key={id}
          type="button"
          class="button-text"
          onClick={() => openSheet(host, { kind: "person", member: id })}
        >
          {names.get(id) ?? ""}
        </button>
      ))}
    </span>
  );
}

function SeatActs({ card, seat }: { readonly card: TableCard; readonly seat: SeatCard }): VNode | null {
  const host = useHost();
  if (card.match === null || card.phase === "ended") return null;
  const mayHand = seat.kept || seat.members.length > 0;
  return (
    <span class="seat-acts">
      <button
        type="button"
        class="button"
        aria-label={t("hostTable.note", { country: seat.name })}
        onClick={() => openSheet(host, { kind: "news", table: card.number, country: seat.country })}
      >
        {t("hostTable.noteDo")}
      </button>
      {mayHand && (
        <button
          type="button"
          class="button"
          aria-label={t(seat.kept ? "hostPeople.person.back" : "hostPeople.person.hand", { country: seat.name })}
          title={t(seat.kept ? "hostPeople.person.back" : "hostPeople.person.hand", { country: seat.name })}
          onClick={() => handSeat(host, { table: card.number, country: seat.country, kept: !seat.kept })}
        >
          {t(seat.kept ? "hostTable.giveBack" : "hostTable.hand")}
        </button>
      )}
    </span>
  );
}
