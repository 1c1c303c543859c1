/** The package ships no types; these are the parts in use. */
declare module "subset-font" {
  export default function subsetFont(
    font: Buffer,
    glyphs: string,
    options: {
      readonly targetFormat: "woff2";
      readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
    },
  ): Promise<Buffer>;
}
