import type { VNode } from "preact";
import { t } from "../i18n/t.ts";
import type { Connection } from "../net/connection.ts";
import { HomeLink, Notice } from "./lobby/Notice.tsx";

/** What a page says while its line or a part of it is missing: the same at a table of friends and in a class. */
export const LoadFailed = ({ text, onAgain }: { readonly text: string; readonly onAgain: () => void }): VNode => (
  <Notice title={t("net.failed.title")} text={text}>
    <button class="button button-primary" type="button" onClick={onAgain}>
      {t("net.again")}
    </button>
    <HomeLink />
  </Notice>
);

export const Retrying = ({ connection }: { readonly connection: Connection }): VNode => (
  <div class="retrying" role="status">
    <span>{t("net.retrying")}</span>
    <button class="button-text" type="button" onClick={connection.wake}>
      {t("net.retryNow")}
    </button>
  </div>
);

export const Superseded = ({ connection }: { readonly connection: Connection }): VNode => (
  <Notice title={t("net.superseded.title")} text={t("net.superseded.text")}>
    <button class="button button-primary" type="button" onClick={connection.takeBack}>
      {t("net.superseded.button")}
    </button>
    <HomeLink />
  </Notice>
);

interface RefusedProps {
  readonly connection: Connection;
  readonly code: string;
  /** The seat is gone for good. */
  readonly onLost: () => void;
}
export function Refused({ connection, code, onLost }: RefusedProps): VNode {
  const refusal = connection.refusal.value;
  if (refusal && /version/i.test(refusal.code)) {
    return (
      <Notice title={t("net.version.title")} text={t("net.version.text")}>
        <button class="button button-primary" type="button" onClick={() => location.reload()}>
          {t("net.version.button")}
        </button>
      </Notice>
    );
  }
  return (
    <Notice title={t("net.refused.title")} text={refusal?.text ?? ""}>
      <button class="button button-primary" type="button" onClick={connection.takeBack}>
        {t("net.again")}
      </button>
      <button class="button" type="button" onClick={onLost}>
        {t("net.refused.rejoin", { code })}
      </button>
      <HomeLink />
    </Notice>
  );
}
