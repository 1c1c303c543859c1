import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { OpenedClass } from "#shared/protocol/classMessages.ts";
import { t } from "../../i18n/t.ts";
import { TopBar } from "../../play/lobby/TopBar.tsx";
import { usePageTitle } from "../../play/usePageTitle.ts";
import { CopyButton } from "../CopyButton.tsx";
import { hostLink } from "../../net/addresses.ts";

/** Shown once, after a class is opened: how to get back into it from anywhere. */
export function KeyPage({ opened, onDone }: { readonly opened: OpenedClass; readonly onDone: () => void }): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(t("host.pageTitle", { name: opened.name }));
  useEffect(() => heading.current?.focus(), []);
  const link = hostLink(location.origin, opened.key);
  return (
    <div class="lobby-page front">
      <TopBar />
      <main class="front-main">
        <h1 class="h2" ref={heading} tabIndex={-1}>
          {t("hostFront.key.title", { name: opened.name })}
        </h1>
        <p class="front-lead">{t("hostFront.key.code", { code: opened.code })}</p>
        <section class="card key-card">
          <h2 class="h3">{t("hostFront.key.recovery")}</h2>
          <p class="key-recovery num">{opened.recovery}</p>
          <p>{t("hostFront.key.recoveryWhat")}</p>
          <div class="button-row">
            <CopyButton text={opened.recovery} words={t("hostFront.key.copy")} />
            <button type="button" class="button" onClick={() => print()}>
              {t("hostFront.key.print")}
            </button>
          </div>
          <h2 class="h3">{t("hostFront.key.link")}</h2>
          <p class="key-link small">{link}</p>
          <p>{t("hostFront.key.linkWhat")}</p>
          <CopyButton text={link} words={t("hostPeople.invite.copy")} />
        </section>
        <button type="button" class="button button-primary front-go" onClick={onDone}>
          {t("hostFront.key.done")}
        </button>
      </main>
    </div>
  );
}
