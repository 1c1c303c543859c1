import { useSignal } from "@preact/signals";
import { DECLINE_REASONS, type DeclineReason, type Proposal, type TreatyTerms } from "#shared/model/treaty.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { CountryId } from "#shared/model/ids.ts";
import { t } from "../i18n/t.ts";
import { nameOfId, spokenId, usePlay, type Play } from "./state/playState.ts";
import { isHandedOver } from "../viewmodel/seats.ts";
import { awaits } from "../viewmodel/threads.ts";
import { RefusalText } from "./RefusalText.tsx";

/** "Defence pact against Austria-Hungary": a treaty's kind and aim, without its parties. */
export const termsText = (play: Play, terms: TreatyTerms): string =>
  terms.against
    ? t("treaty.against", { kind: t(`treaty.${terms.kind}`), against: spokenId(play.board, terms.against) })
    : t(`treaty.${terms.kind}`);

export const namesOf = (play: Play, ids: readonly CountryId[]): string =>
  ids.map((id) => nameOfId(play.board, id)).join(", ");

/** A treaty on the table, in the thread of its parties: sign, decline with or without a reason, or take back one's own. */
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
  const declining = useSignal(false);
  const away = isHandedOver(play.view.value);
  const asked = awaits(proposal, me) && !away;
  const answer = async (name: "sign" | "decline" | "retract", reason?: DeclineReason): Promise<void> => {
    if (busy.peek()) return;
    busy.value = true;
    const { id } = proposal;
    const reply =
      name === "decline"
        ? await play.connection.send(name, { proposal: id, ...(reason ? { reason } : {}) })
        : await play.connection.send(name, { proposal: id });
    busy.value = false;
    refusal.value = reply.ok ? null : reply.refusal;
  };
  return (
    <div class="proposal" role="group" aria-label={termsText(play, proposal)}>
      <div class="proposal-line">
        <p class="small">
          <b>{t(`treaty.${proposal.kind}`)}</b> {named && `${t("treaty.with", { with: namesOf(play, others) })} `}
          {proposal.against && `${t("treaty.againstOnly", { against: nameOfId(play.board, proposal.against) })} `}
          {"· "}
          {t(proposal.secret ? "treaty.secret" : "treaty.public")}
          {(named || !awaits(proposal, me)) && <span class="proposal-state">{stateText(play, proposal)}</span>}
        </p>
        {asked && (
          <div class="proposal-actions">
            <button
              type="button"
              class="button"
              aria-expanded={declining.value}
              onClick={() => (declining.value = !declining.value)}
            >
              {t("treaty.decline")}
            </button>
            <button type="button" class="button button-strong" onClick={() => void answer("sign")}>
              {t("treaty.sign")}
            </button>
          </div>
        )}
        {proposal.by === me && !away && proposal.declined.length === 0 && (
          <div class="proposal-actions">
            <button type="button" class="button" onClick={() => void answer("retract")}>
              {t("treaty.retract")}
            </button>
          </div>
        )}
      </div>
      {asked && declining.value && (
        <WhyNot proposal={proposal} onDecline={(reason) => void answer("decline", reason)} />
      )}
      <Reasons proposal={proposal} />
      <RefusalText refusal={refusal.value} />
    </div>
  );
}

interface WhyNotProps {
  readonly proposal: Proposal;
  readonly onDecline: (reason?: DeclineReason) => void;
}

/** A refusal may say why: the proposer reads it. One press either way. */
function WhyNot({ proposal, onDecline }: WhyNotProps) {
  // Without an enemy named nobody can be its friend.
  const reasons = DECLINE_REASONS.filter((reason) => reason !== "friendOfTarget" || proposal.against !== undefined);
  return (
    <div class="chips why-not" role="group" aria-label={t("treaty.whyNot")}>
      <p class="small">{t("treaty.whyNot")}</p>
      {reasons.map((reason) => (
        <button key={reason} type="button" class="chip" onClick={() => onDecline(reason)}>
          {t(`statecraft.decline.${reason}`)}
        </button>
      ))}
      <button type="button" class="chip" onClick={() => onDecline()}>
        {t("treaty.noReason")}
      </button>
    </div>
  );
}

/** Why others declined, in their words. */
function Reasons({ proposal }: { readonly proposal: Proposal }) {
  const play = usePlay();
  return (
    <>
      {(proposal.reasons ?? []).map(({ country, reason }) => (
        <p key={country} class="small">
          {t("treaty.declinedWhy", {
            who: nameOfId(play.board, country),
            why: t(`statecraft.decline.${reason}`),
          })}
        </p>
      ))}
    </>
  );
}

function stateText(play: Play, proposal: Proposal): string {
  const me = play.view.value.you;
  if (proposal.declined.length > 0) return t("treaty.declinedBy", { who: whoText(play, proposal.declined) });
  const signed = proposal.signed.filter((id) => id !== proposal.by);
  if (signed.length === proposal.parties.length - 1) return t("treaty.allSigned");
  if (proposal.by !== me) return t("treaty.offeredBy", { who: nameOfId(play.board, proposal.by) });
  return signed.length > 0 ? t("treaty.signedBy", { who: whoText(play, signed) }) : t("treaty.waiting");
}

const whoText = (play: Play, ids: readonly CountryId[]): string =>
  ids.map((id) => (id === play.view.value.you ? t("play.youObject") : nameOfId(play.board, id))).join(", ");
