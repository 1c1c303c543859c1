import type { Result } from "../lib/result.ts";
import type { CommandBody, CommandKind } from "../model/match.ts";
import type { Refusal } from "../model/refusal.ts";

/** What a check answers: the command as it must be recorded, or why it may not be. */
export type Checked = Result<CommandBody, Refusal>;
export type Body<K extends CommandKind> = Extract<CommandBody, { readonly kind: K }>;
