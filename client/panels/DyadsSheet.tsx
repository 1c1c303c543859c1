import { useSignal } from "@preact/signals";
import type { CountryIndex } from "#shared/model/ids.ts";
import { t } from "../i18n/t.ts";
import { closeSheet, nameOf, shortName, usePlay, type Play } from "./state/playState.ts";
import { countryFacts } from "../viewmodel/countryFacts.ts";
import { seesPowerAlone } from "../viewmodel/powerAlone.ts";
import { hidesOpinions } from "../viewmodel/rated.ts";
import { percent } from "../viewmodel/numbers.ts";
import { Dialog } from "./Dialog.tsx";
import { StandingUltimata } from "./Ultimata.tsx";

type Which = "list" | "threat";

/** The map in words: every country with its facts, and who threatens whom. The same card opens from here. */
export function DyadsSheet() {
  const play = usePlay();
  const which = useSignal<Which>("list");
  const power = seesPowerAlone(play.view.value);
  return (
    <Dialog title={t("threats.dyads.title")} onClose={() => closeSheet(play)} size="wide">
      {!power && (
        <fieldset class="chips">
          <legend class="visually-hidden">{t("threats.dyads.show")}</legend>
          {(["list", "threat"] as const).map((each) => (
            <label key={each} class="chip">
              <input type="radio" name="dyads" checked={which.value === each} onChange={() => (which.value = each)} />
              {t(`threats.dyads.${each}`)}
            </label>
          ))}
        </fieldset>
      )}
      {which.value === "list" ? <CountryTable /> : <ThreatTable />}
      {which.value === "list" && <StandingUltimata />}
    </Dialog>
  );
}

const openCard = (play: Play, country: CountryIndex): void => {
  closeSheet(play);
  play.selected.value = country;
};

const COLUMNS = ["country", "power", "arms", "provinces", "alignment", "threatToYou"] as const;

function CountryTable() {
  const play = usePlay();
  const view = play.view.value;
  const power = seesPowerAlone(view);
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t("threats.dyads.list")}>
      <table class="plain-table">
        <caption class="note">{t("threats.dyads.listMeans")}</caption>
        <thead>
          <tr>
            {(power ? COLUMNS.filter((column) => column !== "threatToYou") : COLUMNS).map((column) => (
              <th key={column} scope="col" class={column === "country" || column === "alignment" ? undefined : "num"}>
                {t(`threats.dyads.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {play.board.ids.map((id, index) => {
            const facts = countryFacts(play.board, view, index);
            return (
              <tr key={id}>
                <th scope="row">
                  <button type="button" class="button-text" onClick={() => openCard(play, index)}>
                    {nameOf(play.board, index)}
                  </button>
                </th>
                <td class="num">{t("play.percent", { value: percent(facts.power) })}</td>
                <td class="num">{Math.round(facts.offence + facts.defence)}</td>
                <td class="num">
                  {t(facts.occupied > 0 ? "threats.dyads.heldTaken" : "threats.dyads.held", {
                    held: facts.homesHeld,
                    of: facts.homes,
                    taken: facts.occupied,
                  })}
                </td>
                <td>{alignmentText(play, index)}</td>
                {!power && <td class="num">{facts.threatToMe === null ? "–" : Math.round(facts.threatToMe)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** "balances against Germany", from last turn's revealed alignments. */
export function alignmentText(play: Play, country: CountryIndex): string {
  const { world, history } = play.view.value;
  if (history.length === 0) return t("play.aligned.none");
  const alignment = world.alignments[country];
  if (!alignment || alignment.kind === "hide") return t("play.aligned.hide");
  const target = alignment.kind === "balance" ? alignment.against : alignment.with;
  return t(`play.aligned.${alignment.kind}`, { target: nameOf(play.board, play.board.indexOf.get(target) ?? 0) });
}

function ThreatTable() {
  const play = usePlay();
  const { board } = play;
  const { threat } = play.view.value.world;
  const own = hidesOpinions(play.view.value);
  const observers = board.ids.flatMap((_, index) => (own && index !== play.me.value ? [] : [index]));
  if (observers.length === 0) return <p class="note">{t("rate.ownRowWatching")}</p>;
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t("threats.dyads.threat")}>
      <table class="plain-table dyad-table">
        <caption class="note">{t(own ? "rate.ownRow" : "threats.dyads.threatMeans")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("threats.dyads.observer")}</th>
            {board.ids.map((id, index) => (
              <th key={id} scope="col" class="num">
                {shortName(board, index)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {observers.map((observer) => (
            <tr key={observer}>
              <th scope="row">{shortName(board, observer)}</th>
              {board.ids.map((other, index) => {
                const value = threat[observer]?.[index] ?? 0;
                return (
                  <td key={other} class={value >= 40 ? "num dyad-high" : "num"}>
                    {observer === index ? "" : Math.round(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
