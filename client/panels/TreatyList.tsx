import type { CountryId } from "#shared/model/ids.ts";
import type { Treaty } from "#shared/model/treaty.ts";
import { t } from "../i18n/t.ts";
import { closeSheet, openSheet, usePlay } from "./state/playState.ts";
import { isHandedOver } from "../viewmodel/seats.ts";
import { Dialog } from "./Dialog.tsx";
import { namesOf, ProposalCard, termsText } from "./ProposalCard.tsx";

export function TreatiesSheet() {
  const play = usePlay();
  const view = play.view.value;
  return (
    <Dialog title={t("treaty.title")} onClose={() => closeSheet(play)}>
      {view.world.congress && <p class="small">{t("treaty.congress")}</p>}
      <TreatyList treaties={mineFirst(view.world.treaties, view.you)} />
      {view.proposals.length > 0 && (
        <>
          <h3 class="h3">{t("treaty.onTable")}</h3>
          {view.proposals.map((proposal) => (
            <ProposalCard key={proposal.id} proposal={proposal} named />
          ))}
        </>
      )}
      {view.you && !isHandedOver(view) && play.board.modules.includes("treaties") && (
        <button type="button" class="button" onClick={() => openSheet(play, { kind: "propose", with: [] })}>
          {t("treaty.proposeTitle")}
        </button>
      )}
    </Dialog>
  );
}

/** Treaties in force, with a warning in the turn before one lapses. */
export function TreatyList({ treaties }: { readonly treaties: readonly Treaty[] }) {
  const play = usePlay();
  if (treaties.length === 0) return <p class="small quiet">{t("treaty.none")}</p>;
  return (
    <ul class="treaty-list">
      {treaties.map((treaty) => (
        <li key={treaty.id}>
          <b>{termsText(play, treaty)}</b>
          <span class="small">{namesOf(play, treaty.parties)}</span>
          <span class="note">{spanText(treaty, play.view.value.turn)}</span>
          {treaty.secret && <span class="only-you">{t(secretKey(treaty, play.view.value.you))}</span>}
        </li>
      ))}
    </ul>
  );
}

const mineFirst = (treaties: readonly Treaty[], you: CountryId | null): readonly Treaty[] =>
  [true, false].flatMap((own) => treaties.filter(({ parties }) => (you !== null && parties.includes(you)) === own));

/** Who knows of it: I am a party, or I have found it out. An observer sees neither. */
const secretKey = ({ parties }: Treaty, you: CountryId | null): string =>
  you !== null && parties.includes(you) ? "treaty.secretOwn" : "treaty.secretFound";

function spanText(treaty: Treaty, turn: number): string {
  const since = treaty.since === 0 ? t("treaty.sinceStart") : t("treaty.since", { turn: treaty.since });
  if (treaty.until === null) return since;
  return `${since} · ${treaty.until <= turn ? t("treaty.lapsesNow") : t("treaty.until", { turn: treaty.until })}`;
}
