import { assertNever } from "#shared/lib/assertNever.ts";
import { AmbitionSheet } from "../panels/AmbitionCard.tsx";
import { BetrayalSheet } from "../panels/BetrayalSheet.tsx";
import { DyadsSheet } from "../panels/DyadsSheet.tsx";
import { FormulaSheet } from "../panels/FormulaSheet.tsx";
import { HelpSheet } from "../panels/HelpSheet.tsx";
import { HistorySheet } from "../panels/HistorySheet.tsx";
import { IncomeSheet } from "../panels/IncomeSheet.tsx";
import { LegendSheet } from "../panels/Legend.tsx";
import { NewThread } from "../panels/NewThread.tsx";
import { ProposeTreaty } from "../panels/ProposeTreaty.tsx";
import { RatingSheet } from "../panels/Rating.tsx";
import { ReportSheet } from "../panels/ReportSheet.tsx";
import { RulesSheet } from "../panels/RulesSheet.tsx";
import { ScoreSheet } from "../panels/ScoreSheet.tsx";
import { SeatsSheet } from "../panels/SeatsSheet.tsx";
import { TreatiesSheet } from "../panels/TreatyList.tsx";
import { usePlay, type OpenSheet } from "../panels/state/playState.ts";

/** The open sheets, the topmost last. */
export function Sheets() {
  const play = usePlay();
  return (
    <>
      {play.sheets.value.map((sheet, at) => (
        <OneSheet key={`${at}.${sheet.kind}`} sheet={sheet} />
      ))}
    </>
  );
}

function OneSheet({ sheet }: { readonly sheet: OpenSheet }) {
  switch (sheet.kind) {
    case "formula":
      return (
        <FormulaSheet country={sheet.country} {...(sheet.observer === undefined ? {} : { observer: sheet.observer })} />
      );
    case "report":
      return <ReportSheet message={sheet.message} />;
    case "propose":
      return <ProposeTreaty first={sheet.with} kind={sheet.terms ?? "defence"} />;
    case "rules":
      return <RulesSheet rule={sheet.rule} />;
    case "newThread":
      return <NewThread />;
    case "income":
      return <IncomeSheet />;
    case "score":
      return <ScoreSheet />;
    case "ambition":
      return <AmbitionSheet />;
    case "seats":
      return <SeatsSheet />;
    case "treaties":
      return <TreatiesSheet />;
    case "dyads":
      return <DyadsSheet />;
    case "history":
      return <HistorySheet />;
    case "help":
      return <HelpSheet />;
    case "legend":
      return <LegendSheet />;
    case "betrayals":
      return <BetrayalSheet />;
    case "ratings":
      return <RatingSheet />;
    default:
      return assertNever(sheet);
  }
}
