import type { Catalogue } from "../catalogue.ts";

export const learn = { title: "The idea in two minutes" } as const satisfies Catalogue;
