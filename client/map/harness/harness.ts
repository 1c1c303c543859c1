import type { Step } from "#shared/model/event.ts";
import type { Alignment } from "#shared/model/order.ts";
import { countryId, treatyId } from "#shared/model/ids.ts";
import { parseScenario } from "#shared/scenarios/parseScenario.ts";
import { parseVariant } from "#shared/scenarios/parseVariant.ts";
import "../../style/sans.css";
import "../../style/serif.css";
import "../../style/tokens.css";
import { decodeMap } from "../geometry/decodeMap.ts";
import type { MapGeometry } from "../geometry/types.ts";
import { LAYERS, mapModelOf } from "../mapModel.ts";
import type { MapBoard, MapSight } from "../mapSight.ts";
import { mountMap } from "../mountMap.ts";
import type { MapHandle } from "../mountMap.ts";
import { paintSmallMap } from "../paint/paintPlate.ts";

// A page for looking at the map alone, in the state of the design's pictures: ?map=…&theme=…&layer=…&you=…&canvas&reveal=…
const query = new URLSearchParams(location.search);
const theme = query.get("theme") === "dark" ? "dark" : "light";
document.documentElement.dataset["theme"] = theme;
const map = query.get("map") ?? "europe-1914";
/** Every shipped scenario and variant, by the path of its file. */
const files = import.meta.glob<Readonly<Record<string, unknown>>>(
  "../../../shared/scenarios/*/{scenario,variants/*}.json",
  {
    import: "default",
  },
);
const fileOf = (end: string): string => Object.keys(files).find((path) => path.endsWith(end)) ?? "";
const read = (path: string): Promise<unknown> => files[path]?.() ?? Promise.resolve(null);
const variant = fileOf(`/variants/${map}.json`);
const parsed =
  variant === ""
    ? parseScenario(await read(fileOf(`/${map}/scenario.json`)))
    : parseVariant(await read(variant.replace(/variants\/.*$/, "scenario.json")), await read(variant));
if (!parsed.ok) throw new Error(parsed.error.text);
const scenario = parsed.value;

const ids = scenario.countries.map((country) => country.id).sort();
const at = (name: string): number => ids.indexOf(countryId(name));
const provinces = [...scenario.provinces].sort((a, b) => (a.id < b.id ? -1 : 1));
const board: MapBoard = {
  ids,
  indexOf: new Map(ids.map((id, index) => [id, index])),
  names: ids.map((id) => scenario.countries.find((country) => country.id === id)?.name ?? id),
  provinces: provinces.map((province) => ({ home: ids.indexOf(province.home) })),
  borders: ids.map((a) =>
    ids.map(
      (b) =>
        a !== b &&
        provinces.some((p) => p.home === a && p.neighbours.some((n) => provinces.find((q) => q.id === n)?.home === b)),
    ),
  ),
  scenario,
};

/** The moment of look/play-light.png, as far as this scenario has its countries. */
const choices: Readonly<Record<string, readonly ["balance" | "bandwagon", string]>> = {
  britain: ["balance", "germany"],
  france: ["balance", "germany"],
  russia: ["balance", "austria-hungary"],
  serbia: ["balance", "austria-hungary"],
  germany: ["balance", "russia"],
  "austria-hungary": ["bandwagon", "germany"],
  italy: ["bandwagon", "germany"],
};
const fears: Readonly<Record<string, number>> = {
  "austria-hungary": 74.7,
  russia: 59,
  "ottoman-empire": 36,
  germany: 36,
  britain: 27,
  france: 27,
  italy: 26,
  serbia: 24,
  greece: 23,
  belgium: 20,
};
const earlier: Readonly<Record<string, number>> = { "austria-hungary": 54, russia: 54 };

const alignments = ids.map((id, index): Alignment => {
  const [kind, name] = choices[id] ?? [];
  const other = map === "europe-1914" ? countryId(name ?? "") : ids[(index + 2) % ids.length];
  if (map === "europe-1914" ? kind === undefined : index % 3 === 2 || other === undefined) return { kind: "hide" };
  return kind === "bandwagon" || (map !== "europe-1914" && index % 3 === 1)
    ? { kind: "bandwagon", with: other ?? id }
    : { kind: "balance", against: other ?? id };
});
const row = (values: Readonly<Record<string, number>>, otherwise: (index: number) => number): readonly number[] =>
  ids.map((id, index) => values[id] ?? otherwise(index));
const matrix = (values: Readonly<Record<string, number>>): readonly (readonly number[])[] =>
  ids.map(() => row(values, (i) => 18 + ((i * 23) % 70)));
const you = query.has("observer") ? null : at(query.get("you") ?? (map === "europe-1914" ? "romania" : (ids[0] ?? "")));
const home = board.provinces.map((province) => province.home);
const belgrade = provinces.findIndex((province) => province.id === "belgrade");
const taken = home.map((country, index) => (index === belgrade ? at("austria-hungary") : country));
const peace: MapSight = {
  you,
  holders: home,
  threat: matrix(map === "europe-1914" ? earlier : {}),
  before: null,
  alignments: ids.map(() => ({ kind: "hide" })),
  earlier: [],
  treaties: [],
  battles: [],
  signs: [],
  exile: ids.map(() => false),
  shares: ids.map((_, index) => (index + 1) / ((ids.length * (ids.length + 1)) / 2)),
  draft: null,
};
const war: MapSight = {
  ...peace,
  holders: taken,
  threat: matrix(map === "europe-1914" ? fears : {}),
  before: matrix(map === "europe-1914" ? earlier : {}),
  alignments,
  treaties:
    map === "europe-1914" && query.has("pact")
      ? [
          {
            id: treatyId("t1"),
            kind: "defence",
            parties: [countryId("belgium"), countryId("britain")],
            since: 0,
            until: null,
          },
        ]
      : [],
  battles:
    belgrade < 0
      ? []
      : [{ attackers: [at("austria-hungary")], defender: at("serbia"), province: belgrade, outcome: "win" }],
  draft: map === "europe-1914" ? { kind: "balance", against: countryId("austria-hungary") } : null,
};

declare global {
  interface Window {
    mapHandle?: MapHandle;
    mapPlay?: (step: Step) => Promise<void>;
    mapLog?: string[];
  }
}

const element = document.getElementById("map");
const geometry: MapGeometry = await (await fetch(`/maps/${map}.json`)).json();
const log: string[] = [];
const layer = LAYERS[Number(query.get("layer") ?? 1) - 1] ?? "owner";
if (element !== null && query.has("plate")) {
  // The painters without Phaser.
  const canvas = element.appendChild(document.createElement("canvas"));
  const size = { width: element.clientWidth, height: element.clientHeight };
  await document.fonts.load("600 16px 'Source Serif 4 Variable'");
  const unit = Number(query.get("unit") ?? 1);
  paintSmallMap(canvas, decodeMap(geometry), mapModelOf(board, war, layer), {
    size,
    theme,
    words: { you: "YOU" },
    unit,
  });
} else if (element !== null) {
  const handle = await mountMap(element, {
    geometry,
    theme,
    reducedMotion: query.has("still"),
    words: { you: "YOU" },
    unit: Number(query.get("unit") ?? 1),
    canvasOnly: query.has("canvas"),
    onSelect: (country, province) => {
      log.push(`select ${country === null ? "-" : ids[country]} ${province === null ? "-" : provinces[province]?.id}`);
      handle.select(country);
    },
  });
  const [before, after] = [mapModelOf(board, peace, layer), mapModelOf(board, war, layer)];
  handle.show(query.has("peace") ? before : after);
  window.mapHandle = handle;
  window.mapLog = log;
  window.mapPlay = (step) => handle.playStep(step, { before, after, events: [] }, new AbortController().signal);
}
