import type { World } from "../model/world.ts";
import { hashOf } from "../lib/canonical.ts";

/** 16 hex digits; equal worlds have equal hashes on every engine (all numbers are on the 1e-6 grid). */
export const worldHash = (world: World): string => hashOf(world);
