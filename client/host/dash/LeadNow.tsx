import type { VNode } from "preact";
import type { Lead } from "#shared/model/classroom.ts";
import { t } from "../../i18n/t.ts";
import type { SeatOption } from "../model/people.ts";
import { ask, openSheet, useHost } from "../state/hostState.ts";
import { useCountries } from "../state/useScenario.ts";
import { RailRow, RailSection } from "./RailParts.tsx";
import { TallyBars } from "./TallyBars.tsx";

/** What every phone shows now, with the votes as they come; or the way to show something. */
export function LeadNow(): VNode {
  const host = useHost();
  const { lead, tallies, members } = host.view.value;
  const countries = useCountries();
  const open = (): void => openSheet(host, { kind: "lead" });
  if (lead === null) {
    return (
      <RailSection title={t("host.lead.title")}>
        <RailRow title={t("host.lead.nothing")} note={t("host.lead.what")}>
          <button type="button" class="button" onClick={open}>
            {t("host.lead.start")}
          </button>
        </RailRow>
      </RailSection>
    );
  }
  const words = (option: string): string => optionText(lead, option, countries);
  const tally = lead.kind === "poll" ? tallies.find(({ poll }) => poll === lead.poll.id) : undefined;
  return (
    <RailSection title={t("host.lead.title")}>
      <LeadWords lead={lead} />
      {lead.kind === "poll" && tally && (
        <TallyBars
          options={lead.poll.options.map(words)}
          tally={tally}
          here={members.filter(({ present }) => present).length}
        />
      )}
      <div class="button-row">
        {lead.kind === "poll" && lead.poll.open && (
          <button
            type="button"
            class="button"
            onClick={() => void ask(host, "closePoll", { tallyShown: true }, { done: t("host.done.pollClosed") })}
          >
            {t("host.lead.close")}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => void ask(host, "release", {}, { done: t("host.done.released") })}
        >
          {t("host.lead.release")}
        </button>
        <button type="button" class="button" onClick={open}>
          {t("host.lead.other")}
        </button>
      </div>
    </RailSection>
  );
}

/** Options of the built-in questions are keys: countries by id, choices by name. */
function optionText(lead: Lead, option: string, countries: readonly SeatOption[]): string {
  if (lead.kind !== "poll") return option;
  switch (lead.poll.question) {
    case "fear":
      return countries.find(({ id }) => id === option)?.name ?? option;
    case "balance":
    case "yesNo":
      return t(`host.poll.option.${option}`);
    case "own":
      return option;
  }
}

function LeadWords({ lead }: { readonly lead: Lead }): VNode {
  const countries = useCountries();
  const name = (id: string): string => countries.find((country) => country.id === id)?.name ?? "";
  switch (lead.kind) {
    case "country":
      return <p>{t("host.lead.country", { country: name(lead.country), table: lead.table })}</p>;
    case "dyad":
      return (
        <p>{t("host.lead.dyad", { observer: name(lead.observer), country: name(lead.country), table: lead.table })}</p>
      );
    case "poll":
      return <p>{lead.poll.text === "" ? t(`host.poll.${lead.poll.question}`) : lead.poll.text}</p>;
  }
}
