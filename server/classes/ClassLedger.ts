import { ok, type Result } from "#shared/lib/result.ts";
import type { ClassCommand, ClassCommandBody, ClassState } from "#shared/model/classroom.ts";
import type { ScenarioId } from "#shared/model/ids.ts";
import type { Refusal } from "#shared/model/refusal.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { applyClassCommand } from "#shared/classroom/applyClassCommand.ts";
import { checkClassCommand } from "#shared/classroom/checkClassCommand.ts";
import { type LedgerEvents, type LedgerTools, type RecordEntry, RecordLedger } from "#server/lib/RecordLedger.ts";
import type { ClassStore } from "#server/store/ClassStore.ts";

export type Actor = ClassCommand["by"];
/** The server itself: what happened, and what follows from it. */
export const SERVER: Actor = { kind: "server" };

/** What someone wants of a class. */
export interface ClassDraft {
  readonly by: Actor;
  readonly body: ClassCommandBody;
}

/** Commands of a class being put together; all of them are recorded, or none. */
export type ClassEntry = RecordEntry<ClassState, ClassDraft, ClassCommand>;

interface ClassLedgerDeps extends LedgerTools {
  readonly classes: Pick<ClassStore, "append">;
  readonly findScenario: (id: string) => Scenario | null;
}

/** The record of one class as it grows. */
export class ClassLedger extends RecordLedger<ClassState, ClassDraft, ClassCommand> {
  constructor(
    state: ClassState,
    { classes, findScenario, ...tools }: ClassLedgerDeps,
    events: LedgerEvents<ClassState, ClassCommand>,
  ) {
    const { class: id } = state.header;
    const scenarioOf = (scenario: ScenarioId): Scenario | null => findScenario(scenario);
    const book = {
      check: (before: ClassState, { by, body }: ClassDraft, at: number): Result<ClassCommand, Refusal> => {
        const checked = checkClassCommand(before, body, by, scenarioOf);
        return checked.ok ? ok({ seq: before.lastSeq + 1, at, by, ...checked.value }) : checked;
      },
      apply: applyClassCommand,
      append: (expected: number, commands: readonly ClassCommand[]) => classes.append(id, expected, commands),
      about: { class: id },
    };
    super(state, { book, tools, events });
  }
}
