import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import { QrCode } from "../../qr/QrCode.tsx";
import { playLink } from "../../net/addresses.ts";
import { CopyButton } from "../CopyButton.tsx";
import { useHost } from "../state/hostState.ts";

/** How to come in: code, QR, link, and the PIN where there is one. Large, for a room that has no projector page open. */
export function Invitation({ compact = false }: { readonly compact?: boolean }): VNode {
  const host = useHost();
  const { code, settings } = host.view.value;
  const link = playLink(location.origin, code);
  return (
    <section class={compact ? "invitation invitation-compact" : "invitation"} aria-label={t("hostPeople.invite.title")}>
      <QrCode text={link} label={t("hostPeople.invite.qr")} />
      <div class="invitation-words">
        <p>{t("hostPeople.invite.go", { host: location.host })}</p>
        <p class="invitation-code" aria-label={t("host.codeSpelt", { code: [...code].join(" ") })}>
          {code}
        </p>
        {settings.pin !== null && (
          <p>
            {t("hostPeople.invite.pin")} <b class="num">{settings.pin}</b>
          </p>
        )}
        <CopyButton text={link} words={t("hostPeople.invite.copy")} />
      </div>
    </section>
  );
}
