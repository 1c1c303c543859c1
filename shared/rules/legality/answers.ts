import type { Focus, OrderSheet } from "../../model/order.ts";
import type { CountryIndex, ProvinceIndex } from "../../model/ids.ts";
import type { Board, PublicWorld } from "../../model/world.ts";
import { isExile } from "../legality.ts";
import type { Answer, Asked } from "../legality.ts";
import { illegal, invalid } from "../refusals.ts";
import { mayAccept, ultimataTo } from "./diplomatic.ts";

/** Rule 6.8: one answer to each ultimatum received last turn, and the sheet does what it accepts. */
export function checkAnswers(asked: Asked, { answers = [], alignment }: OrderSheet): Answer {
  if (answers.length === 0) return null;
  const { board, world, me } = asked;
  const received = ultimataTo(world, me);
  const answered = new Set<CountryIndex>();
  for (const { to, accept } of answers) {
    const by = board.indexOf.get(to) ?? -1;
    const ultimatum = received.find((one) => one.by === by);
    if (!ultimatum) return invalid("answer.none", "That country gave you no ultimatum last turn.", { country: to });
    if (answered.has(by)) return illegal("answer.twice", "Answer each ultimatum once.", { country: to });
    answered.add(by);
    const refused = accept ? mayAccept(asked, ultimatum, alignment) : null;
    if (refused) return refused;
  }
  return null;
}

/** No province is given away twice: by withdrawal, by concession, or to two that threatened. */
export function checkGivenOnce({ board, world, me }: Asked, sheet: OrderSheet): Answer {
  if (sheet.moves.length + (sheet.answers?.length ?? 0) < 2) return null;
  const given = givenAway(board, world, me, sheet);
  const twice = given.find((province, at) => given.indexOf(province) < at);
  if (twice === undefined) return null;
  const name = board.provinces[twice]?.name ?? "A province";
  return illegal("land.twice", `${name} is given away twice on this sheet: take one off.`, { province: name });
}

/** Every province that a sheet gives away: by withdrawal, by concession, under an ultimatum. */
export function givenAway(board: Board, world: PublicWorld, me: CountryIndex, sheet: OrderSheet): ProvinceIndex[] {
  const { moves, answers = [] } = sheet;
  const given = moves.flatMap((move) => (move.kind === "withdraw" || move.kind === "concede" ? [move.province] : []));
  for (const { by, demand } of answers.length === 0 ? [] : ultimataTo(world, me)) {
    const accepted = answers.some(({ to, accept }) => accept && board.indexOf.get(to) === by);
    if (accepted && demand.kind === "cede") given.push(demand.province);
  }
  return given.map((id) => board.provinceIndexOf.get(id) ?? -1);
}

/** Rule 7.12: most of the force goes to one of the uses it may be put to. */
export function checkFocus(asked: Asked, sheet: OrderSheet): Answer {
  const { focus } = sheet;
  if (!focus) return null;
  if (focus.kind === "attack" && !mayFight(sheet)) {
    return illegal(
      "focus.noAttack",
      "You send most of your force to an attack, but attack nobody and follow nobody: add the attack, or divide equally.",
    );
  }
  return mayFocus(asked, focus);
}

const mayFight = ({ moves, alignment }: OrderSheet): boolean =>
  alignment.kind === "bandwagon" || moves.some(({ kind }) => kind === "attack");

/** Rule 7.12, whatever else is on the sheet. */
export function mayFocus(asked: Asked, focus: Focus): Answer {
  const { board, me } = asked;
  if (!board.modules.includes("extraMove"))
    return illegal("focus.level", "In this match a force is always divided equally.");
  if (isExile(asked, me)) return illegal("focus.exile", "A government in exile has no force to divide.");
  if (focus.kind === "attack") return null;
  const friend = board.indexOf.get(focus.country);
  if (friend === undefined)
    return invalid("country.unknown", "There is no such country in this match.", { country: focus.country });
  if (friend === me) return illegal("focus.self", "Your own defence is never divided: choose a country to help.");
  return isExile(asked, friend)
    ? illegal("focus.exileTarget", `${board.spoken[friend] ?? "That country"} is in exile: there is nothing to defend.`)
    : null;
}
