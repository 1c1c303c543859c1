import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { ScreenView } from "#shared/model/classView.ts";
import { t } from "../i18n/t.ts";
import { keyInHash } from "../net/addresses.ts";
import type { ScreenConnection } from "../net/classConnection.ts";
import { Notice } from "../play/lobby/Notice.tsx";
import { usePageTitle } from "../play/usePageTitle.ts";
import { Room } from "./Room.tsx";
import { useKeys, useSecondHand } from "./state/hooks.ts";
import { createScreen, ScreenContext } from "./state/screenState.ts";
import { useTone } from "./state/tone.ts";
import "./screen.css";

interface Props {
  readonly connect: (key: string) => ScreenConnection;
}

/** `/screen/#KEY`: what the whole room sees of one class. */
export function ScreenPage({ connect }: Props): VNode {
  const [key, setKey] = useState(() => keyInHash(location.hash));
  useEffect(() => {
    const follow = (): void => setKey(keyInHash(location.hash));
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  if (key === null) {
    return (
      <Notice title={t("screen.noKey.title")} text={t("screen.noKey.text")}>
        <a class="button button-primary" href="/host">
          {t("screen.refused.toHost")}
        </a>
      </Notice>
    );
  }
  return <Connected key={key} screenKey={key} connect={connect} />;
}

function Connected({ screenKey, connect }: Props & { readonly screenKey: string }): VNode {
  const connection = useMemo(() => connect(screenKey), [screenKey]);
  useEffect(() => connection.close, [connection]);
  const status = connection.status.value;
  const first = connection.view.value;
  if (status === "refused" || status === "superseded") return <Refused connection={connection} />;
  if (!first) {
    return (
      <p class="screen screen-wait" role="status">
        {t("screen.connecting")}
      </p>
    );
  }
  return <Inside connection={connection} first={first} />;
}

function Inside({ connection, first }: { readonly connection: ScreenConnection; readonly first: ScreenView }): VNode {
  const screen = useMemo(() => createScreen(connection, first), [connection]);
  useEffect(() => screen.close, [screen]);
  useSecondHand(screen);
  useKeys(screen);
  useTone(screen);
  usePageTitle(t("screen.pageTitle", { name: screen.view.value.className }));
  return (
    <ScreenContext.Provider value={screen}>
      <Room />
      {connection.status.value === "retrying" && (
        <p class="screen-retrying" role="status">
          {t("screen.retrying")}
        </p>
      )}
    </ScreenContext.Provider>
  );
}

function Refused({ connection }: { readonly connection: ScreenConnection }): VNode {
  const refusal = connection.refusal.value;
  const old = refusal !== null && /version/i.test(refusal.code);
  return (
    <Notice
      title={t(old ? "net.version.title" : "screen.refused.title")}
      text={t(old ? "net.version.text" : "screen.refused.text")}
    >
      <button class="button button-primary" type="button" onClick={() => location.reload()}>
        {t(old ? "net.version.button" : "screen.refused.again")}
      </button>
      <a class="button" href="/host">
        {t("screen.refused.toHost")}
      </a>
    </Notice>
  );
}
