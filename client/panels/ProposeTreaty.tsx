import { useSignal } from "@preact/signals";
import { checkTerms } from "#shared/rules/index.ts";
import { TREATY_KINDS, type TreatyKind, type TreatyTerms } from "#shared/model/treaty.ts";
import type { CountryId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Module } from "#shared/model/scenario.ts";
import type { Board } from "#shared/model/world.ts";
import { t } from "../i18n/t.ts";
import { closeSheet, nameOfId, usePlay } from "./state/playState.ts";
import { percent } from "../viewmodel/numbers.ts";
import { threadOf } from "../viewmodel/threads.ts";
import { Dialog } from "./Dialog.tsx";
import { RefusalText } from "./RefusalText.tsx";

interface Props {
  readonly first: readonly CountryId[];
  readonly kind: TreatyKind;
}

/** The kinds that this match knows: promises to consult and to stay out belong to a module of their own. */
const kindsOn = (modules: readonly Module[]): readonly TreatyKind[] =>
  TREATY_KINDS.filter((kind) => (kind !== "consultation" && kind !== "neutrality") || modules.includes("softTreaties"));

/** Puts a treaty on the table. The same rule that would refuse it says so before it is sent. */
export function ProposeTreaty({ first, kind: begin }: Props) {
  const play = usePlay();
  const { board } = play;
  const me = play.me.value;
  const view = play.view.value;
  const kind = useSignal<TreatyKind>(begin);
  const secret = useSignal(false);
  const parties = useSignal<readonly CountryId[]>(first);
  const against = useSignal<CountryId | null>(null);
  const refusal = useSignal<Refusal | null>(null);
  const you = view.you;
  if (me === null || you === null) return null;
  const others = board.ids.filter((id) => id !== you);
  const terms: TreatyTerms = {
    kind: kind.value,
    parties: [...parties.value, you].sort(),
    ...(kind.value === "defence" && against.value ? { against: against.value } : {}),
    ...(secret.value ? { secret: true } : {}),
  };
  const check =
    parties.value.length > 0 ? checkTerms(board, view.world, me, { terms, openProposals: view.proposals }) : null;
  const refused = check && !check.ok ? check.error : null;
  const propose = async (): Promise<void> => {
    if (!check?.ok) return;
    const reply = await play.connection.send("propose", { terms });
    if (!reply.ok) {
      refusal.value = reply.refusal;
      return;
    }
    play.thread.value = threadOf(parties.peek());
    play.tab.value = "messages";
    closeSheet(play);
  };
  return (
    <Dialog title={t("treaty.proposeTitle")} onClose={() => closeSheet(play)}>
      <fieldset class="choice-list">
        <legend class="label">{t("treaty.kind")}</legend>
        {kindsOn(board.modules).map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="treaty-kind" checked={kind.value === each} onChange={() => (kind.value = each)} />
            <span>
              <b class="lead">{t(`treaty.${each}`)}</b>
              <span class="small quiet">{t(`treaty.${each}Means`, kindFigures(board))}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="chips">
        <legend class="label">{t("treaty.withWhom")}</legend>
        {others.map((id) => (
          <label key={id} class="chip">
            <input
              type="checkbox"
              checked={parties.value.includes(id)}
              onChange={() => {
                parties.value = parties.value.includes(id)
                  ? parties.value.filter((each) => each !== id)
                  : [...parties.value, id];
                refusal.value = null;
              }}
            />
            {nameOfId(board, id)}
          </label>
        ))}
      </fieldset>
      {kind.value === "defence" && (
        <label class="field">
          <span class="label">{t("treaty.againstWhom")}</span>
          <select
            class="select"
            value={against.value ?? ""}
            onChange={(event) => (against.value = others.find((id) => id === event.currentTarget.value) ?? null)}
          >
            <option value="">{t("treaty.anyone")}</option>
            {others
              .filter((id) => !parties.value.includes(id))
              .map((id) => (
                <option key={id} value={id}>
                  {nameOfId(board, id)}
                </option>
              ))}
          </select>
        </label>
      )}
      {board.modules.includes("secretTreaties") && (
        <label class="check secret-switch">
          <input
            type="checkbox"
            checked={secret.value}
            onChange={(event) => {
              secret.value = event.currentTarget.checked;
              refusal.value = null;
            }}
          />
          <span>
            {t("treaty.secretSwitch")}
            <span class="small quiet">{t("treaty.secretMeans", { leak: percent(board.parameters.covert.leak) })}</span>
          </span>
        </label>
      )}
      {view.world.congress && <p class="note">{t("treaty.congress")}</p>}
      <RefusalText refusal={refusal.value ?? refused} />
      {parties.value.length === 0 && <p class="note">{t("treaty.choosePartner")}</p>}
      <button
        type="button"
        class="button button-strong button-block"
        aria-disabled={!check?.ok}
        onClick={() => void propose()}
      >
        {t("treaty.propose")}
      </button>
    </Dialog>
  );
}

/** The numbers in the sentences about each kind. */
const kindFigures = ({ parameters: { treaty, war } }: Board): Readonly<Record<string, number>> => ({
  turns: treaty.nonAggressionTurns,
  consulted: percent(war.helpConsulted),
  aligned: percent(war.helpAligned),
});
