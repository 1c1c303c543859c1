import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { sessionOf } from "../model/needs.ts";
import { PeopleBoard } from "../people/PeopleBoard.tsx";
import { closeSheet, useHost } from "../state/hostState.ts";

/** Everyone by table, while the tables play. */
export function PeopleSheet(): VNode {
  const host = useHost();
  const session = sessionOf(host.view.value);
  return (
    <Dialog title={t("host.tools.people")} size="wide" onClose={() => closeSheet(host)}>
      {session && <PeopleBoard session={session} />}
    </Dialog>
  );
}
