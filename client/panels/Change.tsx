import { t } from "../i18n/t.ts";

/** ▲21, ▼3 or a dash; in words for who cannot see it. */
export function Change({ by }: { readonly by: number | null }) {
  const words =
    by === null || by === 0
      ? t("threats.board.unchanged")
      : t(by > 0 ? "threats.board.rose" : "threats.board.fell", { by: Math.abs(by) });
  return (
    <span class={by && by > 0 ? "change change-up num" : "change num"}>
      <span aria-hidden="true">{by === null || by === 0 ? "–" : `${by > 0 ? "▲" : "▼"}${Math.abs(by)}`}</span>
      <span class="visually-hidden">{words}</span>
    </span>
  );
}
