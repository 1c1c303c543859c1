import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { TopBar } from "./TopBar.tsx";

/** Milliseconds after which waiting is explained rather than announced. */
const LONG = 5_000;

/** Shown until there is something to show. */
export function Waiting({ text }: { readonly text?: string }): VNode {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="lobby-page">
      <TopBar />
      <main class="lobby-notice">
        <div role="status">
          <h1 class="h2">{text ?? (long ? t("net.connectingLong") : t("net.connecting"))}</h1>
        </div>
      </main>
    </div>
  );
}
