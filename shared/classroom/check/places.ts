import { ok } from "../../lib/result.ts";
import type { Result } from "../../lib/result.ts";
import type { ClassCommandBody, Place, Session } from "../../model/classroom.ts";
import type { Refusal } from "../../model/refusal.ts";
import { illegal, invalid } from "../../record/refusals.ts";
import type { Asked } from "./asked.ts";
import { memberOf, noSession, notIn, openSessionOf } from "./present.ts";
import type { Refused } from "./present.ts";
import { countriesOpen, TEAM_MOST } from "../seats.ts";

type Body<K extends ClassCommandBody["kind"]> = Extract<ClassCommandBody, { readonly kind: K }>;

/** Who sits where. */
export function checkPlaces(asked: Asked, body: Body<"deal" | "place" | "keep">): Result<ClassCommandBody, Refusal> {
  const session = openSessionOf(asked.state);
  if (!session) return noSession();
  switch (body.kind) {
    case "deal":
      return checkDeal(asked, session, body);
    case "place":
      return checkPlace(asked, session, body);
    case "keep":
      return checkKeep(asked, session, body);
    default:
      return body satisfies never;
  }
}

function checkDeal(asked: Asked, session: Session, body: Body<"deal">): Result<ClassCommandBody, Refusal> {
  if (session.state === "playing") {
    return illegal("places.playing", "Play has begun: move people one by one; places are dealt only before it.");
  }
  const seen = new Set<string>();
  for (const place of body.places) {
    const refused = notIn(asked.state, place.member) ?? nowhere(asked, session, place);
    if (refused) return refused;
    if (seen.has(place.member)) {
      const name = memberOf(asked.state, place.member)?.name ?? "Someone";
      return invalid("places.twice", `${name} cannot sit in two places.`);
    }
    seen.add(place.member);
  }
  return overfull(body.places) ?? ok(body);
}

function checkPlace(asked: Asked, session: Session, body: Body<"place">): Result<ClassCommandBody, Refusal> {
  const { state, by } = asked;
  const refused = notIn(state, body.member);
  if (refused) return refused;
  if (by.kind === "member") return checkChoice(asked, session, body);
  if (body.place === null) return ok(body);
  const place: Place = { member: body.member, ...body.place };
  const others = session.places.filter(({ member }) => member !== body.member);
  return nowhere(asked, session, place) ?? overfull([...others, place]) ?? ok(body);
}

/** One's own choice: before play, where choice is free, at the table one was given, and only where there is room. */
function checkChoice(asked: Asked, session: Session, body: Body<"place">): Result<ClassCommandBody, Refusal> {
  const { plan, places, state } = session;
  if (plan.seating !== "chosen") return illegal("choice.none", "The instructor deals the countries of this class.");
  if (state === "playing") return illegal("choice.playing", "Play has begun: ask the instructor to move you.");
  if (body.place === null || body.place.country === null) return illegal("choice.country", "Choose a country.");
  const { table, country } = body.place;
  const own = places.find(({ member }) => member === body.member);
  if (own?.table !== table) return illegal("choice.table", "You can choose among the countries of your own table.");
  const refused = nowhere(asked, session, { table, country });
  if (refused) return refused;
  const team = places.filter((one) => one.member !== body.member && one.table === table && one.country === country);
  return team.length < plan.teamSize
    ? ok(body)
    : illegal("choice.taken", "This country is taken: choose another.", { most: plan.teamSize });
}

function checkKeep(asked: Asked, session: Session, body: Body<"keep">): Result<ClassCommandBody, Refusal> {
  if (session.state !== "playing") return illegal("keep.gathering", "Play has not begun.");
  const place = { table: body.table, country: body.country };
  return nowhere(asked, session, place) ?? ok(body);
}

/** A table or a country that there is not. */
function nowhere(
  { scenarioOf }: Asked,
  { plan }: Session,
  { table, country }: Pick<Place, "table" | "country">,
): Refused | null {
  if (table > plan.tables) {
    return invalid("places.table", `There is no table ${table}: the plan has ${plan.tables}.`, {
      table,
      tables: plan.tables,
    });
  }
  const scenario = country === null ? null : (scenarioOf?.(plan.scenario) ?? null);
  if (country === null || !scenario) return null;
  if (!scenario.countries.some(({ id }) => id === country)) {
    return invalid("places.country", "There is no such country in this scenario.", { country });
  }
  return countriesOpen(plan, scenario).includes(country)
    ? null
    : illegal("places.computer", "A computer player leads this country at every table: choose another.", { country });
}

/** However the instructor seats people: more cannot work on one sheet. */
function overfull(places: readonly Place[]): Refused | null {
  const teams = new Map<string, number>();
  for (const { table, country } of places) {
    if (country === null) continue;
    const team = `${table} ${country}`;
    teams.set(team, (teams.get(team) ?? 0) + 1);
  }
  const most = Math.max(0, ...teams.values());
  return most <= TEAM_MOST
    ? null
    : illegal("places.full", `A country has room for ${TEAM_MOST} people: seat some of them elsewhere.`, {
        most: TEAM_MOST,
      });
}
