import type { VNode } from "preact";
import type { CountryId } from "#shared/model/ids.ts";
import { SOURCES } from "#shared/model/parameters.ts";
import { assess } from "#shared/theory/assess.ts";
import { t } from "../i18n/t.ts";
import { isUntold, stepNow } from "../panels/state/mapNow.ts";
import { indexOf, nameOf, spoken, spokenId, usePlay } from "../panels/state/playState.ts";
import { ThreatBar } from "../panels/ThreatBar.tsx";
import { threatRows } from "../viewmodel/threatRows.ts";
import { CaptionWords, Headline } from "./CaptionWords.tsx";
import { alignmentsTold } from "./model/sides.ts";

/** The country being spoken of: what it did last, and what it has. While a turn is being told, nothing that comes later in it. */
export function CountryCaption({ country }: { readonly country: CountryId }): VNode {
  const play = usePlay();
  const { board } = play;
  const view = play.view.value;
  const index = indexOf(board, country);
  const state = view.world.countries[index];
  const stance = alignmentsTold(view, stepNow(play))?.[index];
  const target =
    stance?.kind === "balance"
      ? spokenId(board, stance.against)
      : stance?.kind === "bandwagon"
        ? spokenId(board, stance.with)
        : "";
  const share = assess(board, view.world).shares[index] ?? 0;
  const numbers = isUntold(play)
    ? []
    : [
        { name: t("screen.lead.power"), value: `${Math.round(100 * share)} %` },
        { name: t("screen.lead.arms"), value: ((state?.offence ?? 0) + (state?.defence ?? 0)).toFixed(1) },
        { name: t("screen.lead.provinces"), value: String(view.world.holders.filter((one) => one === index).length) },
      ];
  const text = stance
    ? t("screen.lead.stance", { country: spoken(board, index), what: t(`screen.stance.${stance.kind}`, { target }) })
    : t("screen.lead.noStance");
  return <CaptionWords caption={{ title: nameOf(board, index), text, numbers }} />;
}

/** Why one fears another: T and its four parts, which sum to it. A board of power alone shows no threats before the debrief. */
export function DyadCaption({
  observer,
  country,
}: {
  readonly observer: CountryId;
  readonly country: CountryId;
}): VNode {
  const play = usePlay();
  const { board } = play;
  const view = play.view.value;
  const title = t("screen.lead.dyad", { observer: spokenId(board, observer), country: spokenId(board, country) });
  if (view.settings.classroom?.board === "power")
    return <CaptionWords caption={{ title, text: t("screen.lead.powerAlone"), numbers: [] }} />;
  const me = indexOf(board, observer);
  const row = threatRows({ board, view, me, untold: isUntold(play) }).find(
    (one) => one.country === indexOf(board, country),
  );
  if (!row) return <CaptionWords caption={{ title, text: "", numbers: [] }} />;
  const { power, nearness, offence, intent } = row.rounded;
  const parts = { P: power, X: nearness, O: offence, I: intent };
  return (
    <>
      <div class="screen-caption-words">
        <Headline text={title} />
        <ThreatBar parts={row.parts} strong />
        <ul class="screen-parts" aria-label={t("screen.lead.dyadText", { threat: row.shown })}>
          {SOURCES.map((source, at) => (
            <li key={source}>
              <span class={`screen-swatch part${at + 1}`} aria-hidden="true" /> {t(`screen.lead.part.${source}`)}{" "}
              <b class="num">{parts[source]}</b>
            </li>
          ))}
        </ul>
      </div>
      <p class="screen-threat num">{row.shown}</p>
    </>
  );
}
