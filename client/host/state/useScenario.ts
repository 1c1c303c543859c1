import type { Refusal } from "#shared/model/refusal.ts";
import { fail, ok, type Result } from "#shared/lib/result.ts";
import type { MapGeometry } from "../../map/geometry/types.ts";
import { fetchGeometry } from "../../play/geometry.ts";
import { useLoaded, type Loaded } from "../../play/useLoaded.ts";
import { t } from "../../i18n/t.ts";
import type { SeatOption } from "../model/people.ts";
import { useHost } from "./hostState.ts";

/** The countries of the present session: every table has the same. */
export const useCountries = (): readonly SeatOption[] =>
  (useHost().view.value.tables[0]?.seats ?? []).map(({ country, name }) => ({ id: country, name }));

const loadGeometry = (id: string): Promise<Result<MapGeometry, Pick<Refusal, "text">>> =>
  fetchGeometry(id).then(ok, () => fail({ text: t("host.card.noMap") }));

export const useGeometry = (id: string | null): Loaded<MapGeometry> => useLoaded(id, loadGeometry);
