import type { VNode } from "preact";
import { assertNever } from "#shared/lib/assertNever.ts";
import { t } from "../../i18n/t.ts";
import { clockText } from "../../viewmodel/clock.ts";
import type { Need } from "../model/needs.ts";
import { admit } from "../state/acts.ts";
import { openSheet, useHost } from "../state/hostState.ts";
import { useCountries } from "../state/useScenario.ts";
import { RailRow } from "./RailParts.tsx";

/** One line of "Needs you", with the one thing that helps most. The person's sheet has the rest. */
export function NeedRow({ need }: { readonly need: Need }): VNode {
  const host = useHost();
  const countries = useCountries();
  switch (need.kind) {
    case "help":
      return (
        <RailRow
          title={t(need.table === null ? "host.needs.asksNowhere" : "host.needs.asks", {
            name: need.member.name,
            table: need.table ?? 0,
          })}
          note={need.text === "" ? t("host.needs.noWords") : need.text}
        >
          <PersonButton need={need} words={t("host.needs.answer")} />
        </RailRow>
      );
    case "approve":
      return (
        <RailRow
          title={t("host.needs.waiting", { count: need.members.length })}
          note={need.members.map(({ name }) => name).join(", ")}
        >
          <button
            type="button"
            class="button"
            onClick={() =>
              admit(
                host,
                need.members.map(({ id }) => id),
              )
            }
          >
            {t("host.needs.letIn")}
          </button>
        </RailRow>
      );
    case "seat":
      return (
        <RailRow title={need.member.name} note={t("host.needs.noSeat")}>
          <PersonButton need={need} words={t("host.needs.seat")} />
        </RailRow>
      );
    case "report":
      return (
        <RailRow title={t("host.needs.reports", { count: need.count })}>
          <button type="button" class="button" onClick={() => openSheet(host, { kind: "reports" })}>
            {t("host.needs.read")}
          </button>
        </RailRow>
      );
    case "away":
    case "idle": {
      const country = countries.find(({ id }) => id === need.country)?.name ?? "";
      const time = clockText(host.now.value, need.since) ?? "";
      return (
        <RailRow
          title={t("host.needs.at", { name: need.member.name, table: need.table })}
          note={t(need.kept ? "host.needs.kept" : `host.needs.${need.kind}`, { time, country })}
        >
          <PersonButton need={need} words={t(need.kind === "away" ? "host.needs.reseat" : "host.needs.message")} />
        </RailRow>
      );
    }
    default:
      return assertNever(need);
  }
}

interface ButtonProps {
  readonly need: Exclude<Need, { readonly kind: "approve" | "report" }>;
  readonly words: string;
}
function PersonButton({ need, words }: ButtonProps): VNode {
  const host = useHost();
  return (
    <button
      type="button"
      class="button"
      aria-label={t("host.needs.button", { words, name: need.member.name })}
      onClick={() => openSheet(host, { kind: "person", member: need.member.id })}
    >
      {words}
    </button>
  );
}
