import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import { nameOf, openSheet, usePlay } from "../../panels/state/playState.ts";
import { BOXED_FROM } from "#client/map/mapModel.ts";
import { fearsAt } from "../model/fears.ts";
import { openSheet as openHostSheet, useHost } from "../state/hostState.ts";

/** Whom each country fears most; all pairs and the working of each one click away. */
export function TableFears(): VNode {
  const host = useHost();
  const play = usePlay();
  const fears = fearsAt(play.view.value);
  return (
    <section class="fears-panel" aria-labelledby="fears-title">
      <div class="rail-head">
        <h3 id="fears-title" class="h3">
          {t("hostTable.fears")}
        </h3>
        <button type="button" class="button-text small" onClick={() => openSheet(play, { kind: "dyads" })}>
          {t("hostTable.allPairs")}
        </button>
      </div>
      <ol>
        {fears.map(({ observer, country, threat, band }) => (
          <li key={observer}>
            <span>
              <b class="serif">{nameOf(play.board, observer)}</b> {t("host.card.fears")}{" "}
              <span class="serif">{nameOf(play.board, country)}</span>
            </span>
            <span class="small quiet">{t(`threats.band.${band}`)}</span>
            <b class={threat >= BOXED_FROM ? "num card-threat" : "num"}>{Math.round(threat)}</b>
          </li>
        ))}
      </ol>
      <div class="button-row">
        <button type="button" class="button" onClick={() => openSheet(play, { kind: "history" })}>
          {t("play.history.title")}
        </button>
        <button type="button" class="button" onClick={() => openHostSheet(host, { kind: "lead" })}>
          {t("hostTable.lead")}
        </button>
      </div>
    </section>
  );
}
