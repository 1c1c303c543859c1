import { fail, type Result } from "../lib/result.ts";
import type { Refusal } from "../model/refusal.ts";
import type { Scenario } from "../model/scenario.ts";
import { parseScenario } from "./parseScenario.ts";

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const idOf = (value: unknown): unknown => (isObject(value) ? value["id"] : undefined);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Lists whose entries are told apart by id: a variant gives those it changes or adds, the others stay. */
const BY_ID: ReadonlySet<string> = new Set(["countries", "provinces"]);

/**
 * A scenario from the JSON of its base and of a variant put over it. Objects merge key by key, countries and provinces
 * by their id, `null` takes a key away, everything else replaces. `absent` lists countries that leave the base with their
 * home provinces; whatever else named them (treaties, aims, crises) the variant must give anew. Refuses what `parseScenario`
 * refuses, and a variant without a name of its own.
 */
export function parseVariant(base: unknown, variant: unknown): Result<Scenario, Refusal> {
  if (!isObject(base) || !isObject(variant)) return fail(unusable("it is no JSON object"));
  const missing = ["id", "title", "summary"].filter((key) => typeof variant[key] !== "string");
  if (missing.length > 0) return fail(unusable(`it has no ${missing.join(", ")} of its own`));
  if (variant["id"] === base["id"]) return fail(unusable("it has the id of its base"));
  const { absent, ...over } = variant;
  const left = without(base, new Set(listOf(absent)));
  return parseScenario({ ...merged(left, over), variantOf: base["id"] });
}

const unusable = (why: string): Refusal => ({
  kind: "malformed",
  code: "scenario.variant",
  text: `This variant cannot be used: ${why}.`,
});

function merged(base: Json, over: Json): Json {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const under = base[key];
    if (value === null) delete result[key];
    else if (BY_ID.has(key)) result[key] = mergedById(listOf(under), listOf(value));
    else result[key] = isObject(value) && isObject(under) ? merged(under, value) : value;
  }
  return result;
}

function mergedById(base: readonly unknown[], over: readonly unknown[]): readonly unknown[] {
  const known = new Set(base.map(idOf));
  const changed = base.map((one) => {
    const change = over.find((other) => idOf(other) === idOf(one));
    return isObject(one) && isObject(change) ? merged(one, change) : one;
  });
  return [...changed, ...over.filter((one) => !known.has(idOf(one)))];
}

/** The base without these countries, their provinces, and the geography that named them. */
function without(base: Json, absent: ReadonlySet<unknown>): Json {
  if (absent.size === 0) return base;
  const provinces = listOf(base["provinces"]);
  const lost = new Set(provinces.filter((one) => isObject(one) && absent.has(one["home"])).map(idOf));
  return {
    ...base,
    countries: listOf(base["countries"]).filter((one) => !absent.has(idOf(one))),
    provinces: provinces
      .filter((one) => !lost.has(idOf(one)))
      .map((one) =>
        isObject(one) ? { ...one, neighbours: listOf(one["neighbours"]).filter((other) => !lost.has(other)) } : one,
      ),
    proximity: listOf(base["proximity"]).filter((pair) => !listOf(pair).some((one) => absent.has(one))),
    map: isObject(base["map"]) ? mapWithout(base["map"], lost) : base["map"],
  };
}

function mapWithout(map: Json, lost: ReadonlySet<unknown>): Json {
  const { composition, sites } = map;
  return {
    ...map,
    ...(isObject(composition) && {
      composition: Object.fromEntries(
        Object.entries(composition)
          .map(([shape, ids]) => [shape, listOf(ids).filter((one) => !lost.has(one))] as const)
          .filter(([, ids]) => ids.length > 0),
      ),
    }),
    ...(isObject(sites) && {
      sites: Object.fromEntries(Object.entries(sites).filter(([province]) => !lost.has(province))),
    }),
  };
}
