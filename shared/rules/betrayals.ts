import type { CountryIndex, TreatyId } from "../model/ids.ts";
import type { OrderSheet } from "../model/order.ts";
import type { Treaty } from "../model/treaty.ts";
import type { Board, PublicWorld } from "../model/world.ts";
import { givenAway } from "./legality/answers.ts";
import { forbidsBalancing, treatyName } from "./treatyWords.ts";

/** "You are about to act against an ally – intended?" */
export interface Betrayal {
  readonly kind:
    | "attackPartner"
    | "attackFollower"
    | "balancePartner"
    | "refuseCall"
    | "leaveNeutrality"
    /** Not against others: giving away one's last home province, and with it one's country. */
    | "loseHome";
  /** Who is wronged; oneself where it is nobody else. */
  readonly country: CountryIndex;
  /** The treaty that would be broken; null for a follower and for one's own land. */
  readonly treaty: TreatyId | null;
  /** Plain English, one sentence. */
  readonly text: string;
}

/** What this sheet would break, from what everyone knows. To be asked before it is submitted; never a refusal. */
export function betrayals(board: Board, world: PublicWorld, me: CountryIndex, sheet: OrderSheet): Betrayal[] {
  return [
    ...byAttack(board, world, me, sheet),
    ...byBalancing(board, world, me, sheet),
    ...byRefusing(board, world, me, sheet),
    ...byTakingSides(board, world, me, sheet),
    ...byGivingAway(board, world, me, sheet),
  ];
}

function byAttack(board: Board, world: PublicWorld, me: CountryIndex, sheet: OrderSheet): Betrayal[] {
  return sheet.moves.flatMap((move) => {
    const victim = move.kind === "attack" ? world.holders[board.provinceIndexOf.get(move.province) ?? -1] : undefined;
    if (victim === undefined || victim === me) return [];
    const name = nameOf(board, victim);
    const broken = between(board, world, me, victim).map((treaty): Betrayal => ({
      kind: "attackPartner",
      country: victim,
      treaty: treaty.id,
      text: `Attacking ${name} breaks your ${treatyName(treaty)} with it.`,
    }));
    const status = world.countries[victim]?.status;
    if (status?.kind !== "client" || status.of !== me) return broken;
    return [
      ...broken,
      {
        kind: "attackFollower",
        country: victim,
        treaty: null,
        text: `${name} follows you: everyone will see an attack on it as a betrayal.`,
      },
    ];
  });
}

function byBalancing(board: Board, world: PublicWorld, me: CountryIndex, { alignment }: OrderSheet): Betrayal[] {
  const enemy = alignment.kind === "balance" ? board.indexOf.get(alignment.against) : undefined;
  if (enemy === undefined) return [];
  return between(board, world, me, enemy)
    .filter(forbidsBalancing)
    .map((treaty) => ({
      kind: "balancePartner",
      country: enemy,
      treaty: treaty.id,
      text: `Balancing against ${nameOf(board, enemy)} breaks your ${treatyName(treaty)} with it.`,
    }));
}

function byRefusing(board: Board, world: PublicWorld, me: CountryIndex, { refuse, alignment }: OrderSheet): Betrayal[] {
  const leader = alignment.kind === "bandwagon" ? board.indexOf.get(alignment.with) : undefined;
  return world.treaties.flatMap((treaty): Betrayal[] => {
    const partners = treaty.parties.map((party) => board.indexOf.get(party) ?? -1);
    const partner = partners.find((one) => one !== me);
    if (treaty.kind !== "defence" || !partners.includes(me) || partner === undefined) return [];
    const names = partners
      .filter((one) => one !== me)
      .map((one) => nameOf(board, one))
      .join(" and ");
    if (board.modules.includes("calls") && refuse.includes(treaty.id)) {
      return [
        {
          kind: "refuseCall",
          country: partner,
          treaty: treaty.id,
          text: `If ${names} is attacked and calls, you will not come: that breaks the pact.`,
        },
      ];
    }
    const follows =
      leader !== undefined &&
      !partners.includes(leader) &&
      (treaty.against === undefined || board.indexOf.get(treaty.against) === leader);
    if (!follows) return [];
    return [
      {
        kind: "refuseCall",
        country: partner,
        treaty: treaty.id,
        text: `Following ${nameOf(board, leader)} means refusing ${names}, should ${nameOf(board, leader)} attack: that would break the pact.`,
      },
    ];
  });
}

/** A promise to stand aside holds against following into a war and against helping in one (rule 4.12). */
function byTakingSides(board: Board, world: PublicWorld, me: CountryIndex, { alignment }: OrderSheet): Betrayal[] {
  if (alignment.kind === "hide") return [];
  const other = board.indexOf.get(alignment.kind === "balance" ? alignment.against : alignment.with);
  return board.ids.flatMap((_, partner) => {
    if (partner === me || (alignment.kind === "balance" ? partner !== other : partner === other)) return [];
    const name = nameOf(board, partner);
    const text =
      alignment.kind === "balance"
        ? `If ${name} attacks one that balances with you, you will help against it: that breaks your neutrality treaty.`
        : `If ${nameOf(board, other ?? -1)} attacks ${name}, you follow: that breaks your neutrality treaty with ${name}.`;
    return between(board, world, me, partner)
      .filter(({ kind }) => kind === "neutrality")
      .map(({ id }): Betrayal => ({ kind: "leaveNeutrality", country: partner, treaty: id, text }));
  });
}

/** Rule 8.5: who gives its last home province away governs no more. */
function byGivingAway(board: Board, world: PublicWorld, me: CountryIndex, sheet: OrderSheet): Betrayal[] {
  const given = givenAway(board, world, me, sheet);
  if (given.length === 0) return [];
  const held = (board.homes[me] ?? []).filter((province) => world.holders[province] === me);
  const names = held.map((province) => board.provinces[province]?.name ?? "").join(" and ");
  return held.length > 0 && held.every((province) => given.includes(province))
    ? [
        {
          kind: "loseHome",
          country: me,
          treaty: null,
          text: `Without ${names} you hold no home province: your army disbands, and your government goes into exile.`,
        },
      ]
    : [];
}

function between(board: Board, world: PublicWorld, a: CountryIndex, b: CountryIndex): readonly Treaty[] {
  const first = board.ids[a];
  const second = board.ids[b];
  return world.treaties.filter(
    ({ parties }) => first !== undefined && second !== undefined && parties.includes(first) && parties.includes(second),
  );
}

const nameOf = (board: Board, i: CountryIndex): string => board.spoken[i] ?? "";
