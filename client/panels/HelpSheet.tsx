import { useSignal } from "@preact/signals";
import { MODULES, type Module } from "#shared/model/scenario.ts";
import { t } from "../i18n/t.ts";
import { closeSheet, openSheet, usePlay } from "./state/playState.ts";
import { chooseTheme, chosenTheme, THEMES } from "../theme/theme.ts";
import { Dialog } from "./Dialog.tsx";
import { HandOver } from "./HandOver.tsx";

const KEYS = [
  ["1–5", "layers"],
  ["t", "threats"],
  ["m", "messages"],
  ["o", "orders"],
  ["h", "history"],
  ["r", "rules"],
  ["?", "help"],
  ["Esc", "escape"],
] as const;

/** How a turn goes, the three choices, and the keys. */
export function HelpSheet() {
  const play = usePlay();
  const { shortcuts, board } = play;
  return (
    <Dialog title={t("play.help.title")} onClose={() => closeSheet(play)} size="wide">
      <p>{t("play.help.goal")}</p>
      <dl class="help-terms">
        {(["balance", "bandwagon", "hide"] as const).map((kind) => (
          <div key={kind}>
            <dt class="lead">{t(`orderSheet.align.${kind}`)}</dt>
            <dd>{t(`orderSheet.align.${kind}Means`, alignmentFigures(board.parameters))}</dd>
          </div>
        ))}
      </dl>
      <p>{t("play.help.threat")}</p>
      <ModulesInPlay modules={board.modules} />
      <p class="button-row">
        <button type="button" class="button" onClick={() => openSheet(play, { kind: "rules", rule: null })}>
          {t("play.help.rules")}
        </button>
        <button type="button" class="button" onClick={() => openSheet(play, { kind: "seats" })}>
          {t("play.seats.title")}
        </button>
        <a class="button" href="/learn" target="_blank" rel="noopener">
          {t("play.help.learn")}
        </a>
      </p>
      <HandOver />
      <ThemeChoice />
      <h3 class="h3">{t("play.help.keys")}</h3>
      <dl class="keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`play.help.key.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={shortcuts.value}
          onChange={(event) => (shortcuts.value = event.currentTarget.checked)}
        />
        {t("play.help.shortcuts")}
      </label>
    </Dialog>
  );
}

/** What this match is played with, one line each; the theory behind them is in the glossary. */
function ModulesInPlay({ modules }: { readonly modules: readonly Module[] }) {
  return (
    <section aria-labelledby="modules-title">
      <h3 id="modules-title" class="h3">
        {t("modules.title")}
      </h3>
      {modules.length === 0 ? (
        <p>{t("modules.none")}</p>
      ) : (
        <dl class="modules small">
          {MODULES.filter((module) => modules.includes(module)).map((module) => (
            <div key={module}>
              <dt>
                <a href={`/learn/glossary#modules-${module}`} target="_blank" rel="noopener">
                  {t(`modules.names.${module}`)}
                </a>
              </dt>
              <dd>{t(`modules.means.${module}`)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <a href="/learn/glossary" target="_blank" rel="noopener">
          {t("modules.glossary")}
        </a>
      </p>
    </section>
  );
}

const THEME_WORDS = {
  auto: "play.help.themeAuto",
  light: "play.help.themeLight",
  dark: "play.help.themeDark",
} as const;

function ThemeChoice() {
  const theme = useSignal(chosenTheme());
  return (
    <fieldset class="chips">
      <legend class="label">{t("play.help.theme")}</legend>
      {THEMES.map((each) => (
        <label key={each} class="chip">
          <input
            type="radio"
            name="theme"
            checked={theme.value === each}
            onChange={() => {
              theme.value = each;
              chooseTheme(each);
            }}
          />
          {t(THEME_WORDS[each])}
        </label>
      ))}
    </fieldset>
  );
}

interface Figures {
  readonly economy: { readonly balanceCost: number; readonly tribute: number };
  readonly war: { readonly helpAligned: number; readonly helpPact: number };
}

/** The numbers in the consequence lines, from the match's own parameters. */
export const alignmentFigures = ({ economy, war }: Figures): Readonly<Record<string, number>> => ({
  cost: economy.balanceCost,
  tribute: Math.round(economy.tribute * 100),
  help: Math.round(war.helpAligned * 100),
  pact: Math.round(war.helpPact * 100),
});
