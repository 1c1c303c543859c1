import { screen } from "../i18n/en/screen.ts";
import { addTexts } from "../i18n/t.ts";

/** The projector's own texts, which no other page carries. Imported before anything is drawn. */
addTexts({ screen });
