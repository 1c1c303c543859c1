import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";

/** Two groups of five, as a person reads them out. */
export const RejoinCard = ({ code }: { readonly code: string }): VNode => (
  <section class="card rejoin-card">
    <h2 class="lead">{t("classroom.gather.rejoin")}</h2>
    <p class="rejoin-code">{spacedCode(code)}</p>
    <p class="small">{t("classroom.gather.rejoinText")}</p>
  </section>
);

export const spacedCode = (code: string): string => `${code.slice(0, 5)} ${code.slice(5)}`;
