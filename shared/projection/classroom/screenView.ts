import type { ClassState } from "../../model/classroom.ts";
import type { ScreenView } from "../../model/classView.ts";
import type { ScreenFacts, TableFacts } from "./facts.ts";
import { presentCount } from "../../classroom/lookUp.ts";
import { tallyShown } from "./studentView.ts";

/** What a projector shows the whole room: never a secret, never a name of a person. */
export function screenView(state: ClassState, facts: ScreenFacts): ScreenView {
  const session = state.sessions.at(-1) ?? null;
  return {
    className: state.name,
    code: state.header.code,
    pin: state.settings.pin,
    here: presentCount(state.members),
    session: session
      ? {
          number: session.number,
          state: session.state,
          scenario: session.plan.scenario,
          naming: state.settings.naming,
        }
      : null,
    tables: [...facts.tables].sort((a, b) => a.number - b.number).map(tableOnScreen),
    showing: facts.showing,
    lead: state.lead,
    tally: tallyShown(state, state.lead),
    notices: state.notices.filter(({ to }) => to === null),
  };
}

const tableOnScreen = ({ number, state }: TableFacts): ScreenView["tables"][number] => ({
  number,
  match: state.match,
  phase: state.phase,
  turn: state.turn,
  deadline: state.deadline,
  pause: state.pause === null ? null : { frozen: state.pause.frozen, text: state.pause.text },
});
