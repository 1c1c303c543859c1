import { assertNever } from "../lib/assertNever.ts";
import type { CountryIndex, ProvinceIndex } from "../model/ids.ts";
import type { Refusal } from "../model/refusal.ts";
import type { Board, Country, PublicWorld } from "../model/world.ts";
import { illegal, short } from "./refusals.ts";

/**
 * One question each: may `me` do this now? `null` = yes, else the refusal that says why not. The same predicates grey out
 * a button (`legalOptions`) and refuse an order (`checkOrder`). Indices are known to be valid.
 */
export interface Asked {
  readonly board: Board;
  readonly world: PublicWorld;
  readonly me: CountryIndex;
}
export type Answer = Refusal | null;

const nameOf = ({ board }: Asked, i: CountryIndex): string => board.spoken[i] ?? "That country";
const countryOf = ({ world }: Asked, i: CountryIndex): Country => {
  const country = world.countries[i];
  if (!country) throw new Error(`no country ${i}`);
  return country;
};
export const isExile = (asked: Asked, i: CountryIndex): boolean => countryOf(asked, i).status.kind === "exile";

export function mayBalance(asked: Asked, target: CountryIndex): Answer {
  return mayAlign(asked, target, "balance");
}

export function mayBandwagon(asked: Asked, target: CountryIndex): Answer {
  return mayAlign(asked, target, "bandwagon");
}

function mayAlign(asked: Asked, target: CountryIndex, kind: "balance" | "bandwagon"): Answer {
  if (target === asked.me) return illegal(`alignment.self`, "Choose another country than your own.");
  if (isExile(asked, target)) {
    return illegal(
      "alignment.exile",
      `${nameOf(asked, target)} has no army: it is a government in exile. Choose another country, or hide.`,
      { country: nameOf(asked, target) },
    );
  }
  if (kind === "bandwagon" && isExile(asked, asked.me)) {
    return illegal(
      "alignment.exileFollows",
      "A government in exile has nothing to offer a protector. Balance, or hide.",
    );
  }
  return null;
}

/** Why an attack is not allowed; the first that applies is told. */
type Obstacle = "exile" | "own" | "notOccupied" | "armistice" | "reach";

/** Rules 3.4, 3.5 and 8.4. `liberate` gives an occupied province back to its owner. */
export function mayAttack(asked: Asked, province: ProvinceIndex, how: { readonly liberate: boolean }): Answer {
  const obstacle = obstacleTo(asked, province, how);
  return obstacle === null ? null : attackRefused(asked, province, obstacle);
}

/** The same without the words, for those who look at every province of a map. */
export const canAttack = (asked: Asked, province: ProvinceIndex, how: { readonly liberate: boolean }): boolean =>
  obstacleTo(asked, province, how) === null;

function obstacleTo(asked: Asked, province: ProvinceIndex, how: { readonly liberate: boolean }): Obstacle | null {
  const { board, world, me } = asked;
  const home = board.provinces[province]?.home;
  const holder = world.holders[province] ?? -1;
  if (home === undefined) throw new Error(`no province ${province}`);
  if (isExile(asked, me)) return "exile";
  if (holder === me) return "own";
  if (how.liberate && home === holder) return "notOccupied";
  const frees = home !== holder && (how.liberate || home === me);
  if (!frees && world.turn <= countryOf(asked, holder).armisticeTo) return "armistice";
  return touches(asked, province) || reachesCoast(asked, province, holder) ? null : "reach";
}

function attackRefused(asked: Asked, p: ProvinceIndex, obstacle: Obstacle): Refusal {
  const province = asked.board.provinces[p]?.name ?? "That province";
  const holder = asked.world.holders[p] ?? -1;
  const country = nameOf(asked, holder);
  switch (obstacle) {
    case "exile":
      return illegal("attack.exile", "A government in exile has no army to attack with.");
    case "own":
      return illegal("attack.own", `${province} is yours already. Choose a province that another country holds.`);
    case "notOccupied":
      return illegal("attack.notOccupied", `${province} is ${country}'s own: there is nobody to give it back to.`);
    case "armistice": {
      const until = countryOf(asked, holder).armisticeTo;
      return illegal(
        "attack.armistice",
        `${country} is under an armistice until the end of turn ${until}: you may only free occupied land from it.`,
        { until, country },
      );
    }
    case "reach":
      return illegal(
        "attack.reach",
        `Your army does not reach ${province}: it touches no province of yours, and you cannot land there.`,
        { province },
      );
    default:
      return assertNever(obstacle);
  }
}

/** Whether a province lies at land of mine. */
export const touches = ({ board, world, me }: Asked, province: ProvinceIndex): boolean =>
  board.provinces[province]?.neighbours.some((neighbour) => world.holders[neighbour] === me) ?? false;

function reachesCoast({ board, world, me }: Asked, province: ProvinceIndex, holder: CountryIndex): boolean {
  if (!board.provinces[province]?.coastal) return false;
  if ((board.proximity[holder]?.[me] ?? 0) < board.parameters.war.reachLeast) return false;
  return board.provinces.some((own, p) => own.coastal && world.holders[p] === me);
}

export function mayThreaten(asked: Asked, target: CountryIndex): Answer {
  return mayAddress(asked, target);
}

export function mayReassure(asked: Asked, target: CountryIndex): Answer {
  return mayAddress(asked, target);
}

const mayAddress = ({ me }: Asked, target: CountryIndex): Answer =>
  target === me ? illegal("move.self", "Choose another country than your own.") : null;

export function mayMobilise(asked: Asked): Answer {
  if (isExile(asked, asked.me)) return illegal("mobilise.exile", "A government in exile has no army to mobilise.");
  const { mobilisedTo } = countryOf(asked, asked.me);
  if (mobilisedTo > asked.world.turn) {
    return illegal(
      "mobilise.already",
      `Your army is mobilised until the end of turn ${mobilisedTo}. You may mobilise again in that turn.`,
      { until: mobilisedTo },
    );
  }
  return null;
}

export function mayDemobilise(asked: Asked): Answer {
  const extra = mayExtra(asked);
  if (extra) return extra;
  return countryOf(asked, asked.me).mobilisedTo >= asked.world.turn
    ? null
    : illegal("demobilise.not", "Your army is not mobilised.");
}

/** Whole points of offence that can be cut: what remains below one counts as one. */
export const mostCut = (asked: Asked): number =>
  Math.ceil(countryOf(asked, asked.me).offence / (asked.board.armsPerPoint[asked.me] ?? 1) - 1e-6);

export function mayCutOffence(asked: Asked, points: number): Answer {
  const extra = mayExtra(asked);
  if (extra) return extra;
  const most = mostCut(asked);
  if (most < 1) return illegal("cut.nothing", "You have no offence to cut.");
  if (points < 1) return illegal("cut.least", "Cut at least 1 point, or take the move off the sheet.");
  if (points > most)
    return illegal("cut.tooMuch", `You can cut at most ${short(most)}: take ${short(points - most)} off.`, {
      most,
      points,
    });
  return null;
}

export function mayWithdraw(asked: Asked, province: ProvinceIndex): Answer {
  const extra = mayExtra(asked);
  if (extra) return extra;
  const { board, world, me } = asked;
  const name = board.provinces[province]?.name ?? "That province";
  if (world.holders[province] !== me)
    return illegal("withdraw.notHeld", `You do not hold ${name}.`, { province: name });
  if (board.provinces[province]?.home === me)
    return illegal("withdraw.home", `${name} is your own: you can withdraw only from land you occupy.`, {
      province: name,
    });
  return null;
}

const mayExtra = ({ board }: Asked): Answer =>
  board.modules.includes("extraMove")
    ? null
    : illegal("move.level", "This move belongs to the Standard level; this match is played without it.");

export function mayArm(asked: Asked): Answer {
  return isExile(asked, asked.me)
    ? illegal("spending.exile", "A government in exile cannot build: it may only give aid and save.")
    : null;
}

export function mayAid(asked: Asked, target: CountryIndex): Answer {
  if (!asked.board.modules.includes("aid")) return illegal("aid.level", "This match is played without aid.");
  return target === asked.me
    ? illegal("aid.self", "Aid goes to another country. To keep points, leave them unspent.")
    : null;
}

/** Most moves on a sheet (rule 3.2). */
export const mostMoves = (board: Board): number => (board.modules.includes("extraMove") ? 2 : 1);
