import type { Demand } from "#shared/model/order.ts";
import type { Ultimatum } from "#shared/model/world.ts";
import { legalOptions, type Answer } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { answerUltimatum, chooseTarget } from "../viewmodel/orderDraft.ts";
import { answerTo, ultimataSeenBy } from "../viewmodel/ultimata.ts";
import { bluffCost } from "./moveForms.tsx";
import { demandText, whose } from "./moveText.ts";
import { mayDraft } from "./state/draftBook.ts";
import { spoken, usePlay, type Play } from "./state/playState.ts";

/** Ultimata to me, to be answered with this turn's sheet: what is asked, and what follows from either answer, or from the one given. */
export function UltimataToMe() {
  const play = usePlay();
  const { toMe } = ultimataSeenBy(play.view.value.world, play.me.value);
  if (play.me.value === null || toMe.length === 0) return null;
  return (
    <section class="ultimata" aria-labelledby="ultimata-title">
      <h3 id="ultimata-title" class="label">
        {t("statecraft.answer.title", { count: toMe.length })}
      </h3>
      {toMe.map((ultimatum) => (
        <UltimatumCard key={ultimatum.by} ultimatum={ultimatum} />
      ))}
    </section>
  );
}

function UltimatumCard({ ultimatum }: { readonly ultimatum: Ultimatum }) {
  const play = usePlay();
  const { board, book } = play;
  const by = board.ids[ultimatum.by];
  if (by === undefined) return null;
  const name = spoken(board, ultimatum.by);
  const chosen = answerTo(book.draft.value, by);
  const open = mayDraft(play.view.value) && book.state.value !== "submitted";
  const refusal = mayAccept(play, ultimatum);
  return (
    <div
      class="ultimatum"
      role="group"
      aria-label={t("statecraft.answer.from", { by: name, demand: asked(play, ultimatum) })}
    >
      <p class="lead">{t("statecraft.answer.from", { by: name, demand: asked(play, ultimatum) })}</p>
      <dl class="ultimatum-ends small">
        {chosen !== false && (
          <>
            <dt>{t("statecraft.answer.ifAccepted")}</dt>
            <dd>{acceptedText(play, ultimatum)}</dd>
          </>
        )}
        {chosen !== true && (
          <>
            <dt>{t("statecraft.answer.ifRefused")}</dt>
            <dd>{t("statecraft.answer.refused", { by: name, bluff: bluffCost(play, ultimatum.by) })}</dd>
          </>
        )}
      </dl>
      <div class="ultimatum-answer">
        <span class="segmented" role="radiogroup" aria-label={name}>
          {([true, false] as const).map((accept) => (
            <label key={String(accept)} class={chosen === accept ? "segment segment-on" : "segment"}>
              <input
                type="radio"
                name={`ultimatum-${by}`}
                disabled={!open || (accept && refusal !== null)}
                checked={chosen === accept}
                onChange={() => book.edit((draft) => answerUltimatum(draft, by, accept))}
              />
              {t(accept ? "statecraft.answer.accept" : "statecraft.answer.refuse")}
            </label>
          ))}
        </span>
        {chosen === null && <span class="note">{refusal?.text ?? t("statecraft.answer.none")}</span>}
        {chosen === true && open && <TakeSide demand={ultimatum.demand} />}
      </div>
    </div>
  );
}

/** Accepting to take a side means taking it: one press puts it on the sheet. */
function TakeSide({ demand }: { readonly demand: Demand }) {
  const play = usePlay();
  if (demand.kind !== "align") return null;
  const { alignment } = demand;
  const target = alignment.kind === "balance" ? alignment.against : alignment.with;
  const now = play.book.draft.value.alignment;
  if (now?.kind === alignment.kind && now.target === target) return null;
  return (
    <button
      type="button"
      class="button"
      onClick={() => play.book.edit((draft) => chooseTarget(draft, alignment.kind, target))}
    >
      {t("statecraft.answer.theAlignment")}
    </button>
  );
}

/** What was demanded may have become impossible meanwhile. */
function mayAccept(play: Play, { by }: Ultimatum): Answer {
  const me = play.me.value;
  if (me === null) return null;
  const { received } = legalOptions(play.board, play.view.value.world, me);
  return received.find((each) => each.by === by)?.accept ?? null;
}

function asked(play: Play, { by, target, demand }: Ultimatum): string {
  // Both are countries of this board.
  const [from, to] = [play.board.ids[by], play.board.ids[target]];
  return from === undefined || to === undefined ? "" : demandText(play, { demand, by: from, target: to });
}

function acceptedText(play: Play, ultimatum: Ultimatum): string {
  const { demand } = ultimatum;
  const by = spoken(play.board, ultimatum.by);
  if (demand.kind === "cede")
    return t("statecraft.answer.acceptedCede", { by, province: whose(play, demand.province).province });
  if (demand.kind === "leaveTreaty") return t("statecraft.answer.acceptedLeaveTreaty", { by });
  const alignment =
    demand.alignment.kind === "bandwagon" ? t("statecraft.answer.alignmentBandwagon", { by }) : asked(play, ultimatum);
  return t("statecraft.answer.acceptedAlign", { by, alignment });
}

/** Ultimata that do not wait for me: my own, and those between others. */
export function OtherUltimata() {
  const play = usePlay();
  const { mine, others } = ultimataSeenBy(play.view.value.world, play.me.value);
  return (
    <>
      <UltimatumLines title={t("statecraft.answer.mineTitle")} ultimata={mine} />
      <UltimatumLines title={t("statecraft.answer.othersTitle")} ultimata={others} />
    </>
  );
}

/** All that stand on the map, in words. */
export function StandingUltimata() {
  const play = usePlay();
  return <UltimatumLines title={t("statecraft.answer.allTitle")} ultimata={play.view.value.world.ultimatums} />;
}

interface LinesProps {
  readonly title: string;
  readonly ultimata: readonly Ultimatum[];
}

function UltimatumLines({ title, ultimata }: LinesProps) {
  const play = usePlay();
  const me = play.me.value;
  if (ultimata.length === 0) return null;
  return (
    <>
      <h3 class="label">{title}</h3>
      <ul class="events">
        {ultimata.map((each) => (
          <li
            key={`${each.by}-${each.target}`}
            class={each.by === me || each.target === me ? "event event-mine" : "event"}
          >
            {t(`statecraft.answer.${each.by === me ? "mine" : "other"}`, {
              by: spoken(play.board, each.by),
              target: each.target === me ? t("play.youObject") : spoken(play.board, each.target),
              demand: asked(play, each),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
