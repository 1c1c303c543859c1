import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { HostView } from "#shared/model/classView.ts";
import type { OpenedClass } from "#shared/protocol/classMessages.ts";
import { listScenarios } from "../net/api.ts";
import type { HostConnection } from "../net/classConnection.ts";
import type { Shelf } from "../net/storage.ts";
import { ClassPage } from "./ClassPage.tsx";
import { FrontPage } from "./front/FrontPage.tsx";
import { KeyPage } from "./front/KeyPage.tsx";
import { keyInHash } from "../net/addresses.ts";
import { forgetClass, keepClass } from "./model/keptClasses.ts";
import type { ScenarioSource } from "./state/hostState.ts";

interface Props {
  readonly shelf: Shelf;
  readonly connect: (key: string) => HostConnection;
}

const SERVER: ScenarioSource = { list: listScenarios };

/** `/host`: classes to open or go back to; `/host/#KEY`: one of them. */
export function HostPage({ shelf, connect }: Props): VNode {
  const [key, setKey] = useState(() => keyInHash(location.hash));
  const [opened, setOpened] = useState<OpenedClass | null>(null);
  useEffect(() => {
    const follow = (): void => setKey(keyInHash(location.hash));
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  const go = (to: string): void => {
    location.hash = to;
    setKey(keyInHash(location.hash));
  };
  if (opened) {
    const done = (): void => {
      setOpened(null);
      go(opened.key);
    };
    return <KeyPage opened={opened} onDone={done} />;
  }
  const open = (made: OpenedClass): void => {
    keepClass(shelf, { code: made.code, name: made.name, key: made.key, at: Date.now() });
    setOpened(made);
  };
  if (key === null) return <FrontPage shelf={shelf} onOpen={open} onKey={go} />;
  return <Connected key={key} classKey={key} shelf={shelf} connect={connect} onLeave={() => go("")} />;
}

interface ConnectedProps extends Props {
  readonly classKey: string;
  readonly onLeave: () => void;
}

function Connected({ classKey, shelf, connect, onLeave }: ConnectedProps): VNode {
  const connection = useMemo(() => connect(classKey), [classKey]);
  useEffect(() => connection.close, [connection]);
  const keep = useMemo(() => keeper(shelf, classKey), [shelf, classKey]);
  const deleted = (): void => {
    const code = connection.view.peek()?.code;
    if (code !== undefined) forgetClass(shelf, code);
    onLeave();
  };
  return (
    <ClassPage
      connection={connection}
      classKey={classKey}
      scenarios={SERVER}
      onView={keep}
      onLeave={onLeave}
      onDeleted={deleted}
    />
  );
}

/** Keeps the class in this browser when it is entered, and again when its name changes. */
function keeper(shelf: Shelf, key: string): (view: HostView) => void {
  let kept = "";
  return ({ code, name }) => {
    if (kept === name) return;
    kept = name;
    keepClass(shelf, { code, name, key, at: Date.now() });
  };
}
