import type { Parameters } from "#shared/model/parameters.ts";
import { DEFAULT_PARAMETERS } from "#shared/rules/parameters.ts";
import type { CaseFile } from "./format.ts";

/** The reference cases value bandwagoning at .65; play has .70 (theory.md 5). */
const REFERENCE_V0 = 0.65;

/** The parameters of play with the file's own put over them. */
export function settingsOf(file: CaseFile): Parameters {
  const base = DEFAULT_PARAMETERS;
  const { params = {} } = file;
  const was = base.prediction;
  const prediction = {
    ...was,
    sLose: params.s_lose ?? was.sLose,
    cBal: params.c_bal ?? was.cBal,
    vBandwagon: params.V_bw ?? REFERENCE_V0,
    spoils: params.spoils ?? was.spoils,
    sBandwagon: params.s_bw ?? was.sBandwagon,
    sHide: params.s_hide ?? was.sHide,
    safe: params.safe ?? was.safe,
    cBuckPass: params.c_bp ?? was.cBuckPass,
    tau: params.tau ?? was.tau,
    ...(params.m !== undefined && { m: params.m }),
  };
  const intent = {
    ...base.intent,
    rho: file.rho ?? base.intent.rho,
    prior: file.priorL0 ?? base.intent.prior,
    gamma: file.gamma ?? base.intent.gamma,
    rivalry: file.rivalry ?? base.intent.rivalry,
    ceiling: file.ceiling ?? base.intent.ceiling,
    llr: over(base.intent.llr, file.llr),
    exposure: over(base.intent.exposure, file.exposure),
  };
  return { ...base, weights: over(base.weights, file.weights), floor: file.floor ?? base.floor, intent, prediction };
}

/** `part` over `base`, where it says something. */
function over<K extends string>(
  base: Readonly<Record<K, number>>,
  part: { readonly [key in K]?: number | undefined } | undefined,
): Record<K, number> {
  const result: Record<K, number> = { ...base };
  for (const key in result) result[key] = part?.[key] ?? result[key];
  return result;
}
