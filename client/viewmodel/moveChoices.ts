import { canonicalJson } from "#shared/lib/canonical.ts";
import type { CountryIndex, ProvinceIndex } from "#shared/model/ids.ts";
import type { Move, MoveKind } from "#shared/model/order.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Board, PublicWorld } from "#shared/model/world.ts";
import type { LegalOptions } from "#shared/rules/index.ts";

/** How the kinds of move are gathered on the sheet. */
export const MOVE_SECTIONS = ["army", "words", "covert"] as const;
export type MoveSection = (typeof MOVE_SECTIONS)[number];

const SECTION = {
  attack: "army",
  mobilise: "army",
  demobilise: "army",
  cutOffence: "army",
  withdraw: "army",
  threaten: "words",
  reassure: "words",
  ultimatum: "words",
  concede: "words",
  appeal: "words",
  propaganda: "words",
  influence: "covert",
  subvert: "covert",
  investigate: "covert",
} as const satisfies Record<MoveKind, MoveSection>;

/** Moves of one kind: those that may be made now, and those that may not, with the reason the rules give. */
export interface MoveGroup {
  readonly kind: MoveKind;
  readonly section: MoveSection;
  /** Empty where a form puts the move together from two choices. */
  readonly choices: readonly Move[];
  /** Whether anything of this kind may be done at all. */
  readonly possible: boolean;
  /** One entry per reason; names are the provinces or countries it holds for, empty where the kind has no target. */
  readonly refused: readonly { readonly why: string; readonly names: readonly string[] }[];
}
type Found = Pick<MoveGroup, "choices" | "refused"> & { readonly kind: MoveKind; readonly possible?: boolean };

interface Sight {
  readonly board: Board;
  readonly world: PublicWorld;
  readonly me: CountryIndex;
  readonly options: LegalOptions;
  readonly taken: readonly Move[];
}

/** Refusals of what a match is played without: such a control does not appear at all. */
const isOff = (refusal: Refusal): boolean => refusal.code.endsWith(".level");

/** Every kind of move that this match knows, section by section; moves already on the sheet are left out. */
export function moveGroups({ board, world, me, options, taken }: Sight): readonly MoveGroup[] {
  const onSheet = new Set(taken.map(canonicalJson));
  const others = <T>(answers: readonly T[]): readonly T[] => answers.filter((_, index) => index !== me);
  const held = options.concede.filter((_, province) => world.holders[province] === me);
  const groups: readonly Found[] = [
    onlyOne(taken, "attack") ?? attackGroup(board, options),
    plainGroup("mobilise", { kind: "mobilise" }, options.mobilise),
    plainGroup("demobilise", { kind: "demobilise" }, options.demobilise),
    cutGroup(options.cutOffence),
    withdrawGroup(board, options),
    countryGroup({ board, me, kind: "threaten", answers: options.threaten }),
    countryGroup({ board, me, kind: "reassure", answers: options.reassure }),
    // One ultimatum a turn.
    onlyOne(taken, "ultimatum") ?? formGroup("ultimatum", others(options.ultimatum)),
    formGroup("concede", held),
    formGroup("appeal", others(options.appeal)),
    ...(["propaganda", "influence", "subvert", "investigate"] as const).map((kind) =>
      countryGroup({ board, me, kind, answers: options[kind] }),
    ),
  ];
  return groups
    .map((group) => ({
      ...group,
      section: SECTION[group.kind],
      possible: group.possible ?? group.choices.length > 0,
      choices: group.choices.filter((move) => !onSheet.has(canonicalJson(move))),
    }))
    .filter((group) => group.choices.length > 0 || group.possible || group.refused.length > 0);
}

type Answer = Refusal | null;

function attackGroup(board: Board, { attack }: LegalOptions): Found {
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

const plainGroup = (kind: MoveKind, move: Move, answer: Answer): Found => ({
  kind,
  choices: answer === null ? [move] : [],
  refused: answer === null || isOff(answer) ? [] : [{ why: answer.text, names: [] }],
});

/** What a form puts together: possible if anything it begins with is; else the first reason why not. */
function formGroup(kind: MoveKind, answers: readonly Answer[]): Found {
  const possible = answers.includes(null);
  const [first = null] = answers;
  return {
    kind,
    possible,
    choices: [],
    refused: possible || first === null || isOff(first) ? [] : [{ why: first.text, names: [] }],
  };
}

const onlyOne = (taken: readonly Move[], kind: MoveKind): Found | null =>
  taken.some((move) => move.kind === kind) ? { kind, choices: [], refused: [] } : null;

interface Targets {
  readonly board: Board;
  readonly me: CountryIndex;
  readonly kind: "threaten" | "reassure" | "propaganda" | "influence" | "subvert" | "investigate";
  readonly answers: readonly Answer[];
}

function countryGroup({ board, me, kind, answers }: Targets): Found {
  const others = board.ids.map((id, index) => ({ id, index })).filter(({ index }) => index !== me);
  return {
    kind,
    choices: others.filter(({ index }) => answers[index] === null).map(({ id }): Move => ({ kind, target: id })),
    refused: grouped(others.map(({ index }) => [board.names[index] ?? "", answers[index] ?? null])),
  };
}

/** Cutting all, or half: the sheet then lets the number be changed. */
const cutGroup = ({ answer, most }: LegalOptions["cutOffence"]): Found => ({
  kind: "cutOffence",
  choices:
    answer === null
      ? [...new Set([1, Math.ceil(most / 2), most])]
          .filter((points) => points >= 1)
          .map((points): Move => ({ kind: "cutOffence", points }))
      : [],
  refused: answer === null || isOff(answer) ? [] : [{ why: answer.text, names: [] }],
});

/** Only provinces that could be given up at all are worth a reason: one cannot withdraw from others' land. */
function withdrawGroup(board: Board, { withdraw }: LegalOptions): Found {
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
    if (!answer || isOff(answer)) continue;
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
