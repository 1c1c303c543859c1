import type { StudentView } from "#shared/model/classView.ts";
import type { PlayerView } from "#shared/model/view.ts";

/** What the instructor has said or done that a student should notice, from the class and from the table. */
export interface Heard {
  /** Stays the same for the same word, from one page to the next. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: "all" | "you" | "news" | "stepBack" | "mute" | "unmute" | "end";
  /** As typed; empty where the kind says it all. */
  readonly text: string;
  readonly turn: number;
  /** Of a silence: until when. */
  readonly until: number | null;
}

/** Latest first. */
export function heardFrom({ notices }: Pick<StudentView, "notices">, table: PlayerView | null): readonly Heard[] {
  const said = notices.map(({ seq, at, to, text }): Heard => ({
    id: `c${seq}`,
    at,
    kind: to === null ? "all" : "you",
    text,
    turn: 0,
    until: null,
  }));
  const done = (table?.hosted?.deeds ?? []).flatMap(({ at, turn, act }): readonly Heard[] => {
    const rest = { id: `t${at}${act.kind}`, at, turn, until: null, text: "" };
    switch (act.kind) {
      case "news":
        return [{ ...rest, kind: act.to === null ? "news" : "you", text: act.text }];
      case "stepBack":
        return [{ ...rest, kind: "stepBack", turn: act.turn }];
      case "mute":
        return [{ ...rest, kind: act.until === null ? "unmute" : "mute", until: act.until }];
      case "end":
        return [{ ...rest, kind: "end" }];
      // Seen where they belong: the clock, the crisis card, the final screen.
      case "pause":
      case "resume":
      case "extend":
      case "inject":
      case "lastTurn":
        return [];
    }
  });
  return [...said, ...done].sort((a, b) => b.at - a.at);
}

/** What came after the last one dismissed. */
export const unseen = (heard: readonly Heard[], seenUntil: number): readonly Heard[] =>
  heard.filter(({ at }) => at > seenUntil);
