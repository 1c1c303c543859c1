import { useSignal } from "@preact/signals";
import type { CountryIndex } from "#shared/model/ids.ts";
import { t } from "../i18n/t.ts";
import { isUntold } from "./state/mapNow.ts";
import { nameOf, openSheet, usePlay } from "./state/playState.ts";
import { threatRows, type Cause, type ThreatRow } from "../viewmodel/threatRows.ts";
import { countryFacts } from "../viewmodel/countryFacts.ts";
import { percent, signed, twoPlaces } from "../viewmodel/numbers.ts";
import { seesPowerAlone } from "../viewmodel/powerAlone.ts";
import { AlarmMeter } from "./AlarmMeter.tsx";
import { Change } from "./Change.tsx";
import { RateAll, Rating } from "./Rating.tsx";
import { ScoreLine } from "./ScoreLine.tsx";
import { ThreatBar } from "./ThreatBar.tsx";

/** Every other country by its threat to me; the first row lies open, a tap opens another. */
export function ThreatBoard() {
  const play = usePlay();
  const view = play.view.value;
  const me = play.me.value;
  const opened = useSignal<CountryIndex | null>(null);
  if (me === null) return <ObserverThreats />;
  const rows = threatRows({ board: play.board, view, me, untold: isUntold(play) });
  const power = seesPowerAlone(view);
  const open = opened.value ?? rows[0]?.country ?? null;
  return (
    <section class="threats" aria-labelledby="threats-title">
      <div class="panel-head">
        <h2 id="threats-title" class="h3" tabIndex={-1}>
          {t(power ? "classroom.power.title" : "threats.board.title")}
        </h2>
        <span class="head-links">
          <button type="button" class="button-text small" onClick={() => openSheet(play, { kind: "dyads" })}>
            {t("threats.board.all")}
          </button>
          <button type="button" class="button-text small" onClick={() => openSheet(play, { kind: "history" })}>
            {t("play.history.title")}
          </button>
        </span>
        <ScoreLine />
      </div>
      {view.settings.intentions === "rated" && !power && <p class="note panel-text">{t("rate.only")}</p>}
      {!power && <RateAll />}
      {!power && <PartsKey />}
      <ol class="threat-list">
        {rows.map((row) => (
          <Row key={row.country} row={row} open={row.country === open} onOpen={() => (opened.value = row.country)} />
        ))}
      </ol>
      <AlarmMeter />
    </section>
  );
}

interface RowProps {
  readonly row: ThreatRow;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function Row({ row, open, onOpen }: RowProps) {
  const play = usePlay();
  const name = nameOf(play.board, row.country);
  return (
    <li class={open ? "threat-row threat-row-open" : "threat-row"}>
      <button
        type="button"
        class="threat-line"
        aria-expanded={open}
        onClick={() => (open ? (play.selected.value = row.country) : onOpen())}
      >
        <span class="threat-rank num">{row.rank}</span>
        <span class="threat-name">{name}</span>
        <span class="threat-number num">{row.shown}</span>
        <Change by={row.change} />
        <span class="visually-hidden">
          {seesPowerAlone(play.view.value)
            ? t("classroom.power.inWords")
            : t("threats.board.inWords", { ...row.rounded, band: t(`threats.band.${row.band}`) })}
        </span>
        <ThreatBar parts={row.parts} strong={open} />
      </button>
      {open && (seesPowerAlone(play.view.value) ? <PowerWorking row={row} /> : <Working row={row} />)}
    </li>
  );
}

/** The acts of last turn in points, and the figures behind the bar. */
function Working({ row }: { readonly row: ThreatRow }) {
  const play = usePlay();
  const rates = play.view.value.settings.intentions === "rated";
  return (
    <div class="threat-working">
      <Rating country={row.country} />
      {rates ? null : row.causes.length > 0 ? (
        <ul class="causes">
          {row.causes.map((cause, at) => (
            <li key={at}>
              <b class={cause.points > 0 ? "num cause-up" : "num"}>{signed(cause.points)}</b>
              <span>{causeText(play.board.spoken, cause)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="small quiet">{t(row.change === null ? "threats.board.first" : "threats.board.nothing")}</p>
      )}
      <p class="threat-foot note">
        <span>
          {t("threats.board.foot", {
            band: t(`threats.band.${row.band}`),
            proximity: short(row.proximity).replace(".00", ""),
          })}{" "}
          <span class="one-line">
            {rates || row.intentBefore === null
              ? t("threats.board.intent", { now: short(row.intentNow) })
              : t("threats.board.intentMoved", { before: short(row.intentBefore), now: short(row.intentNow) })}
          </span>
        </span>
        <button
          type="button"
          class="button-text"
          onClick={() => openSheet(play, { kind: "formula", country: row.country })}
        >
          {t("threats.board.formula")}
          <span class="visually-hidden"> {nameOf(play.board, row.country)}</span>
        </button>
      </p>
    </div>
  );
}

/** Where the board shows power alone: what it is made of, and the way to its formula. */
function PowerWorking({ row }: { readonly row: ThreatRow }) {
  const play = usePlay();
  const { power } = countryFacts(play.board, play.view.value, row.country);
  return (
    <div class="threat-working">
      <p class="threat-foot note">
        <span>{t("classroom.power.foot", { share: percent(power) })}</span>
        <button
          type="button"
          class="button-text"
          onClick={() => openSheet(play, { kind: "formula", country: row.country })}
        >
          {t("threats.board.formula")}
          <span class="visually-hidden"> {nameOf(play.board, row.country)}</span>
        </button>
      </p>
    </div>
  );
}

/** `.77`, as the literature prints probabilities. */
const short = (value: number): string => twoPlaces(value).replace(/^0/, "");

export function causeText(names: readonly string[], cause: Cause): string {
  if (cause.kind !== "act") return t(`threats.cause.${cause.kind}`);
  const key = cause.towards === "me" ? `threats.actOnYou.${cause.act}` : `threats.act.${cause.act}`;
  return t(key, { target: names[cause.target] ?? "", turn: cause.turn });
}

export function PartsKey() {
  return (
    <ul class="parts-key note" aria-hidden="true">
      {(["power", "nearness", "offence", "intent"] as const).map((part, at) => (
        <li key={part}>
          <span class={`swatch part${at + 1}`} />
          {t(`threats.part.${part}`)}
        </li>
      ))}
    </ul>
  );
}

/** An observer has no one to be threatened: the board says so and offers the table of all pairs. */
function ObserverThreats() {
  const play = usePlay();
  return (
    <section class="threats" aria-labelledby="threats-title">
      <div class="panel-head">
        <h2 id="threats-title" class="h3" tabIndex={-1}>
          {t("threats.board.titleObserver")}
        </h2>
      </div>
      <p class="panel-text">{t("threats.board.observer")}</p>
      <p class="panel-text">
        <button type="button" class="button" onClick={() => openSheet(play, { kind: "dyads" })}>
          {t("threats.board.all")}
        </button>
      </p>
      <AlarmMeter />
    </section>
  );
}
