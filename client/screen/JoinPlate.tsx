import type { VNode } from "preact";
import { t } from "../i18n/t.ts";
import { playLink } from "../net/addresses.ts";
import { QrCode } from "../qr/QrCode.tsx";
import { useScreen } from "./state/screenState.ts";
import { useSummary } from "./state/useSummary.ts";

/** How to come in, for the whole room; and how many have. */
export function JoinPlate(): VNode {
  const { className, code, pin, here, session } = useScreen().view.value;
  const title = useSummary(session?.scenario ?? null)?.title ?? null;
  return (
    <main class="screen-join">
      <div class="screen-join-words">
        <h1>{className}</h1>
        <p>{t("screen.join.go")}</p>
        <p class="screen-host">{location.host}</p>
        <p>{t("screen.join.code")}</p>
        <p class="screen-code" aria-label={t("screen.join.spelt", { code: [...code].join(" ") })}>
          {code}
        </p>
        {pin !== null && (
          <p>
            {t("screen.join.pin")} <b class="screen-pin num">{pin}</b>
          </p>
        )}
        <p class="screen-here" role="status">
          {t("screen.join.here", { count: here })}
          {". "}
          <span>
            {session === null || title === null ? t("screen.join.between") : t("screen.join.gathering", { title })}
          </span>
        </p>
      </div>
      <QrCode text={playLink(location.origin, code)} label={t("screen.join.qr")} />
    </main>
  );
}
