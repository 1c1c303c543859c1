import type { ActKind, Exposure } from "./acts.ts";

/** The four sources of threat (Walt 1987): aggregate power, proximity, offensive capability, intentions. */
export const SOURCES = ["P", "X", "O", "I"] as const;
export type Source = (typeof SOURCES)[number];

/** One number per source. As components each lies in [floor, 1]; as points they are parts of T. */
export type BySource = Readonly<Record<Source, number>>;

/** Everything a scenario or a host can tune. Defaults: `rules/parameters.ts`. Units: points of arms or money unless said. */
export interface Parameters {
  /** Exponents of the threat formula, before normalising. */
  readonly weights: BySource;
  /** Least value of any component. */
  readonly floor: number;
  /** Offence–defence balance κ (Jervis 1978): 1.33 offence-dominant, 1, 0.75. */
  readonly kappa: number;
  /** Offence–defence differentiation δ in [0, 1] (Jervis 1978): at 0 every weapon frightens. */
  readonly delta: number;
  readonly intent: {
    /** Share of the excess over the prior that survives a turn. */
    readonly rho: number;
    /** Prior log-odds L0 for a country with no ideology distance and no rivalry. */
    readonly prior: number;
    /** Weight γ of ideology distance in the prior. */
    readonly gamma: number;
    /** Log-odds added by an enduring rivalry. */
    readonly rivalry: number;
    /** |L| never exceeds this. */
    readonly ceiling: number;
    readonly llr: Readonly<Record<ActKind, number>>;
    readonly exposure: Readonly<Record<Exposure, number>>;
    /** Least proximity X at which a country across water counts as a neighbour. */
    readonly near: number;
  };
  /** Constants of the expected utilities (theory.md 5). */
  readonly prediction: {
    readonly sLose: number;
    readonly cBal: number;
    /** V0, the worth of bandwagoning with an appeasable threat. */
    readonly vBandwagon: number;
    readonly spoils: number;
    readonly sBandwagon: number;
    readonly sHide: number;
    readonly safe: number;
    readonly cBuckPass: number;
    /** Softmax temperature τ of the prediction. */
    readonly tau: number;
    /** Exponent of the contest function in the prediction; 2 unless given. */
    readonly m?: number;
    /** Softmax temperature of the theory-following computer player. */
    readonly tauPlay: number;
    /** Utility a computer player adds to repeating last turn's choice. */
    readonly habit: number;
    /** War stage ω added per province the threat's side took lately, and its most. */
    readonly warStagePerProvince: number;
    readonly warStageMost: number;
  };
  readonly economy: {
    /** Points of income per unit of industry (a unit = 1 % of the scenario's industry). */
    readonly incomePerIndustry: number;
    readonly incomeLeast: number;
    readonly incomeMost: number;
    /** If set, the arms one turn's income buys never exceed this share of the country's starting arms (`Board.armsPerPoint`). */
    readonly incomeMostShareOfArms: number | null;
    readonly offenceCost: number;
    readonly defenceCost: number;
    /** Units of industry bought by one point. */
    readonly industryPerPoint: number;
    readonly balanceCost: number;
    /** Share of income a bandwagoner pays to the country it follows. */
    readonly tribute: number;
  };
  readonly war: {
    readonly winRatio: number;
    readonly stalemateRatio: number;
    readonly offenceInDefence: number;
    readonly helpAligned: number;
    readonly helpPact: number;
    readonly protectFollower: number;
    readonly followerOffence: number;
    readonly followerSpoils: number;
    readonly mobilisedFactor: number;
    readonly mobilisedTurns: number;
    readonly hardTerrain: number;
    readonly attackerKeepsOnWin: number;
    readonly attackerKeepsOnLoss: number;
    readonly attackerKeepsOnStalemate: number;
    readonly defenderKeepsOnLoss: number;
    readonly defenderKeepsOnWin: number;
    readonly defenderKeepsOnStalemate: number;
    readonly armisticeTurns: number;
    /** Value of an occupied province's people and industry to its holder. */
    readonly occupiedValue: number;
    readonly occupationCost: number;
    readonly occupationStability: number;
    readonly lowStability: number;
    readonly lowStabilityIncome: number;
    /** Stability at the start, and the most that quiet turns bring it back to. */
    readonly openingStability: number;
    /** Stability regained in a turn without occupied land. */
    readonly stabilityRecovery: number;
    /** Least proximity X at which a coast can be attacked from the sea. */
    readonly reachLeast: number;
    readonly provokedWindow: number;
    /** Share of its force that a country sends where its sheet says most is to go (rule 7.5). */
    readonly focus: number;
    /** Help of a fellow balancer with whom one has a consultation treaty (rule 4.11). */
    readonly helpConsulted: number;
  };
  /** Stability that a called bluff costs in an open and in a closed society (audience costs; Fearon 1994). */
  readonly ultimatum: { readonly bluffOpen: number; readonly bluffClosed: number };
  /** Stability lost by the target of propaganda; of kin in one centralising movement. */
  readonly propaganda: { readonly stability: number; readonly kin: number };
  readonly covert: {
    /** Influence gained by one move in an open and in a closed society, and the share that stays each turn. */
    readonly influenceOpen: number;
    readonly influenceClosed: number;
    readonly influenceKeeps: number;
    /** Stability an open and a closed society lose by subversion. */
    readonly subvertOpen: number;
    readonly subvertClosed: number;
    /** Chance per turn of being found out, in an open and in a closed society. */
    readonly foundOpen: number;
    readonly foundClosed: number;
    /** Chance that an investigation finds each secret of its target, and that it reads the ambition right. */
    readonly investigation: number;
    readonly ambitionRight: number;
    /** Chance per turn that a secret treaty leaks. */
    readonly leak: number;
  };
  readonly unrest: {
    /** Below this stability occupied land revolts and a subverted country rises. */
    readonly below: number;
    /** Points of defence that hold one occupied province. */
    readonly garrison: number;
    /** Share of its defence that a country loses by a rising at home. */
    readonly rising: number;
  };
  readonly treaty: {
    readonly nonAggressionTurns: number;
    /** Opening reliability as Beta counts: honoured, refused. */
    readonly reliabilityPrior: readonly [number, number];
  };
  readonly score: {
    readonly home: number;
    readonly security: number;
    readonly sovereign: number;
    readonly aim: number;
    /** Sovereignty counted for a turn spent bandwagoning. */
    readonly sovereignFollowing: number;
  };
  /** One country above this share of all military power switches the system alarm on (Levy & Thompson 2005). */
  readonly alarmShare: number;
  /** Revisionism dealt over six seats; other numbers of seats take a like proportion. */
  readonly revisionism: readonly number[];
}

/** Parts of the parameters, to any depth; what a scenario or a host overrides. */
export type PartialParameters = DeepPartial<Parameters>;
type DeepPartial<T> = T extends readonly unknown[] | number | null
  ? T
  : { readonly [K in keyof T]?: DeepPartial<T[K]> };
