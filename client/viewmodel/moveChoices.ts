import { canonicalJson } from "#shared/lib/canonical.ts";
import type { CountryIndex, ProvinceIndex } from "#shared/model/ids.ts";
import type { Move, MoveKind } from "#shared/model/order.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Board } from "#shared/model/world.ts";
import type { LegalOptions } from "#shared/rules/index.ts";

/** Moves of one kind: those that may be made now, and those that may not, with the reason the rules give. */
export interface MoveGroup {
  readonly kind: MoveKind;
  readonly choices: readonly Move[];
  /** One entry per reason; names are the provinces or countries it holds for, empty where the kind has no target. */
  readonly refused: readonly { readonly why: string; readonly names: readonly string[] }[];
}

interface Sight {
  readonly board: Board;
  readonly me: CountryIndex;
  readonly options: LegalOptions;
  readonly taken: readonly Move[];
}

/** Every kind of move in the order of the rules; moves already on the sheet are left out. */
export function moveGroups({ board, me, options, taken }: Sight): readonly MoveGroup[] {
  const onSheet = new Set(taken.map(canonicalJson));
  const attacking = taken.some((move) => move.kind === "attack");
  const groups: readonly MoveGroup[] = [
    attacking ? { kind: "attack", choices: [], refused: [] } : attackGroup(board, options),
    plainGroup("mobilise", { kind: "mobilise" }, options.mobilise),
    countryGroup({ board, me, kind: "threaten", answers: options.threaten }),
    countryGroup({ board, me, kind: "reassure", answers: options.reassure }),
    plainGroup("demobilise", { kind: "demobilise" }, options.demobilise),
    cutGroup(options.cutOffence),
    withdrawGroup(board, options),
  ];
  return groups
    .map((group) => ({ ...group, choices: group.choices.filter((move) => !onSheet.has(canonicalJson(move))) }))
    .filter((group) => group.choices.length > 0 || group.refused.length > 0);
}

type Answer = Refusal | null;

function attackGroup(board: Board, { attack }: LegalOptions): MoveGroup {
  const provinces = board.provinces.map((province, index) => ({ province, answer: attack[index] }));
  const choices = provinces.flatMap(({ province, answer }): readonly Move[] => [
    ...(answer?.keep === null ? [{ kind: "attack", province: province.id, liberate: false } as const] : []),
    ...(answer?.liberate === null ? [{ kind: "attack", province: province.id, liberate: true } as const] : []),
  ]);
  return {
    kind: "attack",
    choices,
    refused: grouped(provinces.map(({ province, answer }) => [province.name, answer?.keep ?? null])),
  };
}

const plainGroup = (kind: MoveKind, move: Move, answer: Answer): MoveGroup => ({
  kind,
  choices: answer === null ? [move] : [],
  refused: answer === null ? [] : [{ why: answer.text, names: [] }],
});

interface Targets {
  readonly board: Board;
  readonly me: CountryIndex;
  readonly kind: "threaten" | "reassure";
  readonly answers: readonly Answer[];
}

function countryGroup({ board, me, kind, answers }: Targets): MoveGroup {
  const others = board.ids.map((id, index) => ({ id, index })).filter(({ index }) => index !== me);
  return {
    kind,
    choices: others.filter(({ index }) => answers[index] === null).map(({ id }): Move => ({ kind, target: id })),
    refused: grouped(others.map(({ index }) => [board.names[index] ?? "", answers[index] ?? null])),
  };
}

/** Cutting all, or half: the sheet then lets the number be changed. */
const cutGroup = ({ answer, most }: LegalOptions["cutOffence"]): MoveGroup => ({
  kind: "cutOffence",
  choices:
    answer === null
      ? [...new Set([1, Math.ceil(most / 2), most])]
          .filter((points) => points >= 1)
          .map((points): Move => ({ kind: "cutOffence", points }))
      : [],
  refused: answer === null ? [] : [{ why: answer.text, names: [] }],
});

/** Only provinces that could be given up at all are worth a reason: one cannot withdraw from others' land. */
function withdrawGroup(board: Board, { withdraw }: LegalOptions): MoveGroup {
  const allowed = board.provinces.filter((_, index: ProvinceIndex) => withdraw[index] === null);
  return {
    kind: "withdraw",
    choices: allowed.map((province): Move => ({ kind: "withdraw", province: province.id })),
    refused: [],
  };
}

/** Refusals that differ only in the name are one, with "it" in the name's place: fifty provinces out of reach are one line. */
function grouped(answers: readonly (readonly [string, Answer])[]): MoveGroup["refused"] {
  const byReason = new Map<string, { readonly names: string[]; readonly first: string }>();
  for (const [name, answer] of answers) {
    if (!answer) continue;
    const reason = withoutName(answer.text, name);
    const known = byReason.get(reason);
    if (known) known.names.push(name);
    else byReason.set(reason, { names: [name], first: answer.text });
  }
  return [...byReason].map(([reason, { names, first }]) => ({ why: names.length === 1 ? first : reason, names }));
}

function withoutName(text: string, name: string): string {
  const replaced = text.replaceAll(name, "it");
  return replaced.charAt(0).toUpperCase() + replaced.slice(1);
}
