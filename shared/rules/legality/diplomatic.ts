import { assertNever } from "../../lib/assertNever.ts";
import type { CountryId, CountryIndex, ProvinceId, ProvinceIndex, TreatyId } from "../../model/ids.ts";
import type { Alignment, Demand, Move } from "../../model/order.ts";
import type { Module } from "../../model/scenario.ts";
import type { Board, PublicWorld, Ultimatum } from "../../model/world.ts";
import { isExile, touches } from "../legality.ts";
import type { Answer, Asked } from "../legality.ts";
import { illegal, invalid } from "../refusals.ts";
import { treatyKnownTo } from "../treatyWords.ts";

export type DiplomaticMove = Extract<Move, { readonly kind: "ultimatum" | "concede" | "appeal" }>;

export function checkDiplomaticMove(asked: Asked, move: DiplomaticMove): Answer {
  switch (move.kind) {
    case "ultimatum":
      return withCountry(asked, move.target, (target) => mayDemand(asked, target, move.demand));
    case "concede":
      return withCountry(asked, move.to, (to) => {
        const province = asked.board.provinceIndexOf.get(move.province);
        return province === undefined ? noProvince(move.province) : mayConcede(asked, province, to);
      });
    case "appeal":
      return withCountry(asked, move.to, (to) =>
        withCountry(asked, move.against, (against) => mayAppeal(asked, to, against)),
      );
    default:
      return assertNever(move);
  }
}

/** Rule 6.7, whatever is demanded. */
export function mayIssueUltimatum(asked: Asked, target: CountryIndex): Answer {
  const refused = played(asked, "ultimatum") ?? addressee(asked, target);
  if (refused) return refused;
  if (isExile(asked, asked.me))
    return illegal("ultimatum.exile", "A government in exile has no army to threaten with.");
  return isExile(asked, target)
    ? illegal(
        "ultimatum.exileTarget",
        `${nameOf(asked, target)} is in exile: it has nothing left to be threatened with.`,
        {
          country: nameOf(asked, target),
        },
      )
    : null;
}

/** Rule 6.7 with what is demanded. */
export function mayDemand(asked: Asked, target: CountryIndex, demand: Demand): Answer {
  return mayIssueUltimatum(asked, target) ?? sensible(asked, target, demand);
}

function sensible(asked: Asked, target: CountryIndex, demand: Demand): Answer {
  switch (demand.kind) {
    case "cede": {
      const province = asked.board.provinceIndexOf.get(demand.province);
      return province === undefined ? noProvince(demand.province) : mayDemandLand(asked, target, province);
    }
    case "leaveTreaty":
      return mayDemandLeaving(asked, target, demand.treaty);
    case "align":
      return mayDemandAlignment(asked, target, demand.alignment);
    default:
      return assertNever(demand);
  }
}

function mayDemandLand(asked: Asked, target: CountryIndex, province: ProvinceIndex): Answer {
  const { board, world } = asked;
  const land = board.provinces[province];
  if (!land) throw new Error(`no province ${province}`);
  if (world.holders[province] !== target) {
    return illegal("demand.notHeld", `${nameOf(asked, target)} does not hold ${land.name}.`, { province: land.name });
  }
  if (land.home !== target || touches(asked, province)) return null;
  return illegal(
    "demand.border",
    `${land.name} touches no land of yours: demand a province at your border, or one that ${nameOf(asked, target)} occupies.`,
    { province: land.name, country: nameOf(asked, target) },
  );
}

function mayDemandLeaving(asked: Asked, target: CountryIndex, id: TreatyId): Answer {
  const { board, world, me } = asked;
  const mine = board.ids[me];
  const treaty = treatyKnownTo(world, id, mine);
  if (!treaty || mine === undefined) return invalid("demand.noTreaty", "You know of no such treaty.", { treaty: id });
  if (treaty.parties.includes(mine))
    return illegal("demand.ownTreaty", "You are a party to that treaty yourself.", { treaty: id });
  const theirs = board.ids[target];
  return theirs !== undefined && treaty.parties.includes(theirs)
    ? null
    : illegal("demand.notParty", `${nameOf(asked, target)} is not a party to that treaty.`, { treaty: id });
}

function mayDemandAlignment(
  asked: Asked,
  target: CountryIndex,
  alignment: Exclude<Alignment, { kind: "hide" }>,
): Answer {
  if (alignment.kind === "bandwagon") {
    return asked.board.indexOf.get(alignment.with) === asked.me
      ? null
      : illegal("demand.follow", "You can demand that a country bandwagon with you, not with another.");
  }
  return withCountry(asked, alignment.against, (against) => {
    if (against === asked.me)
      return illegal("demand.againstSelf", "Nobody is threatened into balancing against the one that threatens.");
    if (against === target)
      return illegal(
        "demand.againstTarget",
        `${nameOf(asked, target)} cannot balance against itself: name a third country.`,
      );
    return isExile(asked, against)
      ? illegal("demand.exile", `${nameOf(asked, against)} is in exile and has no army: nobody can balance against it.`)
      : null;
  });
}

/** Whether what an ultimatum demands can still be done, and there is still somebody to do it for (rule 6.8). */
export function stillStands(board: Board, world: PublicWorld, { by, target, demand }: Ultimatum): boolean {
  const gone = (i: CountryIndex): boolean => world.countries[i]?.status.kind === "exile";
  if (gone(by) || gone(target)) return false;
  switch (demand.kind) {
    case "cede":
      return world.holders[board.provinceIndexOf.get(demand.province) ?? -1] === target;
    case "leaveTreaty": {
      const party = board.ids[target];
      return world.treaties.some(
        ({ id, parties }) => id === demand.treaty && party !== undefined && parties.includes(party),
      );
    }
    case "align":
      return demand.alignment.kind === "bandwagon" || !gone(board.indexOf.get(demand.alignment.against) ?? -1);
    default:
      return assertNever(demand);
  }
}

/** Who has a province that an ultimatum makes its holder give up: the one it belongs to, or the one that threatened. */
export const recipientOf = (board: Board, { by, target }: Ultimatum, province: ProvinceIndex): CountryIndex => {
  const home = board.provinces[province]?.home ?? target;
  return home === target ? by : home;
};

/** Ultimata that this turn's sheet answers. */
export const ultimataTo = (world: PublicWorld, me: CountryIndex): readonly Ultimatum[] =>
  world.ultimatums.length === 0 ? NONE : world.ultimatums.filter(({ target }) => target === me);
const NONE: readonly Ultimatum[] = [];

/** Rule 6.8: whether the sheet of its target may accept it. `alignment` is that of the sheet. */
export function mayAccept(asked: Asked, ultimatum: Ultimatum, alignment: Alignment): Answer {
  const { board, world } = asked;
  const { by, demand } = ultimatum;
  if (!stillStands(board, world, ultimatum)) {
    return illegal("answer.void", `What ${nameOf(asked, by)} demanded can no longer be done: leave it unanswered.`, {
      country: nameOf(asked, by),
    });
  }
  if (demand.kind !== "align" || sameAlignment(demand.alignment, alignment)) return null;
  return illegal(
    "answer.alignment",
    `To accept ${nameOf(asked, by)}'s ultimatum, make what it demands your alignment. Or refuse it.`,
    { country: nameOf(asked, by) },
  );
}

const sameAlignment = (a: Alignment, b: Alignment): boolean =>
  (a.kind === "balance" && b.kind === "balance" && a.against === b.against) ||
  (a.kind === "bandwagon" && b.kind === "bandwagon" && a.with === b.with);

/** Rule 6.9. */
export function mayConcede(asked: Asked, province: ProvinceIndex, to: CountryIndex): Answer {
  return mayGive(asked, province) ?? addressee(asked, to) ?? mayReceive(asked, province, to);
}

/** Rule 6.9, whoever receives it. */
export function mayGive(asked: Asked, province: ProvinceIndex): Answer {
  const { board, world, me } = asked;
  const name = board.provinces[province]?.name ?? "That province";
  const refused = played(asked, "ultimatum");
  if (refused || world.holders[province] === me) return refused;
  return illegal("concede.notHeld", `You do not hold ${name}.`, { province: name });
}

function mayReceive(asked: Asked, province: ProvinceIndex, to: CountryIndex): Answer {
  const { board, world } = asked;
  const land = board.provinces[province];
  if (!land) throw new Error(`no province ${province}`);
  const names = { province: land.name, country: nameOf(asked, to) };
  if (land.home === to)
    return illegal("concede.owner", `${land.name} belongs to ${nameOf(asked, to)}: withdraw from it.`, names);
  if (isExile(asked, to))
    return illegal("concede.exile", `${nameOf(asked, to)} is in exile: it could not hold ${land.name}.`, names);
  return touches({ board, world, me: to }, province)
    ? null
    : illegal("concede.border", `${land.name} touches no land of ${nameOf(asked, to)}.`, names);
}

/** Rule 6.10. */
export function mayAppeal(asked: Asked, to: CountryIndex, against: CountryIndex): Answer {
  const refused = mayAppealTo(asked, to) ?? addressee(asked, against);
  if (refused) return refused;
  if (to === against)
    return illegal("appeal.same", "Name two different countries: one that is to act, and one to act against.");
  return isExile(asked, against)
    ? illegal("appeal.exileTarget", `${nameOf(asked, against)} is in exile: nobody need deal with it.`)
    : null;
}

/** Rule 6.10, whomever it is against. */
export function mayAppealTo(asked: Asked, to: CountryIndex): Answer {
  const refused = played(asked, "extraMove") ?? addressee(asked, to);
  if (refused) return refused;
  return isExile(asked, to)
    ? illegal("appeal.exile", `${nameOf(asked, to)} is in exile: it can deal with nobody.`)
    : null;
}

const nameOf = ({ board }: Asked, i: CountryIndex): string => board.spoken[i] ?? "That country";

const played = ({ board }: Asked, module: Module): Answer =>
  board.modules.includes(module) ? null : illegal("move.level", "This match is played without this move.");

const addressee = ({ me }: Asked, target: CountryIndex): Answer =>
  target === me ? illegal("move.self", "Choose another country than your own.") : null;

const noProvince = (id: ProvinceId): Answer =>
  invalid("province.unknown", "There is no such province on this map.", { province: id });

function withCountry({ board }: Asked, id: CountryId, ask: (index: CountryIndex) => Answer): Answer {
  const index = board.indexOf.get(id);
  return index === undefined
    ? invalid("country.unknown", "There is no such country in this match.", { country: id })
    : ask(index);
}
