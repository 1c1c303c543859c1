/** Values put into a text; `count` also chooses the plural form. */
export type TextValues = Readonly<Record<string, string | number>>;
/** One area's texts: `key` or `key_one` / `key_other`, nested as the author likes. Values stand in `{{double braces}}`. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}
