import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../i18n/t.ts";
import { deleteClass, exportClass } from "../../net/hostApi.ts";
import { Dialog } from "../../panels/Dialog.tsx";
import { RefusalText } from "../../panels/RefusalText.tsx";
import type { Refusal } from "#shared/model/refusal.ts";
import { useTask } from "../../play/lobby/useTask.ts";
import { closeSheet, sayRefusal, useHost, type Host } from "../state/hostState.ts";
import { TextForm } from "./TextForm.tsx";

/** Everything of the class as one file, and its end. */
export function ExportSheet(): VNode {
  const host = useHost();
  const { name, role } = host.view.value;
  const { busy, run } = useTask();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const remove = async (typed: string): Promise<void> => {
    if (typed !== name) return setRefusal({ kind: "invalid", code: "name", text: t("hostPeople.export.deleteWrong") });
    const answer = await deleteClass({ key: host.key, name: typed });
    if (!answer.ok) return setRefusal(answer.error);
    host.onDeleted();
  };
  return (
    <Dialog title={t("hostPeople.export.title")} onClose={() => closeSheet(host)}>
      <p>{t("hostPeople.export.exportWhat")}</p>
      <div>
        <button type="button" class="button button-strong" onClick={() => run(() => download(host))}>
          {t(busy ? "hostPeople.export.exporting" : "hostPeople.export.exportDo")}
        </button>
      </div>
      <h3 class="h3">{t("hostPeople.export.deleteTitle")}</h3>
      {role === "owner" ? (
        <>
          <p>{t("hostPeople.export.deleteWhat")}</p>
          <TextForm
            label={t("hostPeople.export.deleteName", { name })}
            doIt={t("hostPeople.export.deleteDo")}
            empty={t("hostPeople.export.deleteWrong")}
            most={200}
            rows={1}
            onSend={(typed) => run(() => remove(typed))}
          />
          <RefusalText refusal={refusal} />
        </>
      ) : (
        <p>{t("hostPeople.export.ownerOnly")}</p>
      )}
    </Dialog>
  );
}

/** Fetched by POST, so that the key stands in no address, then offered as a file. */
async function download(host: Host): Promise<void> {
  const answer = await exportClass(host.key);
  if (!answer.ok) return sayRefusal(host, answer.error);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(answer.value);
  link.download = `counterpoise-${host.view.peek().code}.zip`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
