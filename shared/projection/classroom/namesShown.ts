import type { ClassSettings, Member, Session } from "../../model/classroom.ts";
import type { ClassFacts } from "./facts.ts";

/** What other students call a member: their name; where names are roles, that of their country, or nothing. */
export function nameShown(
  member: Member,
  { naming }: Pick<ClassSettings, "naming">,
  { session, facts }: { readonly session: Session | null; readonly facts: ClassFacts },
): string {
  if (naming !== "role") return member.name;
  const place = session?.places.find((one) => one.member === member.id);
  return facts.scenario?.countries.find(({ id }) => id === place?.country)?.name ?? "";
}
