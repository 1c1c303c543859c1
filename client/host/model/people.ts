import type { HostView } from "#shared/model/classView.ts";
import type { Member, Place, Session } from "#shared/model/classroom.ts";
import type { CountryId, PersonId } from "#shared/model/ids.ts";

export interface SeatOption {
  readonly id: CountryId;
  readonly name: string;
}

/** A table as the people page shows it: every country with who sits there, and who watches. */
export interface TableOfPeople {
  readonly number: number;
  readonly treatment: string | null;
  readonly seats: readonly { readonly country: SeatOption; readonly people: readonly Member[] }[];
  readonly observers: readonly Member[];
  readonly count: number;
}

/** All tables of the session in order, with everyone who has a place. */
export function peopleByTable(
  view: Pick<HostView, "members">,
  session: Session,
  countries: readonly SeatOption[],
): readonly TableOfPeople[] {
  const members = new Map(view.members.map((member) => [member.id, member]));
  const at = (number: number, country: CountryId | null): readonly Member[] =>
    session.places
      .filter((place) => place.table === number && place.country === country)
      .flatMap((place) => members.get(place.member) ?? []);
  return tableNumbers(session).map((number) => {
    const seats = countries.map((country) => ({ country, people: at(number, country.id) }));
    const observers = at(number, null);
    const treatment = session.plan.treatments[session.plan.dealt[number - 1] ?? -1]?.name ?? null;
    const count = observers.length + seats.reduce((sum, { people }) => sum + people.length, 0);
    return { number, treatment, seats, observers, count };
  });
}

export const tableNumbers = ({ plan, tables, places }: Session): readonly number[] => {
  const most = Math.max(plan.tables, ...tables.map(({ number }) => number), ...places.map(({ table }) => table));
  return Array.from({ length: most }, (_, at) => at + 1);
};

export const placeOf = (session: Session | null, member: PersonId): Place | null =>
  session?.places.find((place) => place.member === member) ?? null;

/** A place written as the value of an option: `3:britain`, `3:` to watch, empty for none. */
export const placeValue = (place: Omit<Place, "member"> | null): string =>
  place ? `${place.table}:${place.country ?? ""}` : "";

export function placeIn(
  value: string,
  countries: readonly SeatOption[],
): { readonly table: number; readonly country: CountryId | null } | null {
  const [table, id] = value.split(":");
  const number = Number(table);
  if (!table || !Number.isInteger(number)) return null;
  return { table: number, country: countries.find((country) => country.id === id)?.id ?? null };
}

/** "27 planned, 24 here": how many came, against the plan; null while they agree within one, or nobody has come. */
export function turnout(
  view: Pick<HostView, "members">,
  session: Session,
): { readonly planned: number; readonly here: number } | null {
  const here = hereCount(view);
  const planned = session.plan.students;
  return here === 0 || Math.abs(here - planned) < 1 ? null : { planned, here };
}

export const hereCount = ({ members }: Pick<HostView, "members">): number =>
  members.filter(({ state, present }) => state === "in" && present).length;
export const inCount = ({ members }: Pick<HostView, "members">): number =>
  members.filter(({ state }) => state === "in").length;

/**
 * Whether someone who would rather change the world leads a country less bent on change than a table-mate's who would rather
 * keep it: answers came after seats were given, or people were moved by hand. Equal tempers and equal countries go either way.
 */
export function againstAnswers(
  view: Pick<HostView, "members">,
  session: Session,
  countries: readonly { readonly id: CountryId; readonly revisionism?: number | undefined }[],
): boolean {
  const temper = new Map(view.members.map(({ id, temperament }) => [id, temperament?.revisionism]));
  const bent = new Map<CountryId | null, number>(countries.map(({ id, revisionism = 0 }) => [id, revisionism]));
  const seats = session.places.flatMap(({ member, table, country }) => {
    const [wish, has] = [temper.get(member), bent.get(country)];
    return wish === undefined || has === undefined ? [] : [{ table, wish, has }];
  });
  return seats.some((a) => seats.some((b) => a.table === b.table && a.wish > b.wish && a.has < b.has));
}

/** Lines of a roster: trimmed, without empties and doubles. */
export const rosterIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n,;]+/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];

/** Four digits for the projector; `draw` gives a number from 0 up to 1. */
export const newPin = (draw: () => number): string => String(Math.floor(draw() * 10_000)).padStart(4, "0");
