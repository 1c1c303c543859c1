import type { ComponentChildren } from "preact";
import type { CountryIndex } from "#shared/model/ids.ts";
import { SOURCES, type BySource, type Source } from "#shared/model/parameters.ts";
import { t } from "../i18n/t.ts";
import { closeSheet, spoken, usePlay } from "./state/playState.ts";
import { workingOf, type Working } from "../viewmodel/formula.ts";
import { seesPowerAlone } from "../viewmodel/powerAlone.ts";
import { signed, twoPlaces } from "../viewmodel/numbers.ts";
import { CaseLink, type CaseChapter } from "./CaseLink.tsx";
import { Dialog } from "./Dialog.tsx";
import { RuleLink } from "./RuleLink.tsx";

const PART: Readonly<Record<Source, "power" | "nearness" | "offence" | "intent">> = {
  P: "power",
  X: "nearness",
  O: "offence",
  I: "intent",
};
const three = (value: number): string => value.toFixed(3).replace("-", "−");

interface FormulaProps {
  readonly country: CountryIndex;
  /** Whose fear it is; absent = the reader's. */
  readonly observer?: CountryIndex;
}

/** The formula of theory.md 1–4 with this pair's numbers filled in, step by step, each with its source. */
export function FormulaSheet({ country, observer }: FormulaProps) {
  const play = usePlay();
  const me = observer ?? play.me.value;
  if (me === null) return null;
  if (seesPowerAlone(play.view.value))
    return <PowerSheet country={country} working={workingOf(play.board, play.view.value, [me, country])} />;
  const working = workingOf(play.board, play.view.value, [me, country]);
  const name = spoken(play.board, country);
  return (
    <Dialog
      title={
        me === play.me.value
          ? t("formula.title", { country: name })
          : t("formula.titleOther", { country: name, observer: spoken(play.board, me) })
      }
      onClose={() => closeSheet(play)}
      size="wide"
    >
      <p>{t("formula.intro", { country: name, threat: Math.round(working.threat) })}</p>
      <ol class="formula-steps">
        <PowerStep working={working} />
        <NearnessStep working={working} />
        <OffenceStep working={working} />
        <IntentStep working={working} />
        <ThreatStep working={working} />
      </ol>
      <Baselines working={working} />
      <p class="note">
        {t("formula.states")} <RuleLink rule="9.1" /> <CaseLink chapter="decomposition" />
      </p>
    </Dialog>
  );
}

/** Where the board shows power alone, its working is that of power. */
function PowerSheet({ country, working }: Filled & { readonly country: CountryIndex }) {
  const play = usePlay();
  return (
    <Dialog
      title={t("classroom.power.titleSheet", { country: spoken(play.board, country) })}
      onClose={() => closeSheet(play)}
      size="wide"
    >
      <p>{t("classroom.power.intro", { power: Math.round(100 * working.components.P) })}</p>
      <ol class="formula-steps">
        <PowerStep working={working} />
      </ol>
    </Dialog>
  );
}

interface StepProps {
  readonly title: string;
  readonly source: string;
  readonly cases: CaseChapter;
  readonly children: ComponentChildren;
}

function FormulaStep({ title, source, cases, children }: StepProps) {
  return (
    <li class="formula-step">
      <h3 class="lead">{title}</h3>
      <div class="formula-lines num">{children}</div>
      <p class="note">
        {source} <CaseLink chapter={cases} />
      </p>
    </li>
  );
}

interface Filled {
  readonly working: Working;
}

function PowerStep({ working: { shares, medianShare, components } }: Filled) {
  return (
    <FormulaStep title={t("formula.power")} source={t("formula.powerSource")} cases="power">
      <p>
        p = (people + industry + arms) / 3 = ({three(shares.people)} + {three(shares.industry)} + {three(shares.arms)})
        / 3 = {three(shares.power)}
      </p>
      <p>
        P = p / (p + p̃) = {three(shares.power)} / ({three(shares.power)} + {three(medianShare)}) ={" "}
        <b>{three(components.P)}</b>
      </p>
    </FormulaStep>
  );
}

function NearnessStep({ working: { components } }: Filled) {
  return (
    <FormulaStep title={t("formula.nearness")} source={t("formula.nearnessSource")} cases="sources">
      <p>
        X = <b>{three(components.X)}</b>
      </p>
    </FormulaStep>
  );
}

function OffenceStep({ working: { offence, components } }: Filled) {
  const top = `${twoPlaces(offence.kappa)} · ${twoPlaces(offence.threatening)}`;
  return (
    <FormulaStep title={t("formula.offence")} source={t("formula.offenceSource")} cases="sources">
      <p>
        Off* = off + (1 − δ)·def = {twoPlaces(offence.off)} + {twoPlaces(1 - offence.delta)} · {twoPlaces(offence.def)}{" "}
        = {twoPlaces(offence.threatening)}
      </p>
      <p>
        Def* = δ·def = {twoPlaces(offence.delta)} · {twoPlaces(offence.def)} = {twoPlaces(offence.sheltering)}
      </p>
      <p>
        O = κ·Off* / (κ·Off* + Def* + s) = {top} / ({top} + {twoPlaces(offence.sheltering)} + {twoPlaces(offence.scale)}
        ) = <b>{three(components.O)}</b>
      </p>
    </FormulaStep>
  );
}

function IntentStep({ working: { intent, components } }: Filled) {
  const play = usePlay();
  const { modules } = play.board;
  if (play.view.value.settings.intentions === "rated")
    return (
      <FormulaStep title={t("formula.intent")} source={t("formula.intentSource")} cases="ratings">
        <p>{t("rate.formula", { intent: three(components.I) })}</p>
      </FormulaStep>
    );
  return (
    <FormulaStep title={t("formula.intent")} source={t("formula.intentSource")} cases="intentions">
      <p>
        {t("formula.record", {
          prior: twoPlaces(intent.prior),
          now: twoPlaces(intent.logOdds),
          keeps: Math.round(intent.rho * 100),
        })}
      </p>
      {modules.includes("ideology") && (
        <p>
          {t("formula.ideology")} 2γ·(D − ½) = 2 · {twoPlaces(intent.ideology.gamma)} · (
          {twoPlaces(intent.ideology.distance)} − ½) = {twoPlaces(intent.ideology.shift)}
        </p>
      )}
      <p>
        I = 1 / (1 + e<sup>−L</sup>) = <b>{three(components.I)}</b>
      </p>
    </FormulaStep>
  );
}

function ThreatStep({ working: { components, weights, factors, threat } }: Filled) {
  return (
    <FormulaStep title={t("formula.threat")} source={t("formula.threatSource")} cases="threat">
      <p>
        T = 100 ·{" "}
        {SOURCES.map((source, at) => (
          <span key={source}>
            {at > 0 && " · "}
            {source}
            <sup>{twoPlaces(weights[source])}</sup>
          </span>
        ))}
      </p>
      <p>
        = 100 ·{" "}
        {SOURCES.map((source, at) => (
          <span key={source}>
            {at > 0 && " · "}
            {three(components[source])}
            <sup>{twoPlaces(weights[source])}</sup>
          </span>
        ))}
      </p>
      <p>
        = 100 · {SOURCES.map((source) => three(factors[source])).join(" · ")} = <b>{twoPlaces(threat)}</b>
      </p>
    </FormulaStep>
  );
}

/** The exact decomposition against both baselines (LMDI-I, Ang 2004). */
function Baselines({ working: { fromAverage, sinceLastTurn, threat } }: Filled) {
  const sum = (parts: BySource): number => SOURCES.reduce((total, source) => total + parts[source], 0);
  return (
    <table class="plain-table">
      <caption class="label">{t("formula.parts")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("formula.source")}</th>
          <th scope="col" class="num">
            {t("formula.fromAverage")}
          </th>
          <th scope="col" class="num">
            {t("formula.sinceLast")}
          </th>
        </tr>
      </thead>
      <tbody>
        {SOURCES.map((source) => (
          <tr key={source}>
            <th scope="row">{t(`threats.part.${PART[source]}`)}</th>
            <td class="num">{signed(fromAverage[source])}</td>
            <td class="num">{sinceLastTurn ? signed(sinceLastTurn[source]) : "–"}</td>
          </tr>
        ))}
        <tr class="total">
          <th scope="row">{t("formula.sum", { threat: Math.round(threat) })}</th>
          <td class="num">{signed(sum(fromAverage))}</td>
          <td class="num">{sinceLastTurn ? signed(sum(sinceLastTurn)) : "–"}</td>
        </tr>
      </tbody>
    </table>
  );
}
