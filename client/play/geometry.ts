import type { MapGeometry } from "#client/map/geometry/types.ts";
import type { Board } from "#shared/model/world.ts";

/** Whether a map shows just the provinces of a board, in its order. A match may be older than the map. */
export const drawnFor = (geometry: Pick<MapGeometry, "provinces">, board: Pick<Board, "provinces">): boolean =>
  geometry.provinces.length === board.provinces.length &&
  geometry.provinces.every((place, index) => place.id === board.provinces[index]?.id);

/** The drawn map of a scenario; fetched once a page, by the table or by the final screen. */
export async function fetchGeometry(scenario: string): Promise<MapGeometry> {
  const known = fetched.get(scenario);
  if (known) return known;
  const asked = fetchOnce(scenario);
  fetched.set(scenario, asked);
  asked.catch(() => fetched.delete(scenario));
  return asked;
}

const fetched = new Map<string, Promise<MapGeometry>>();

async function fetchOnce(scenario: string): Promise<MapGeometry> {
  const response = await fetch(`/maps/${scenario}.json`);
  if (!response.ok) throw new Error(`no map of ${scenario}`);
  // Written by our own build in this format.
  return (await response.json()) as MapGeometry;
}
