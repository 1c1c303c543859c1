import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Demand, Move } from "#shared/model/order.ts";
import { covertOdds } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import {
  mayMove,
  possibleAppeals,
  possibleConcessions,
  targetsOf,
  treatyOf,
  ultimataTo,
  type Asked,
  type Choice,
} from "../viewmodel/possibleMoves.ts";
import { namesOf, termsText } from "./ProposalCard.tsx";
import { demandText, whose } from "./moveText.ts";
import { nameOf, nameOfId, usePlay, type Play } from "./state/playState.ts";

interface FormProps {
  readonly onPick: (move: Move) => void;
}

function useAsked(): { readonly play: Play; readonly asked: Asked } {
  const play = usePlay();
  return { play, asked: { board: play.board, world: play.view.value.world, me: play.me.value ?? 0 } };
}

interface SelectProps<T> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: string;
  readonly text: (value: T) => string;
  readonly onChoose: (key: string) => void;
}

/** A list in which what the rules refuse is greyed out and says why. */
function ChoiceSelect<T>({ label, choices, chosen, text, onChoose }: SelectProps<T>) {
  return (
    <label class="field">
      <span class="small">{label}</span>
      <select class="select" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{t("statecraft.choose")}</option>
        {choices.map(({ key, value, refusal }) => (
          <option key={key} value={key} disabled={refusal !== null}>
            {refusal ? t("statecraft.notAllowed", { name: text(value), why: refusal.text }) : text(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

function AddButton({ move, onPick }: { readonly move: Move | undefined; readonly onPick: (move: Move) => void }) {
  return (
    <button type="button" class="button button-strong" aria-disabled={!move} onClick={() => move && onPick(move)}>
      {t("statecraft.add")}
    </button>
  );
}

const Form = ({ means, children }: { readonly means: string; readonly children: ComponentChildren }) => (
  <div class="move-form">
    {children}
    <p class="note">{means}</p>
  </div>
);

/** Whom, then what kind of demand, then which: land, a treaty or a side. */
export function UltimatumForm({ onPick }: FormProps) {
  const { play, asked } = useAsked();
  const { board } = play;
  const target = useSignal<string>("");
  const kind = useSignal<Demand["kind"] | null>(null);
  const what = useSignal<string>("");
  const targets = targetsOf(asked, (index) => ultimataTo(asked, index));
  const index = targets.find(({ key }) => key === target.value)?.value ?? null;
  const demands = index === null ? [] : ultimataTo(asked, index).map((move) => choiceOf(asked, move));
  const ofKind = demands.filter(({ value }) => value.demand.kind === kind.value);
  const move = ofKind.find(({ key, refusal }) => key === what.value && refusal === null)?.value;
  return (
    <Form means={t("statecraft.demand.means", { bluff: bluffCost(play, asked.me) })}>
      <ChoiceSelect
        label={t("statecraft.demand.whom")}
        choices={targets}
        chosen={target.value}
        text={(each: CountryIndex) => nameOf(board, each)}
        onChoose={(key) => {
          target.value = key;
          kind.value = null;
          what.value = "";
        }}
      />
      {index !== null && (
        <DemandKinds
          demands={demands}
          chosen={kind.value}
          onChoose={(each) => {
            kind.value = each;
            what.value = "";
          }}
        />
      )}
      {kind.value !== null && (
        <ChoiceSelect
          label={t(`statecraft.demand.${kind.value}What`)}
          choices={ofKind}
          chosen={what.value}
          text={({ demand, target: whom }) => optionText(play, { demand, by: play.view.value.you, target: whom })}
          onChoose={(key) => (what.value = key)}
        />
      )}
      <AddButton move={move} onPick={onPick} />
    </Form>
  );
}

/** Stability that a bluff of one's own costs: audiences at home count where they may speak (Fearon 1994). */
export function bluffCost({ board }: Play, by: CountryIndex): number {
  const { bluffOpen, bluffClosed } = board.parameters.ultimatum;
  return covertOdds(board, by).openSociety ? bluffOpen : bluffClosed;
}

type Ultimatum = Extract<Move, { kind: "ultimatum" }>;
const choiceOf = <M extends Move>(asked: Asked, move: M): Choice<M> => ({
  key: JSON.stringify(move),
  value: move,
  refusal: mayMove(asked, move),
});

interface DemandKindsProps {
  readonly demands: readonly Choice<Ultimatum>[];
  readonly chosen: Demand["kind"] | null;
  readonly onChoose: (kind: Demand["kind"]) => void;
}

/** What there is to demand; what the rules refuse altogether stands below with their reason. */
function DemandKinds({ demands, chosen, onChoose }: DemandKindsProps) {
  const kinds = (["cede", "leaveTreaty", "align"] as const).map((kind) => {
    const here = demands.filter(({ value }) => value.demand.kind === kind);
    const possible = here.some(({ refusal }) => refusal === null);
    return { kind, possible, why: possible ? null : (here[0]?.refusal?.text ?? null) };
  });
  return (
    <>
      <fieldset class="chips">
        <legend class="small">{t("statecraft.demand.what")}</legend>
        {kinds
          .filter(({ possible }) => possible)
          .map(({ kind }) => (
            <button key={kind} type="button" class="chip" aria-pressed={chosen === kind} onClick={() => onChoose(kind)}>
              {t(`statecraft.demand.${kind}`)}
            </button>
          ))}
      </fieldset>
      {kinds.map(
        ({ kind, why }) =>
          why && (
            <p key={kind} class="note">
              <b>{t(`statecraft.demand.${kind}`)}:</b> {why}
            </p>
          ),
      )}
    </>
  );
}

/** A demand as one of a list whose heading says the rest: "Transylvania", "Balance against Serbia". */
function optionText(play: Play, ask: Parameters<typeof demandText>[1]): string {
  const { demand, target, by } = ask;
  if (demand.kind === "cede") return whose(play, demand.province).province;
  if (demand.kind === "leaveTreaty") {
    const treaty = treatyOf(play.view.value.world, demand);
    if (!treaty) return demandText(play, ask);
    const others = treaty.parties.filter((party) => party !== target);
    return t("play.country.treaty", { what: termsText(play, treaty), with: namesOf(play, others) });
  }
  if (demand.alignment.kind === "bandwagon" && demand.alignment.with === by) return t("statecraft.demand.followMe");
  if (demand.alignment.kind === "bandwagon") return demandText(play, ask);
  return t("statecraft.demand.balanceAgainst", { country: nameOfId(play.board, demand.alignment.against) });
}

/** Land of mine, to whom. */
export function ConcedeForm({ onPick }: FormProps) {
  const { play, asked } = useAsked();
  const all = possibleConcessions(asked);
  const to = useSignal<string>("");
  const province = useSignal<string>("");
  const here = all.filter((move) => move.to === to.value).map((move) => choiceOf(asked, move));
  return (
    <Form means={t("statecraft.concede.means")}>
      <ChoiceSelect
        label={t("statecraft.concede.to")}
        choices={targetsOf(asked, (index) => all.filter((move) => move.to === play.board.ids[index]))}
        chosen={to.value}
        text={(each: CountryIndex) => nameOf(play.board, each)}
        onChoose={(key) => {
          to.value = key;
          province.value = "";
        }}
      />
      {to.value !== "" && (
        <ChoiceSelect
          label={t("statecraft.concede.province")}
          choices={here}
          chosen={province.value}
          text={(move) => whose(play, move.province).province}
          onChoose={(key) => (province.value = key)}
        />
      )}
      <AddButton
        move={here.find(({ key, refusal }) => key === province.value && refusal === null)?.value}
        onPick={onPick}
      />
    </Form>
  );
}

/** Whom I ask, and against whom. */
export function AppealForm({ onPick }: FormProps) {
  const { play, asked } = useAsked();
  const all = possibleAppeals(asked);
  const to = useSignal<string>("");
  const against = useSignal<string>("");
  const here = all.filter((move) => move.to === to.value).map((move) => choiceOf(asked, move));
  return (
    <Form means={t("statecraft.appeal.means")}>
      <ChoiceSelect
        label={t("statecraft.appeal.to")}
        choices={targetsOf(asked, (index) => all.filter((move) => move.to === play.board.ids[index]))}
        chosen={to.value}
        text={(each: CountryIndex) => nameOf(play.board, each)}
        onChoose={(key) => {
          to.value = key;
          against.value = "";
        }}
      />
      {to.value !== "" && (
        <ChoiceSelect
          label={t("statecraft.appeal.against")}
          choices={here}
          chosen={against.value}
          text={(move) => nameOfId(play.board, move.against)}
          onChoose={(key) => (against.value = key)}
        />
      )}
      <AddButton
        move={here.find(({ key, refusal }) => key === against.value && refusal === null)?.value}
        onPick={onPick}
      />
    </Form>
  );
}
