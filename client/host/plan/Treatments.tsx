import type { VNode } from "preact";
import type { Treatment } from "#shared/model/classroom.ts";
import { MESSAGE_MODES } from "#shared/model/match.ts";
import { treatmentsDealt } from "#shared/classroom/treatments.ts";
import { t } from "../../i18n/t.ts";
import { fix, plainTreatment, withTreatment } from "../model/planForm.ts";
import { ChoiceField } from "./fields.tsx";
import type { FormProps } from "./Planner.tsx";

const MOST = 6;

/** What tables differ in, and which table has which. */
export function Treatments({ form, plan, onChange }: FormProps): VNode {
  const { treatments } = plan;
  const add = (): void => {
    const name = t("hostPlan.treatments.proposed", { letter: String.fromCodePoint(65 + treatments.length) });
    onChange(withTreatment(form, treatments.length, plainTreatment(name)));
  };
  return (
    <details class="card planner-part">
      <summary>
        <h3 class="h3">{t("hostPlan.treatments.title")}</h3>
        <span class="note">
          {treatments.length === 0 ? t("hostPlan.treatments.none") : treatments.map(({ name }) => name).join(" · ")}
        </span>
      </summary>
      <p class="note">{t("hostPlan.treatments.what")}</p>
      {treatments.map((treatment, at) => (
        <OneTreatment key={at} treatment={treatment} onChange={(next) => onChange(withTreatment(form, at, next))} />
      ))}
      {treatments.length === 1 && <p class="note">{t("hostPlan.treatments.two")}</p>}
      {treatments.length < MOST && (
        <button type="button" class="button" onClick={add}>
          {t("hostPlan.treatments.add")}
        </button>
      )}
      {treatments.length > 1 && <Dealt form={form} plan={plan} onChange={onChange} />}
    </details>
  );
}

interface OneProps {
  readonly treatment: Treatment;
  /** Null takes it out. */
  readonly onChange: (treatment: Treatment | null) => void;
}

function OneTreatment({ treatment, onChange }: OneProps): VNode {
  const change = (part: Partial<Treatment>): void => onChange({ ...treatment, ...part });
  return (
    <fieldset class="treatment">
      <legend class="visually-hidden">{treatment.name}</legend>
      <div class="treatment-head">
        <label class="field">
          <span class="visually-hidden">{t("hostPlan.treatments.name")}</span>
          <input
            class="input"
            maxLength={60}
            value={treatment.name}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        </label>
        <button
          type="button"
          class="button"
          aria-label={t("hostPlan.treatments.remove", { name: treatment.name })}
          onClick={() => onChange(null)}
        >
          ×
        </button>
      </div>
      <div class="planner-grid">
        <ChoiceField
          label={t("hostPlan.treatments.board")}
          value={treatment.board}
          options={(["full", "power"] as const).map((board) => [board, t(`hostPlan.treatments.boards.${board}`)])}
          onChange={(board) => change({ board })}
        />
        <ChoiceField
          label={t("hostPlan.treatments.strongest")}
          value={treatment.strongest ?? "none"}
          options={(["none", "reassuring", "blustering"] as const).map((each) => [
            each,
            t(`hostPlan.treatments.strongests.${each}`),
          ])}
          onChange={(strongest) => change({ strongest: strongest === "none" ? null : strongest })}
        />
        <LevelField
          what="kappa"
          value={treatment.kappa}
          levels={{ low: 0.8, high: 1.5 }}
          onChange={(kappa) => change({ kappa })}
        />
        <LevelField
          what="delta"
          value={treatment.delta}
          levels={{ low: 0.1, high: 0.9 }}
          onChange={(delta) => change({ delta })}
        />
        <ChoiceField
          label={t("hostPlan.treatments.messages")}
          value={treatment.messages ?? "plan"}
          options={[
            ["plan", t("hostPlan.treatments.asPlan")] as const,
            ...MESSAGE_MODES.map((mode) => [mode, t(`setup.messageMode.${mode}`)] as const),
          ]}
          onChange={(messages) => change({ messages: messages === "plan" ? null : messages })}
        />
      </div>
    </fieldset>
  );
}

interface LevelProps {
  readonly what: "kappa" | "delta";
  readonly value: number | null;
  readonly levels: Readonly<Record<"low" | "high", number>>;
  readonly onChange: (value: number | null) => void;
}

/** Jervis's two dimensions, low or high: his four worlds are their four combinations. */
function LevelField({ what, value, levels, onChange }: LevelProps): VNode {
  const now = value === null ? "none" : value === levels.low ? "low" : "high";
  return (
    <ChoiceField
      label={t(`hostPlan.treatments.${what}`)}
      value={now}
      options={(["none", "low", "high"] as const).map((each) => [each, t(`hostPlan.treatments.${what}s.${each}`)])}
      onChange={(each) => onChange(each === "none" ? null : levels[each])}
    />
  );
}

function Dealt({ form, plan, onChange }: FormProps): VNode {
  const { dealt } = plan;
  const deal = (): void => {
    const [seed = 1] = crypto.getRandomValues(new Uint32Array(1));
    onChange(fix(form, { dealt: treatmentsDealt(plan, seed) }));
  };
  return (
    <fieldset class="dealt">
      <legend>{t("hostPlan.treatments.dealt")}</legend>
      <p class="note">{t("hostPlan.treatments.dealtNote")}</p>
      <div class="dealt-list">
        {dealt.map((treatment, at) => (
          <ChoiceField
            key={at}
            label={t("hostPlan.treatments.table", { number: at + 1 })}
            value={String(treatment)}
            options={plan.treatments.map(({ name }, each) => [String(each), name])}
            onChange={(each) => onChange(fix(form, { dealt: dealt.map((one, k) => (k === at ? Number(each) : one)) }))}
          />
        ))}
      </div>
      <button type="button" class="button" onClick={deal}>
        {t("hostPlan.treatments.deal")}
      </button>
    </fieldset>
  );
}
