import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { CountryId, CountryIndex } from "#shared/model/ids.ts";
import type { Demand, Move } from "#shared/model/order.ts";
import { covertOdds, legalOptions } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { countryChoices, demandChoices, landChoices, treatyOf, type Choice } from "../viewmodel/moveForms.ts";
import { namesOf, termsText } from "./ProposalCard.tsx";
import { demandText } from "./moveText.ts";
import { indexOf, nameOfId, usePlay, type Play } from "./state/playState.ts";

interface FormProps {
  readonly onPick: (move: Move) => void;
}

function useAsked() {
  const play = usePlay();
  const { board } = play;
  const { world } = play.view.value;
  const me = play.me.value ?? 0;
  return { play, board, world, me, options: legalOptions(board, world, me) };
}

interface SelectProps<T> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: string;
  readonly text: (value: T) => string;
  readonly onChoose: (value: T | null) => void;
}

const chosenOf = <T,>(choices: readonly Choice<T>[], key: string): T | null =>
  choices.find((choice) => choice.key === key && choice.refusal === null)?.value ?? null;

/** A list in which what the rules refuse is greyed out and says why. */
function ChoiceSelect<T>({ label, choices, chosen, text, onChoose }: SelectProps<T>) {
  const field = useRef<HTMLLabelElement>(null);
  // A new question opens below the last one, on a phone often out of sight.
  useEffect(() => field.current?.scrollIntoView({ block: "nearest" }), []);
  return (
    <label ref={field} class="field">
      <span class="small">{label}</span>
      <select
        class="select"
        value={chosen}
        onChange={(event) => onChoose(chosenOf(choices, event.currentTarget.value))}
      >
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

function AddButton({ move, onPick }: { readonly move: Move | null; readonly onPick: (move: Move) => void }) {
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
  const asked = useAsked();
  const { play, board } = asked;
  const target = useSignal<CountryId | null>(null);
  const kind = useSignal<Demand["kind"] | null>(null);
  const what = useSignal<string>("");
  const demands = target.value === null ? [] : demandChoices(asked, indexOf(board, target.value));
  const ofKind = demands.filter(({ value, refusal }) => value.kind === kind.value && !foreign(refusal));
  const demand = chosenOf(ofKind, what.value);
  const choose = (each: Demand["kind"] | null): void => {
    kind.value = each;
    what.value = "";
  };
  return (
    <Form means={t("statecraft.demand.means", { bluff: bluffCost(play, asked.me) })}>
      <ChoiceSelect
        label={t("statecraft.demand.whom")}
        choices={countryChoices(asked, asked.options.ultimatum)}
        chosen={target.value ?? ""}
        text={(id) => nameOfId(board, id)}
        onChoose={(id) => {
          target.value = id;
          choose(null);
        }}
      />
      {target.value !== null && <DemandKinds demands={demands} chosen={kind.value} onChoose={choose} />}
      {target.value !== null && kind.value !== null && (
        <ChoiceSelect
          label={t(`statecraft.demand.${kind.value}What`)}
          choices={ofKind}
          chosen={what.value}
          text={(each) => optionText(play, each, target.value)}
          onChoose={(each) => (what.value = each ? JSON.stringify(each) : "")}
        />
      )}
      <AddButton
        move={demand && target.value ? { kind: "ultimatum", target: target.value, demand } : null}
        onPick={onPick}
      />
    </Form>
  );
}

/** Land that the country does not hold at all is no choice worth a reason. */
const foreign = (refusal: Choice<Demand>["refusal"]): boolean => refusal?.code === "demand.notHeld";

/** Stability that a bluff of one's own costs: audiences at home count where they may speak (Fearon 1994). */
export function bluffCost({ board }: Play, by: CountryIndex): number {
  const { bluffOpen, bluffClosed } = board.parameters.ultimatum;
  return covertOdds(board, by).openSociety ? bluffOpen : bluffClosed;
}

interface DemandKindsProps {
  readonly demands: readonly Choice<Demand>[];
  readonly chosen: Demand["kind"] | null;
  readonly onChoose: (kind: Demand["kind"]) => void;
}

/** What there is to demand; what the rules refuse altogether stands below with their reason. */
function DemandKinds({ demands, chosen, onChoose }: DemandKindsProps) {
  const kinds = (["cede", "leaveTreaty", "align"] as const).map((kind) => {
    const here = demands.filter(({ value, refusal }) => value.kind === kind && !foreign(refusal));
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
function optionText(play: Play, demand: Demand, target: CountryId | null): string {
  const { you, world } = play.view.value;
  const whole = target === null ? "" : demandText(play, { demand, by: you, target });
  if (demand.kind === "cede") return whole.charAt(0).toUpperCase() + whole.slice(1);
  if (demand.kind === "leaveTreaty") {
    const treaty = treatyOf(world, demand);
    const others = treaty?.parties.filter((party) => party !== target) ?? [];
    return treaty ? t("play.country.treaty", { what: termsText(play, treaty), with: namesOf(play, others) }) : whole;
  }
  return demand.alignment.kind === "bandwagon"
    ? t("statecraft.demand.followMe")
    : t("statecraft.demand.balanceAgainst", { country: nameOfId(play.board, demand.alignment.against) });
}

/** Land of mine, to a country whose land it touches. */
export function ConcedeForm({ onPick }: FormProps) {
  const asked = useAsked();
  const { board, world, options } = asked;
  const province = useSignal<number | null>(null);
  const to = useSignal<CountryId | null>(null);
  const id = province.value === null ? undefined : board.provinces[province.value]?.id;
  return (
    <Form means={t("statecraft.concede.means")}>
      <ChoiceSelect
        label={t("statecraft.concede.province")}
        choices={landChoices(asked, world)}
        chosen={id ?? ""}
        text={(index) => board.provinces[index]?.name ?? ""}
        onChoose={(index) => {
          province.value = index;
          to.value = null;
        }}
      />
      {province.value !== null && (
        <ChoiceSelect
          label={t("statecraft.concede.to")}
          choices={countryChoices(asked, options.concedeTo(province.value))}
          chosen={to.value ?? ""}
          text={(each) => nameOfId(board, each)}
          onChoose={(each) => (to.value = each)}
        />
      )}
      <AddButton move={id && to.value ? { kind: "concede", to: to.value, province: id } : null} onPick={onPick} />
    </Form>
  );
}

/** Whom I ask, and against whom. */
export function AppealForm({ onPick }: FormProps) {
  const asked = useAsked();
  const { board, options } = asked;
  const to = useSignal<CountryId | null>(null);
  const against = useSignal<CountryId | null>(null);
  return (
    <Form means={t("statecraft.appeal.means")}>
      <ChoiceSelect
        label={t("statecraft.appeal.to")}
        choices={countryChoices(asked, options.appeal)}
        chosen={to.value ?? ""}
        text={(id) => nameOfId(board, id)}
        onChoose={(id) => {
          to.value = id;
          against.value = null;
        }}
      />
      {to.value !== null && (
        <ChoiceSelect
          label={t("statecraft.appeal.against")}
          choices={countryChoices(asked, options.appealAgainst(indexOf(board, to.value)))}
          chosen={against.value ?? ""}
          text={(id) => nameOfId(board, id)}
          onChoose={(id) => (against.value = id)}
        />
      )}
      <AddButton
        move={to.value && against.value ? { kind: "appeal", to: to.value, against: against.value } : null}
        onPick={onPick}
      />
    </Form>
  );
}
