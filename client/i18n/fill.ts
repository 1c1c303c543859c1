import type { TextValues } from "./catalogue.ts";

/** Puts values into a text's `{{places}}`: all that the small pages need of the play page's `t`. */
export const fill = (text: string, values: TextValues): string =>
  text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place));
