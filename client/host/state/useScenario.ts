import { useMemo } from "preact/hooks";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { fail, ok, type Result } from "#shared/lib/result.ts";
import type { MapGeometry } from "../../map/geometry/types.ts";
import { fetchGeometry } from "../../play/geometry.ts";
import { useLoaded, type Loaded } from "../../play/useLoaded.ts";
import { t } from "../../i18n/t.ts";
import { sessionOf } from "../model/needs.ts";
import type { SeatOption } from "../model/people.ts";
import { useHost, type Host } from "./hostState.ts";

const read = new WeakMap<Host["scenarios"], Map<string, Promise<Result<Scenario, Refusal>>>>();

/** A scenario, read once a page; a failure is forgotten, so that it can be tried again. */
function readOnce(source: Host["scenarios"], id: string): Promise<Result<Scenario, Refusal>> {
  const known = read.get(source) ?? new Map<string, Promise<Result<Scenario, Refusal>>>();
  read.set(source, known);
  const asked = known.get(id) ?? source.read(id);
  known.set(id, asked);
  void asked.then((answer) => !answer.ok && known.delete(id));
  return asked;
}

export function useScenario(id: string | null): Loaded<Scenario> {
  const { scenarios } = useHost();
  const load = useMemo(() => (key: string) => readOnce(scenarios, key), [scenarios]);
  return useLoaded(id, load);
}

/** Of the present session, as its record has it from the boards of its tables, else as the server lists it. */
export function useSessionScenario(): Scenario | null {
  const host = useHost();
  const id = sessionOf(host.view.value)?.plan.scenario ?? null;
  const [watched] = host.connection.tables.value.values();
  const loaded = useScenario(watched || id === null ? null : id);
  return watched?.board.scenario ?? loaded.value;
}

/** The countries of the present session: every table has the same. */
export const useCountries = (): readonly SeatOption[] =>
  (useHost().view.value.tables[0]?.seats ?? []).map(({ country, name }) => ({ id: country, name }));

const loadGeometry = (id: string): Promise<Result<MapGeometry, Pick<Refusal, "text">>> =>
  fetchGeometry(id).then(ok, () => fail({ text: t("host.card.noMap") }));

export const useGeometry = (id: string | null): Loaded<MapGeometry> => useLoaded(id, loadGeometry);
