import type { VNode } from "preact";
import type { StudentView } from "#shared/model/classView.ts";
import { t } from "../../i18n/t.ts";

/** What the instructor can see of messages and orders: said before anyone writes one. */
export const Told = ({ told }: Pick<StudentView, "told">): VNode => (
  <section class="lobby-brief">
    <h2 class="h3">{t("classroom.gather.told")}</h2>
    <ul class="told">
      <li>{t(told.hostReads ? "classroom.gather.toldReads" : "classroom.gather.toldNotReads")}</li>
      <li>{t(told.hostSeesOrders ? "classroom.gather.toldOrders" : "classroom.gather.toldNotOrders")}</li>
      {told.filter && <li>{t("classroom.gather.toldFilter")}</li>}
    </ul>
  </section>
);
