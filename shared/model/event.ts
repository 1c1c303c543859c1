import type { ActKind, Exposure } from "./acts.ts";
import type { CountryIndex, ProvinceIndex, TreatyId } from "./ids.ts";
import type { Alignment, Demand } from "./order.ts";
import type { CrisisEffect } from "./scenario.ts";
import type { Treaty } from "./treaty.ts";

/** The titled steps of `resolveTurn`, in order; the reveal plays them one by one. */
export const STEPS = [
  "treaties",
  "aid",
  "intelligence",
  "arms",
  "signals",
  "ultimata",
  "alignments",
  "attacks",
  "occupation",
  "crisis",
  "threats",
] as const;
export type Step = (typeof STEPS)[number];

/** Id of a numbered line of RULES.md, e.g. `5.3`. */
export type RuleId = `${number}.${number}`;

/** One term of a battle's sum: who brings how much, and by what right. */
export interface Contribution {
  readonly country: CountryIndex;
  readonly role: "attacker" | "follower" | "defender" | "aligned" | "pact" | "protector";
  /** Points brought after proximity, shares and terrain. */
  readonly points: number;
  /** The rule's factor, e.g. .50 for a fellow balancer. */
  readonly factor: number;
  readonly proximity: number;
  readonly treaty?: TreatyId;
  /** Part of its force that went here, where its order sends most of it to one place. */
  readonly share?: number;
}

/**
 * A fact returned by the rules. Every event names the rule that made it and carries the numbers that
 * decided it; reveal, history, debrief and tests all read these.
 */
export type GameEvent = {
  readonly rule: RuleId;
  readonly step: Step;
  /** Countries that may know of it, ascending; absent = everyone. The projection drops it for the others. */
  readonly seenBy?: readonly CountryIndex[];
} & EventBody;
export type EventBody =
  | { readonly kind: "treatySigned"; readonly treaty: Treaty }
  | { readonly kind: "treatyLapsed"; readonly treaty: Treaty }
  | {
      readonly kind: "treatyBroken";
      readonly treaty: Treaty;
      readonly by: CountryIndex;
      /** The last two break neutrality alone: following into an attack on a partner, helping those who fight it. */
      readonly deed: "attack" | "refusal" | "balance" | "follow" | "help";
    }
  | { readonly kind: "congressCalled" }
  | { readonly kind: "aidGiven"; readonly from: CountryIndex; readonly to: CountryIndex; readonly points: number }
  | {
      readonly kind: "armed";
      readonly country: CountryIndex;
      readonly income: number;
      readonly offence: number;
      readonly defence: number;
      readonly industry: number;
      readonly saved: number;
    }
  | {
      readonly kind: "occupationPaid";
      readonly country: CountryIndex;
      readonly provinces: number;
      readonly points: number;
      readonly stability: number;
    }
  | { readonly kind: "mobilised"; readonly country: CountryIndex; readonly from: number; readonly to: number }
  | { readonly kind: "demobilised"; readonly country: CountryIndex }
  | { readonly kind: "offenceCut"; readonly country: CountryIndex; readonly points: number }
  | { readonly kind: "threatened"; readonly by: CountryIndex; readonly target: CountryIndex }
  | { readonly kind: "reassured"; readonly by: CountryIndex; readonly target: CountryIndex; readonly believed: boolean }
  | {
      readonly kind: "aligned";
      readonly country: CountryIndex;
      readonly alignment: Alignment;
      /** What it counts as: mutual or circular bandwagoning counts as hide. */
      readonly counts: Alignment;
    }
  | { readonly kind: "tributePaid"; readonly from: CountryIndex; readonly to: CountryIndex; readonly points: number }
  | {
      /** One turn's income of a conquered province, seized; the followers' part is in `shares`. */
      readonly kind: "spoilsTaken";
      readonly country: CountryIndex;
      readonly province: ProvinceIndex;
      readonly points: number;
      readonly shares: readonly { readonly country: CountryIndex; readonly points: number }[];
    }
  | {
      readonly kind: "pactCalled";
      readonly treaty: TreatyId;
      readonly ally: CountryIndex;
      readonly victim: CountryIndex;
      readonly attacker: CountryIndex;
      readonly answer: "honoured" | "refused";
    }
  | {
      readonly kind: "battle";
      readonly attackers: readonly CountryIndex[];
      readonly defender: CountryIndex;
      readonly province: ProvinceIndex;
      readonly attack: number;
      readonly defence: number;
      readonly forces: readonly Contribution[];
      readonly outcome: "win" | "stalemate" | "loss";
      /** Some country's promise to help was not kept. */
      readonly deserters: readonly CountryIndex[];
      readonly provoked: boolean;
      /** Where battles are decided by a die: chance of a win, and what was thrown, both 0–1. */
      readonly chance?: { readonly win: number; readonly thrown: number };
    }
  | {
      readonly kind: "provinceTaken";
      readonly province: ProvinceIndex;
      readonly from: CountryIndex;
      readonly to: CountryIndex;
      readonly how: "conquest" | "liberation" | "withdrawal" | "reconquest" | "cession" | "revolt";
      /** Who won the battle, if another than the new holder. */
      readonly by: CountryIndex;
    }
  | { readonly kind: "armistice"; readonly country: CountryIndex; readonly to: number }
  | { readonly kind: "exiled"; readonly country: CountryIndex }
  | { readonly kind: "restored"; readonly country: CountryIndex }
  | {
      /** An act counted by the intent record; `felt[i]` is how observer i is exposed, ΔL_i = g·λ. */
      readonly kind: "act";
      readonly by: CountryIndex;
      /** Equal to `by` when the act is addressed to everyone (arming, mobilising, disarming). */
      readonly target: CountryIndex;
      readonly act: ActKind;
      readonly lambda: number;
      readonly felt: readonly (Exposure | null)[];
    }
  | {
      readonly kind: "securityDilemma";
      readonly a: CountryIndex;
      readonly b: CountryIndex;
      readonly riseOfB: number;
      readonly riseOfA: number;
    }
  | { readonly kind: "alarm"; readonly country: CountryIndex; readonly share: number; readonly on: boolean }
  | {
      readonly kind: "ultimatumIssued";
      readonly by: CountryIndex;
      readonly target: CountryIndex;
      readonly demand: Demand;
      /** The treaty it is to leave. */
      readonly treaty?: Treaty;
    }
  | {
      readonly kind: "ultimatumAnswered";
      readonly by: CountryIndex;
      readonly target: CountryIndex;
      readonly demand: Demand;
      readonly treaty?: Treaty;
      readonly accepted: boolean;
    }
  /** A refused ultimatum that its issuer does not follow up by an attack in the turn of the refusal. */
  | {
      readonly kind: "bluffCalled";
      readonly by: CountryIndex;
      readonly target: CountryIndex;
      /** What backing down in public cost the bluffer at home, and what it has left. */
      readonly stability: number;
      readonly now: number;
    }
  /** An attack on a country that bowed to the attacker's ultimatum (6.8), or turned to follow it (7.14), does not take place. */
  | {
      readonly kind: "attackCalledOff";
      readonly by: CountryIndex;
      readonly target: CountryIndex;
      readonly province: ProvinceIndex;
    }
  | {
      readonly kind: "treatyLeft";
      readonly treaty: Treaty;
      readonly by: CountryIndex;
      readonly demandedBy: CountryIndex;
    }
  | {
      readonly kind: "conceded";
      readonly by: CountryIndex;
      readonly to: CountryIndex;
      readonly province: ProvinceIndex;
    }
  | {
      readonly kind: "propaganda";
      readonly by: CountryIndex;
      readonly target: CountryIndex;
      /** Stability lost by the target. */
      readonly stability: number;
      /** Both belong to one centralising movement. */
      readonly kin: boolean;
    }
  | {
      readonly kind: "appealed";
      readonly by: CountryIndex;
      readonly to: CountryIndex;
      readonly against: CountryIndex;
    }
  | {
      readonly kind: "influenced";
      readonly by: CountryIndex;
      readonly target: CountryIndex;
      readonly gain: number;
      readonly now: number;
    }
  | {
      readonly kind: "subverted";
      readonly by: CountryIndex;
      readonly target: CountryIndex;
      readonly stability: number;
    }
  /** What everyone sees of subversion: a country less stable, and nobody says why. */
  | { readonly kind: "unrest"; readonly country: CountryIndex; readonly stability: number; readonly now: number }
  | {
      readonly kind: "covertFound";
      readonly by: CountryIndex;
      readonly target: CountryIndex;
      readonly deed: "influence" | "subvert";
      /** By accident: everyone knows. By a country's intelligence: it alone. */
      readonly finder: CountryIndex | null;
      readonly probability: number;
    }
  | {
      /** What an investigation brought home. */
      readonly kind: "investigated";
      readonly by: CountryIndex;
      readonly target: CountryIndex;
      readonly treaties: readonly Treaty[];
      readonly deeds: number;
      /** A guess at the ambition that is right with this probability; null where there was nothing to read. */
      readonly ambition: { readonly revisionist: boolean; readonly right: number } | null;
    }
  | {
      readonly kind: "treatyKnown";
      readonly treaty: Treaty;
      /** By accident, because a party was called by it or broke it, or because an ultimatum named it. */
      readonly how: "leak" | "call" | "breach" | "demand";
      /** Chance of a leak. */
      readonly probability: number | null;
    }
  | {
      readonly kind: "revolt";
      readonly province: ProvinceIndex;
      readonly holder: CountryIndex;
      readonly owner: CountryIndex;
      readonly stability: number;
      /** Points of defence that would have held it, and those the holder had left. */
      readonly garrison: number;
      readonly left: number;
    }
  | { readonly kind: "rising"; readonly country: CountryIndex; readonly stability: number; readonly defence: number }
  | {
      readonly kind: "crisis";
      readonly crisis: string;
      readonly date: string;
      readonly title: string;
      readonly text: string;
    }
  | { readonly kind: "crisisEffect"; readonly crisis: string; readonly effect: CrisisEffect };
export type EventKind = EventBody["kind"];
export type EventOf<K extends EventKind> = Extract<GameEvent, { readonly kind: K }>;
