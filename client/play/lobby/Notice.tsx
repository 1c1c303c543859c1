import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { usePageTitle } from "../usePageTitle.ts";
import { TopBar } from "./TopBar.tsx";

interface Props {
  readonly title: string;
  readonly text: string;
  /** What the person can do about it. */
  readonly children: ComponentChildren;
}

/** A whole page that says what happened and what to do: never a blank one. */
export function Notice({ title, text, children }: Props): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(t("net.pageTitle", { title }));
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <div class="lobby-page">
      <TopBar />
      <main class="lobby-notice">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p class="notice-text">{text}</p>
        <div class="notice-actions">{children}</div>
      </main>
    </div>
  );
}

export const HomeLink = (): VNode => (
  <a class="button" href="/">
    {t("net.home")}
  </a>
);
