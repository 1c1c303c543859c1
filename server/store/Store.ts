import type { ClassStore } from "./ClassStore.ts";
import type { MatchStore } from "./MatchStore.ts";

/** Everything a server keeps: matches, and the classes some of them belong to, in one database. */
export interface Store extends MatchStore {
  readonly classes: ClassStore;
}
