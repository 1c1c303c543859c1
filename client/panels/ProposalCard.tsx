import { useSignal } from "@preact/signals";
import type { Proposal, TreatyTerms } from "#shared/model/treaty.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { CountryId } from "#shared/model/ids.ts";
import { t } from "../i18n/t.ts";
import { nameOfId, usePlay, type Play } from "./state/playState.ts";
import { awaits } from "../viewmodel/threads.ts";
import { RefusalText } from "./RefusalText.tsx";

/** "Defence pact against Austria-Hungary": a treaty's kind and aim, without its parties. */
export const termsText = (play: Play, terms: TreatyTerms): string =>
  terms.against
    ? t("play.treaty.against", { kind: t(`play.treaty.${terms.kind}`), against: nameOfId(play.board, terms.against) })
    : t(`play.treaty.${terms.kind}`);

export const namesOf = (play: Play, ids: readonly CountryId[]): string =>
  ids.map((id) => nameOfId(play.board, id)).join(", ");

/** A treaty on the table, in the thread of its parties: sign, decline, or take back one's own. */
export function ProposalCard({
  proposal,
  named = false,
}: {
  readonly proposal: Proposal;
  /** Name the partners: where no thread does. */ readonly named?: boolean;
}) {
  const play = usePlay();
  const refusal = useSignal<Refusal | null>(null);
  const busy = useSignal(false);
  const me = play.view.value.you;
  const others = proposal.parties.filter((party) => party !== me);
  const answer = async (name: "sign" | "decline" | "retract"): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    const reply = await play.connection.send(name, { proposal: proposal.id });
    busy.value = false;
    refusal.value = reply.ok ? null : reply.refusal;
  };
  return (
    <div class="proposal" role="group" aria-label={termsText(play, proposal)}>
      <div class="proposal-line">
        <p class="small">
          <b>{t(`play.treaty.${proposal.kind}`)}</b>{" "}
          {named && `${t("play.treaty.with", { with: namesOf(play, others) })} `}
          {proposal.against && `${t("play.treaty.againstOnly", { against: nameOfId(play.board, proposal.against) })} `}
          {"· "}
          {t("play.treaty.public")}
          {(named || !awaits(proposal, me)) && <span class="proposal-state">{stateText(play, proposal)}</span>}
        </p>
        {awaits(proposal, me) && (
          <div class="proposal-actions">
            <button type="button" class="button" onClick={() => void answer("decline")}>
              {t("play.treaty.decline")}
            </button>
            <button type="button" class="button button-strong" onClick={() => void answer("sign")}>
              {t("play.treaty.sign")}
            </button>
          </div>
        )}
        {proposal.by === me && proposal.declined.length === 0 && (
          <div class="proposal-actions">
            <button type="button" class="button" onClick={() => void answer("retract")}>
              {t("play.treaty.retract")}
            </button>
          </div>
        )}
      </div>
      <RefusalText refusal={refusal.value} />
    </div>
  );
}

function stateText(play: Play, proposal: Proposal): string {
  const me = play.view.value.you;
  if (proposal.declined.length > 0) return t("play.treaty.declinedBy", { who: whoText(play, proposal.declined) });
  const signed = proposal.signed.filter((id) => id !== proposal.by);
  if (signed.length === proposal.parties.length - 1) return t("play.treaty.allSigned");
  if (proposal.by !== me) return t("play.treaty.offeredBy", { who: nameOfId(play.board, proposal.by) });
  return signed.length > 0 ? t("play.treaty.signedBy", { who: whoText(play, signed) }) : t("play.treaty.waiting");
}

const whoText = (play: Play, ids: readonly CountryId[]): string =>
  ids.map((id) => (id === play.view.value.you ? t("play.youObject") : nameOfId(play.board, id))).join(", ");
