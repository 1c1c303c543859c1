import type { VNode } from "preact";
import { useId } from "preact/hooks";
import { ideologyLetter } from "#client/map/figure.ts";
import {
  AttackGlyph,
  BalanceGlyph,
  BandwagonGlyph,
  CoalitionGlyph,
  CrisisGlyph,
  DraftGlyph,
  HideGlyph,
  LetterGlyph,
  OccupiedGlyph,
  PactGlyph,
  ShareGlyph,
  ThreatGlyph,
  UltimatumGlyph,
  UnrestGlyph,
  YouGlyph,
} from "#client/map/glyphs.tsx";
import { t } from "../i18n/t.ts";
import { mapModelTold } from "./state/mapNow.ts";
import { closeSheet, MAP_LAYERS, usePlay, type MapLayer, type Play } from "./state/playState.ts";
import { ideologiesDiffer } from "../viewmodel/ideologies.ts";
import { seesPowerAlone } from "../viewmodel/powerAlone.ts";
import { legendMarks, type LegendMark } from "../viewmodel/legend.ts";
import { Dialog } from "./Dialog.tsx";

/** More marks than this stand in two rows, their words on one line each. */
const IN_ONE_ROW = 7;

/** Only the marks that are on the map now. */
export function Legend() {
  const play = usePlay();
  const marks = legendMarks(mapModelTold(play));
  return (
    <div
      class={marks.length > IN_ONE_ROW ? "legend legend-rows" : "legend"}
      role="group"
      aria-label={t("play.legend.title")}
    >
      <LegendList marks={marks} />
    </div>
  );
}

/** On a phone the layers and the legend share one sheet. */
export function LegendSheet() {
  const play = usePlay();
  return (
    <Dialog title={t("play.legend.sheet")} onClose={() => closeSheet(play)}>
      <LayerChoice />
      <LegendList marks={legendMarks(mapModelTold(play))} />
    </Dialog>
  );
}

/** The pictures of the same map; keys 1–5. One that would show every country alike is left out. */
export function LayerChoice() {
  const play = usePlay();
  // On the map and in the sheet at once: as one group of radios they would uncheck each other.
  const group = useId();
  return (
    <div class="layers" role="radiogroup" aria-label={t("play.layer.title")}>
      {layersOf(play).map(({ layer, number }) => (
        <label key={layer} class={play.layer.value === number ? "layer layer-on" : "layer"}>
          <input
            type="radio"
            name={group}
            checked={play.layer.value === number}
            onChange={() => (play.layer.value = number)}
          />
          <b class="num">{number}</b> {t(`play.layer.${layer}`)}
        </label>
      ))}
    </div>
  );
}

/** With the keys that choose them. */
function layersOf({
  board,
  view,
}: Play): readonly { readonly layer: (typeof MAP_LAYERS)[number]; readonly number: MapLayer }[] {
  const power = seesPowerAlone(view.value);
  return MAP_LAYERS.flatMap((layer, at) => {
    if (layer === "ideology" && !ideologiesDiffer(board)) return [];
    // Where the board shows power alone, its numbers stand on every layer, and the layer of power is the third.
    if (layer === "threat" && power) return [];
    // The array has five entries.
    return [{ layer, number: (at + 1) as MapLayer }];
  });
}

function LegendList({ marks }: { readonly marks: readonly LegendMark[] }) {
  const play = usePlay();
  const { ideologies } = play.board.scenario;
  const power = seesPowerAlone(play.view.value);
  return (
    <ul class="legend-list note">
      {marks.map((mark) => (
        <li key={mark.kind === "ideology" ? `ideology${mark.ideology}` : mark.kind}>
          <span class="legend-signs" aria-hidden="true">
            {signs(mark)}
          </span>
          <span>{mark.kind === "ideology" ? (ideologies[mark.ideology]?.name ?? "") : words(mark, power)}</span>
        </li>
      ))}
    </ul>
  );
}

function signs(mark: LegendMark): VNode | readonly VNode[] {
  switch (mark.kind) {
    case "balance":
      return <BalanceGlyph />;
    case "bandwagon":
      return <BandwagonGlyph />;
    case "hide":
      return <HideGlyph />;
    case "pact":
      return <PactGlyph />;
    case "secretPact":
      return <PactGlyph secret />;
    case "ultimatum":
      return <UltimatumGlyph />;
    case "unrest":
      return <UnrestGlyph />;
    case "crisis":
      return <CrisisGlyph />;
    case "number":
      return <b class="num">27</b>;
    case "share":
      return <ShareGlyph />;
    case "ideology":
      return <LetterGlyph letter={ideologyLetter(mark.ideology)} />;
    case "draft":
      return <DraftGlyph />;
    case "you":
      return <YouGlyph />;
    case "occupied":
      return <OccupiedGlyph />;
    case "attack":
      return mark.occupied ? [<AttackGlyph key="a" />, <OccupiedGlyph key="o" />] : <AttackGlyph />;
    case "coalitions":
      return [...new Set(mark.styles)].map((style) => <CoalitionGlyph key={style} ribbon={style} />);
    case "threat":
      return mark.levels.map((level) => <ThreatGlyph key={level} level={level} />);
  }
}

function words(mark: Exclude<LegendMark, { readonly kind: "ideology" }>, power: boolean): string {
  if (power && mark.kind === "number") return t("classroom.power.number");
  switch (mark.kind) {
    case "attack":
      return t(mark.occupied ? "play.legend.attackOccupied" : "play.legend.attack");
    case "coalitions":
      return t("play.legend.coalitions", { count: mark.numbers.length, which: span(mark.numbers.map(roman)) });
    case "threat":
      return t(power ? "classroom.power.legend" : "play.legend.threat", {
        levels: mark.levels
          .map((level) => t(power ? `classroom.power.level.${level}` : `play.legend.level${level}`))
          .join(", "),
      });
    default:
      return t(`play.legend.${mark.kind}`);
  }
}

const roman = (number: number): string =>
  ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"][number - 1] ?? String(number);

/** "I", "I and II", "I–IV". */
const span = (numerals: readonly string[]): string =>
  numerals.length < 3 ? numerals.join(` ${t("play.and")} `) : `${numerals[0] ?? ""}–${numerals.at(-1) ?? ""}`;
