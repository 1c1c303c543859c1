import type { VNode } from "preact";
import type { MatchSettings } from "#shared/model/match.ts";
import { t } from "../../i18n/t.ts";

type Settings = Pick<MatchSettings, "level" | "modules" | "messages" | "intentions">;
const PHASES = ["dispatches", "diplomacy", "orders", "reveal"] as const;

/** What kind of match this is, for whoever did not open it: the parts of the rules, what may be said, whose opinion counts. */
export function Agreed({ settings }: { readonly settings: Settings }): VNode {
  const { level, modules, intentions } = settings;
  const names = modules.map((module) => t(`setup.module.${module}.name`)).join(", ");
  return (
    <section class="lobby-brief">
      <h2 class="h3">{t("lobby.rules")}</h2>
      <p class="small">
        {t(modules.length === 0 ? "lobby.rulesIntro" : "lobby.rulesLevel", {
          level: t(`setup.levels.${level}`),
          modules: names,
        })}
      </p>
      <p class="small">{talkText(settings)}</p>
      <p class="small">{t(`lobby.rulesIntentions.${intentions}`)}</p>
    </section>
  );
}

function talkText({ messages }: Settings): string {
  const [first] = PHASES;
  if (PHASES.every((phase) => messages[phase] === messages[first])) return t(`lobby.rulesTalk.${messages[first]}`);
  const phases = PHASES.map((phase) =>
    t("lobby.rulesTalk.phase", {
      phase: t(`setup.phase.${phase}`),
      mode: t(`setup.messageMode.${messages[phase]}`).toLowerCase(),
    }),
  );
  return t("lobby.rulesTalk.mixed", { phases: phases.join("; ") });
}
