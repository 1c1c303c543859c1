import { createInstance } from "i18next";
import { sentenceCase } from "#shared/lib/sentenceCase.ts";
import type { Catalogue, TextValues } from "./catalogue.ts";

/**
 * Every file of `en/` exports its catalogue under its own name: `en/lobby.ts` → `export const lobby`.
 * The plain pages bring their own texts and do without this file; the instructor's page adds its own (`addTexts`).
 */
const files = import.meta.glob<Readonly<Record<string, Catalogue>>>(
  [
    "./en/*.ts",
    "!./en/host*.ts",
    "!./en/screen.ts",
    "!./en/home.ts",
    "!./en/learn.ts",
    "!./en/glossary.ts",
    "!./en/cases.ts",
  ],
  {
    eager: true,
  },
);
const english: Record<string, Catalogue> = Object.assign({}, ...Object.values(files));

const instance = createInstance();
void instance.init({
  lng: "en",
  fallbackLng: "en",
  initAsync: false,
  resources: { en: { translation: english } },
  // Preact escapes text; escaping here too would show `&amp;`.
  interpolation: { escapeValue: false },
});

/** Adds catalogues that only one page needs, each under its own name, before it is drawn. */
export const addTexts = (catalogues: Readonly<Record<string, Catalogue>>): void =>
  void instance.addResourceBundle("en", "translation", catalogues, true, true);

/**
 * The text for a key, `area.path` – `t("lobby.start")`. A missing key answers with the key itself, and
 * tests/client/i18n finds it before a reader does.
 */
export const t = (key: string, values?: TextValues): string =>
  values === undefined ? instance.t(key) : sentenceCase(instance.t(key, values));
