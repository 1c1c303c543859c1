import type { Catalogue } from "../catalogue.ts";

export const home = { title: "Counterpoise" } as const satisfies Catalogue;
