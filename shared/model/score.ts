/** Score 0–100 with its parts (rules.md, "Score"). */
export interface Score {
  readonly home: number;
  readonly security: number;
  readonly sovereign: number;
  /** 0 while the match runs; at the end 10 if the private aim was met. */
  readonly aim: number;
  /** Points the scenario gives an exposed seat; 0 while the match runs. */
  readonly handicap: number;
  readonly total: number;
}

/** What the whole table did well: wars avoided and countries alive. 0–100. */
export interface ClassScore {
  readonly wars: number;
  readonly turns: number;
  readonly alive: number;
  readonly countries: number;
  readonly total: number;
}
