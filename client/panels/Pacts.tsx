import { legalOptions } from "#shared/rules/index.ts";
import { t } from "../i18n/t.ts";
import { usePlay } from "./state/playState.ts";
import { answerPact } from "../viewmodel/orderDraft.ts";
import { namesOf, termsText } from "./ProposalCard.tsx";

/** For each defence pact in force: honour its call this turn, or refuse. Honouring is the default. */
export function Pacts() {
  const play = usePlay();
  const me = play.me.value;
  if (me === null) return null;
  const { world, you } = play.view.value;
  const callable = legalOptions(play.board, world, me).refuse;
  const pacts = world.treaties.filter((treaty) => callable.includes(treaty.id));
  if (pacts.length === 0) return null;
  const { refuse } = play.book.draft.value;
  return (
    <fieldset class="pacts">
      <legend class="label">{t("play.pacts.title")}</legend>
      {pacts.map((pact) => (
        <div key={pact.id} class="pact" role="radiogroup" aria-label={termsText(play, pact)}>
          <span class="small">
            <b>
              {namesOf(
                play,
                pact.parties.filter((party) => party !== you),
              )}
            </b>{" "}
            {termsText(play, pact)} {pact.secret && <span class="only-you">{t("treaty.secret")}</span>}
          </span>
          <span class="segmented">
            {(["honour", "refuse"] as const).map((answer) => (
              <label
                key={answer}
                class={refuse.includes(pact.id) === (answer === "refuse") ? "segment segment-on" : "segment"}
              >
                <input
                  type="radio"
                  name={`pact-${pact.id}`}
                  checked={refuse.includes(pact.id) === (answer === "refuse")}
                  onChange={() => play.book.edit((draft) => answerPact(draft, pact.id, answer))}
                />
                {t(`play.pacts.${answer}`)}
              </label>
            ))}
          </span>
        </div>
      ))}
      <p class="note">{t("statecraft.secret.refusal")}</p>
    </fieldset>
  );
}
