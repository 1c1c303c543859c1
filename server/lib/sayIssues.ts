import type { z } from "zod";

/** What is wrong with a body, in one sentence; at most three faults are named. */
export function sayIssues(error: z.ZodError): string {
  const told = error.issues.slice(0, 3).map((issue) => {
    const where = issue.path.map(String).join(".").slice(0, 80);
    return where ? `${where}: ${issue.message}` : issue.message;
  });
  const more = error.issues.length - told.length;
  return `This could not be read (${told.join("; ")}${more > 0 ? `; and ${more} more` : ""}). Nothing was changed.`.slice(
    0,
    500,
  );
}
