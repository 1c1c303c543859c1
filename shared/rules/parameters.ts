import type { Parameters, PartialParameters } from "../model/parameters.ts";

/** Tuned defaults of theory.md and rules.md; a scenario or a host overrides parts of them. */
export const DEFAULT_PARAMETERS: Parameters = {
  weights: { P: 0.2, X: 0.3, O: 0.15, I: 0.35 },
  floor: 0.05,
  kappa: 1,
  delta: 0.5,
  intent: {
    rho: 0.8,
    prior: -1.4,
    gamma: 0.5,
    rivalry: 0.8,
    ceiling: 3,
    llr: {
      annex: 2.2,
      attack_unprovoked: 2.1,
      attack_provoked: 0.7,
      break_pact: 1.4,
      betray_follower: 1.4,
      ultimatum: 1.1,
      subvert_found: 1,
      mobilise: 0.7,
      threat: 0.5,
      balance_against: 0.5,
      arm_offence: 0.35,
      hostile_propaganda: 0.3,
      arm_defence: 0,
      reassure: -0.1,
      join_war_for_victim: -0.2,
      aid: -0.4,
      treaty_nonaggression: -0.4,
      honour_pact: -0.5,
      treaty_defence: -0.6,
      concede: -0.6,
      demobilise: -0.7,
      cut_offence: -1.1,
      withdraw: -1.6,
      influence_found: 0.5,
      treaty_consultation: -0.2,
      treaty_neutrality: -0.3,
    },
    exposure: { direct: 1, ally: 0.7, neighbour: 0.5, other: 0.3, hidden: 0 },
    near: 0.5,
  },
  prediction: {
    sLose: 0.1,
    cBal: 0.08,
    vBandwagon: 0.7,
    spoils: 0.35,
    sBandwagon: 0.1,
    sHide: 0.1,
    safe: 0.95,
    cBuckPass: 0.05,
    tau: 0.1,
    tauPlay: 0.05,
    habit: 0.03,
    warStagePerProvince: 0.15,
    warStageMost: 0.9,
  },
  economy: {
    incomePerIndustry: 0.2,
    incomeLeast: 2,
    incomeMost: 12,
    incomeMostShareOfArms: null,
    offenceCost: 1,
    defenceCost: 1,
    industryPerPoint: 0.5,
    balanceCost: 1.5,
    tribute: 0.2,
  },
  war: {
    winRatio: 1.25,
    stalemateRatio: 0.8,
    offenceInDefence: 0.4,
    helpAligned: 0.5,
    helpPact: 0.75,
    protectFollower: 0.5,
    followerOffence: 0.25,
    followerSpoils: 0.25,
    mobilisedFactor: 1.25,
    mobilisedTurns: 2,
    hardTerrain: 1.25,
    attackerKeepsOnWin: 0.9,
    attackerKeepsOnLoss: 0.65,
    attackerKeepsOnStalemate: 0.72,
    defenderKeepsOnLoss: 0.7,
    defenderKeepsOnWin: 0.88,
    defenderKeepsOnStalemate: 0.8,
    armisticeTurns: 2,
    occupiedValue: 0.5,
    occupationCost: 1,
    occupationStability: 3,
    lowStability: 40,
    lowStabilityIncome: 0.75,
    openingStability: 75,
    stabilityRecovery: 1,
    reachLeast: 0.2,
    provokedWindow: 2,
    focus: 2 / 3,
    helpConsulted: 0.6,
  },
  ultimatum: { bluffOpen: 10, bluffClosed: 5 },
  propaganda: { stability: 2, kin: 4 },
  covert: {
    influenceOpen: 0.2,
    influenceClosed: 0.1,
    influenceKeeps: 0.9,
    subvertOpen: 10,
    subvertClosed: 5,
    foundOpen: 0.15,
    foundClosed: 0.3,
    investigation: 0.5,
    ambitionRight: 0.75,
    leak: 0.1,
  },
  unrest: { below: 20, garrison: 2, rising: 0.25 },
  treaty: { nonAggressionTurns: 3, reliabilityPrior: [3, 1] },
  score: { home: 40, security: 38, sovereign: 17, aim: 5, sovereignFollowing: 0.5 },
  alarmShare: 1 / 3,
  revisionism: [0.9, 0.6, 0.2, 0, -0.3, -0.7],
};

/** Defaults with the given parts put over them, later ones last. Arrays are replaced whole. */
export function withParameters(...parts: readonly (PartialParameters | undefined)[]): Parameters {
  return parts.reduce<Parameters>(
    (base, part) => (part ? (merged(base, part) as Parameters) : base),
    DEFAULT_PARAMETERS,
  );
}

function merged(base: unknown, part: unknown): unknown {
  if (!isGroup(base) || !isGroup(part)) return part;
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(part)) {
    if (value !== undefined) result[key] = merged(base[key], value);
  }
  return result;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
