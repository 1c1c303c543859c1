import { readFileSync } from "node:fs";
import type { MatchRecord, MatchState } from "#shared/model/match.ts";
import type { Score } from "#shared/model/score.ts";
import { checkRecord } from "#shared/record/foldRecord.ts";
import { recordFromJson } from "#shared/record/json.ts";
import { transcriptOf } from "#shared/record/transcript.ts";
import { finalScore, scoreOf, worldHash } from "#shared/rules/index.ts";

/**
 * npm run -s replay -- FILE.json [--transcript] [--json]
 * Plays a match record again from its scenario, seed and commands, and compares the world after every turn with the hash
 * that was stored when it was played. Last line `replay equal`, or which turns differ. Exit 1 on a difference, on a record
 * that cannot be read, and on a command that could not have been accepted.
 */
const USE = "Use: npm run -s replay -- FILE.json [--transcript] [--json]";

interface Options {
  readonly path: string;
  readonly transcript: boolean;
  readonly json: boolean;
}

function main(words: readonly string[]): number {
  const options = readOptions(words);
  if (!options) return refuse(USE);
  const text = readText(options.path);
  if (text === null) return refuse(`There is no file ${options.path} that can be read.`);
  const record = recordFromJson(text);
  if (!record.ok) return refuse(record.error.text);
  const state = checkRecord(record.value);
  if (!state.ok) return refuse(state.error.text);
  return tell(record.value, state.value, options);
}

function readOptions(words: readonly string[]): Options | null {
  const flags = words.filter((word) => word.startsWith("--"));
  const [path, ...more] = words.filter((word) => !word.startsWith("--"));
  if (path === undefined || more.length > 0 || flags.some((flag) => flag !== "--transcript" && flag !== "--json"))
    return null;
  return { path, transcript: flags.includes("--transcript"), json: flags.includes("--json") };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function tell(record: MatchRecord, state: MatchState, { transcript, json }: Options): number {
  const unequal = [...new Set(state.hashMismatches)];
  if (json) console.log(JSON.stringify(summary(record, state, unequal)));
  else if (transcript) process.stdout.write(`${transcriptOf(state)}\n`);
  else for (const line of lines(record, state, unequal)) console.log(line);
  const verdict =
    unequal.length === 0
      ? "replay equal"
      : `replay differs in ${unequal.length === 1 ? "turn" : "turns"} ${unequal.join(", ")}`;
  if (json) console.error(verdict);
  else console.log(verdict);
  return unequal.length === 0 ? 0 : 1;
}

function lines(record: MatchRecord, state: MatchState, unequal: readonly number[]): string[] {
  const { board, played, phase, turn } = state;
  const stored = storedHashes(record);
  const turns = played.map((one) => {
    const verdict = !stored.has(one.turn)
      ? "no hash stored"
      : unequal.includes(one.turn)
        ? `differs from ${stored.get(one.turn)}`
        : "equal";
    return `turn ${one.turn}  ${worldHash(one.after)}  ${verdict}`;
  });
  const scores = scoresOf(state).map(
    ({ total, aim }, i) => `${total.toFixed(1).padStart(6)}  ${board.names[i]}${aim > 0 ? "  (aim met)" : ""}`,
  );
  const where = phase === "ended" ? "final scores" : `not over: ${phase} of turn ${turn}; scores so far`;
  return [
    `${board.scenario.title}, seed ${state.settings.seed}, ${record.commands.length} entries`,
    ...turns,
    where,
    ...scores,
  ];
}

function summary(
  record: MatchRecord,
  state: MatchState,
  unequal: readonly number[],
): Readonly<Record<string, unknown>> {
  const { board, match, settings, phase, turn, played } = state;
  const stored = storedHashes(record);
  return {
    match,
    scenario: settings.scenario,
    seed: settings.seed,
    phase,
    turn,
    turns: played.map((one) => ({ turn: one.turn, hash: worldHash(one.after), stored: stored.get(one.turn) ?? null })),
    scores: scoresOf(state).map((score, i) => ({ country: board.ids[i], ...score })),
    unequal,
    equal: unequal.length === 0,
  };
}

const storedHashes = (record: MatchRecord): ReadonlyMap<number, string> =>
  new Map(
    record.commands.flatMap((command) => (command.kind === "hash" ? [[command.turn, command.hash] as const] : [])),
  );

const scoresOf = ({ board, world, cards, phase }: MatchState): readonly Score[] =>
  cards.map((card, i) => (phase === "ended" ? finalScore(board, world, i, card) : scoreOf(board, world, i)));

function refuse(text: string): number {
  console.error(text);
  return 1;
}

process.exitCode = main(process.argv.slice(2));
