import { useSignal, type Signal } from "@preact/signals";
import type { VNode } from "preact";
import type { Member, Session } from "#shared/model/classroom.ts";
import type { CountryId, PersonId } from "#shared/model/ids.ts";
import { t } from "../../i18n/t.ts";
import { unseated } from "../model/needs.ts";
import { peopleByTable, placeIn, placeOf, placeValue, type SeatOption, type TableOfPeople } from "../model/people.ts";
import { movePerson, type Spot } from "../state/acts.ts";
import { ask, confirmFirst, openSheet, useHost } from "../state/hostState.ts";
import { useCountries } from "../state/useScenario.ts";

/** Who is being dragged; the same moves can be made from each person's list of places. */
type Dragged = Signal<PersonId | null>;

/** Seats by table; people can be dragged, or moved by keyboard. */
export function PeopleBoard({ session }: { readonly session: Session }): VNode {
  const host = useHost();
  const view = host.view.value;
  const countries = useCountries();
  const dragged = useSignal<PersonId | null>(null);
  const free = unseated(view);
  const tables = peopleByTable(view, session, countries);
  const deal = (): void =>
    confirmFirst(host, {
      title: t("hostPeople.deal.title"),
      text: t("hostPeople.deal.text"),
      doIt: t("hostPeople.deal.doIt"),
      onYes: () => void ask(host, "deal", {}, { done: t("host.done.dealt") }),
    });
  return (
    <section class="people-board" aria-label={t("hostPeople.board.title")}>
      <div class="people-head">
        <h2 class="h3">{t("hostPeople.board.title")}</h2>
        <p class="note">{t("hostPeople.board.how")}</p>
        {session.state === "gathering" && (
          <button type="button" class="button" onClick={deal}>
            {t("hostPeople.deal.doIt")}
          </button>
        )}
      </div>
      <DropPlace place={null} dragged={dragged} class="people-free">
        <b>{t("hostPeople.board.free", { count: free.length })}</b>
        {free.map((member) => (
          <PersonChip key={member.id} member={member} dragged={dragged} session={session} countries={countries} />
        ))}
      </DropPlace>
      <div class="people-tables">
        {tables.map((table) => (
          <PeopleTable key={table.number} table={table} dragged={dragged} session={session} countries={countries} />
        ))}
      </div>
    </section>
  );
}

interface Shared {
  readonly dragged: Dragged;
  readonly session: Session;
  readonly countries: readonly SeatOption[];
}

function PeopleTable({ table, ...shared }: Shared & { readonly table: TableOfPeople }): VNode {
  const taken = table.seats.filter(({ people }) => people.length > 0);
  const open = table.seats.filter(({ people }) => people.length === 0);
  return (
    <section class="card people-table" aria-labelledby={`people-${table.number}`}>
      <div class="people-table-head">
        <h3 id={`people-${table.number}`} class="lead">
          {t("host.tableNumber", { number: table.number })}
        </h3>
        <span class="small quiet num">
          {[t("hostPeople.board.count", { count: table.count }), table.treatment].filter(Boolean).join(" · ")}
        </span>
      </div>
      <ul>
        {taken.map(({ country, people }) => (
          <li key={country.id}>
            <Seat table={table.number} country={country} people={people} {...shared} />
          </li>
        ))}
        {table.observers.length > 0 && (
          <li>
            <Seat table={table.number} country={null} people={table.observers} {...shared} />
          </li>
        )}
      </ul>
      {open.length > 0 && (
        <div class="people-open">
          {open.map(({ country }) => (
            <DropPlace
              key={country.id}
              place={{ table: table.number, country: country.id }}
              dragged={shared.dragged}
              class="people-empty small"
            >
              {country.name}
            </DropPlace>
          ))}
        </div>
      )}
    </section>
  );
}

interface SeatProps extends Shared {
  readonly table: number;
  readonly country: SeatOption | null;
  readonly people: readonly Member[];
}
const Seat = ({ table, country, people, ...shared }: SeatProps): VNode => (
  <DropPlace place={{ table, country: country?.id ?? null }} dragged={shared.dragged} class="people-seat">
    <span class="people-country serif">{country?.name ?? t("hostPeople.board.watching")}</span>
    <span class="people-chips">
      {people.map((member) => (
        <PersonChip key={member.id} member={member} {...shared} />
      ))}
    </span>
  </DropPlace>
);

interface DropProps {
  readonly place: Spot;
  readonly dragged: Dragged;
  readonly class: string;
  readonly children: VNode | string | readonly (VNode | string | readonly VNode[])[];
}
function DropPlace({ place, dragged, children, ...rest }: DropProps): VNode {
  const host = useHost();
  const over = useSignal(false);
  const drop = (): void => {
    over.value = false;
    const member = dragged.peek();
    dragged.value = null;
    if (member) void movePerson(host, member, place);
  };
  return (
    <div
      class={over.value ? `${rest.class} drop-over` : rest.class}
      onDragOver={(event) => {
        if (dragged.peek() === null) return;
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        drop();
      }}
    >
      {children}
    </div>
  );
}

/** A person: to be dragged, opened, or moved from a list of all places. */
function PersonChip({ member, dragged, session, countries }: Shared & { readonly member: Member }): VNode {
  const host = useHost();
  const away = !member.present;
  return (
    <span
      class={away ? "person person-away" : "person"}
      draggable
      onDragStart={(event) => {
        dragged.value = member.id;
        // Firefox drags nothing that carries nothing.
        event.dataTransfer?.setData("text/plain", member.name);
      }}
      onDragEnd={() => (dragged.value = null)}
    >
      <button type="button" class="person-name" onClick={() => openSheet(host, { kind: "person", member: member.id })}>
        {member.name}
        {away && <span class="note"> {t("hostPeople.board.away")}</span>}
        {session.plan.seating === "survey" && member.temperament && (
          <Leaning revisionism={member.temperament.revisionism} />
        )}
      </button>
      <MoveSelect member={member} session={session} countries={countries} />
    </span>
  );
}

/** What five questions said, as a sign with its words. */
function Leaning({ revisionism }: { readonly revisionism: number }): VNode {
  const kind = revisionism > 0.3 ? "change" : revisionism < -0.3 ? "keep" : "between";
  return (
    <abbr class="leaning" title={t(`hostPeople.leaning.${kind}`)}>
      {t(`hostPeople.leaning.sign.${kind}`)}
    </abbr>
  );
}

interface MoveProps {
  readonly member: Member;
  readonly session: Session;
  readonly countries: readonly SeatOption[];
}

/** The keyboard's way: every place of every table in one list. */
export function MoveSelect({ member, session, countries }: MoveProps): VNode {
  const host = useHost();
  const tables = peopleByTable(host.view.value, session, countries);
  const now = placeValue(placeOf(session, member.id));
  return (
    <select
      class="person-move"
      aria-label={t("hostPeople.board.move", { name: member.name })}
      title={t("hostPeople.board.move", { name: member.name })}
      value={now}
      onChange={(event) => void movePerson(host, member.id, placeIn(event.currentTarget.value, countries))}
    >
      <option value="" selected={now === ""}>
        {t("hostPeople.board.noSeat")}
      </option>
      {tables.map(({ number, seats }) => (
        <optgroup key={number} label={t("host.tableNumber", { number })}>
          {seats.map(({ country, people }) => (
            <PlaceOption key={country.id} number={number} country={country} now={now} people={people} />
          ))}
          <option value={`${number}:`} selected={now === `${number}:`}>
            {t("hostPeople.board.watchAt", { number })}
          </option>
        </optgroup>
      ))}
    </select>
  );
}

interface OptionProps {
  readonly number: number;
  readonly country: { readonly id: CountryId; readonly name: string };
  readonly now: string;
  readonly people: readonly Member[];
}
function PlaceOption({ number, country, now, people }: OptionProps): VNode {
  const value = `${number}:${country.id}`;
  const with_ = people.map(({ name }) => name).join(", ");
  return (
    <option value={value} selected={now === value}>
      {with_ === ""
        ? t("hostPeople.board.option", { number, country: country.name })
        : t("hostPeople.board.optionWith", { number, country: country.name, who: with_ })}
    </option>
  );
}
