import { MEMBERS, PLACED, TURN } from "./columns.ts";
import type { CountryIndex } from "../../model/ids.ts";
import { type Column, rounded } from "./csv.ts";
import { countryName, type Lesson, namesOf, sittersByTurn, treatmentOf } from "./lesson.ts";

export interface ReasonRow {
  readonly session: number;
  readonly table: number;
  readonly treatment: string;
  readonly turn: number;
  readonly country: string;
  readonly members: string;
  readonly alignment: string;
  readonly target: string;
  readonly reason: string;
  readonly note: string;
  readonly targetThreat: number | null;
  readonly highest: string;
  readonly highestThreat: number;
}

/** What people chose and the reason they gave, beside the threats they stood before. Orders by the clock or a computer player are left out. */
export function reasons(lesson: Lesson): readonly ReasonRow[] {
  return lesson.tables.flatMap((table) => {
    const sitters = sittersByTurn(table);
    const { board, played } = table.state;
    return played.flatMap((turn, at) =>
      turn.sheets.flatMap(({ sheet, source }, me) => {
        if (source !== "person") return [];
        const { alignment } = sheet;
        const target =
          alignment.kind === "hide"
            ? null
            : (board.indexOf.get(alignment.kind === "balance" ? alignment.against : alignment.with) ?? null);
        const threat = (country: CountryIndex): number => turn.before.threat[me]?.[country] ?? 0;
        const highest = board.ids.reduce<CountryIndex>(
          (top, _, other) => (other !== me && (top === me || threat(other) > threat(top)) ? other : top),
          me,
        );
        return [
          {
            session: lesson.session.number,
            table: table.table.number,
            treatment: treatmentOf(lesson, table.table.number),
            turn: turn.turn,
            country: countryName(table.state, me),
            members: namesOf(lesson, sitters[at]?.[me] ?? []),
            alignment: alignment.kind,
            target: countryName(table.state, target),
            reason: sheet.reason ?? "",
            note: sheet.note,
            targetThreat: target === null ? null : threat(target),
            highest: countryName(table.state, highest),
            highestThreat: threat(highest),
          },
        ];
      }),
    );
  });
}

export const REASONS_GIVEN: readonly Column<ReasonRow>[] = [
  ...PLACED,
  TURN,
  { name: "country", meaning: "Who chose.", unit: "text", of: ({ country }) => country },
  MEMBERS,
  { name: "alignment", meaning: "What was chosen.", unit: "balance | bandwagon | hide", of: (row) => row.alignment },
  { name: "target", meaning: "Against whom, or with whom.", unit: "text", of: ({ target }) => target },
  {
    name: "reason",
    meaning: "Source named as decisive; empty = none named.",
    unit: "power | proximity | offence | intentions | ideology | aid | noAllies | tooWeak | profit",
    of: ({ reason }) => reason,
  },
  { name: "note", meaning: "The student's own sentence.", unit: "text", of: ({ note }) => note },
  {
    name: "target_threat",
    meaning: "Reckoned threat T of the target before the turn.",
    unit: "points 0–100",
    of: ({ targetThreat }) => rounded(targetThreat, 1),
  },
  {
    name: "highest",
    meaning: "Highest on the reckoned threat board before the turn.",
    unit: "text",
    of: (row) => row.highest,
  },
  { name: "highest_threat", meaning: "Its T.", unit: "points 0–100", of: (row) => rounded(row.highestThreat, 1) },
];
