import type { ComponentChildren, VNode } from "preact";
import { useErrorBoundary } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { HomeLink, Notice } from "./lobby/Notice.tsx";

/** A bug in the page below is shown as a page, with the way on; everything submitted is with the server. */
export function Guard({ children }: { readonly children: ComponentChildren }): VNode {
  const [error] = useErrorBoundary((caught: unknown) => console.error(caught));
  if (error === undefined) return <>{children}</>;
  return (
    <Notice title={t("net.crashed.title")} text={t("net.crashed.text")}>
      <button class="button button-primary" type="button" onClick={() => location.reload()}>
        {t("net.crashed.button")}
      </button>
      <HomeLink />
    </Notice>
  );
}
