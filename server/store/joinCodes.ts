import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** A join code names one match or one class, never both. */
export async function isCodeTaken(tx: Transaction<Tables>, code: string): Promise<boolean> {
  const match = await tx.selectFrom("match").select("id").where("code", "=", code).executeTakeFirst();
  if (match) return true;
  return (await tx.selectFrom("class").select("id").where("code", "=", code).executeTakeFirst()) !== undefined;
}
