import { describe, expect, it } from "vitest";
import { alarmMeter } from "#client/viewmodel/alarm.ts";
import { scoreShown } from "#client/viewmodel/scoreShown.ts";
import { against, attack, index, type Plans } from "#tests/helpers/smallWorld.ts";
import { seen } from "./view.ts";

const arming: Plans = { borun: { spend: { offence: 3 } }, dell: { align: against("borun") } };
const war: Plans = { borun: { moves: [attack("kessel")], spend: { offence: 3 } } };

describe("while a turn is being told", () => {
  it("army, alarm, security and score are those of the turn before, and afterwards its own", () => {
    const before = seen("dell", [arming]);
    const after = seen("dell", [arming, war]);
    const me = index("dell");
    const { board } = after;
    const earlier = alarmMeter(board, before.view, { untold: false });
    const later = alarmMeter(board, after.view, { untold: false });
    expect(later.share).not.toBe(earlier.share);
    expect(alarmMeter(board, after.view, { untold: true })).toEqual(earlier);

    const scored = scoreShown(board, after.view, { me, untold: false });
    expect(scored?.total).not.toBe(before.view.score?.total);
    expect(scoreShown(board, after.view, { me, untold: true })).toEqual(
      scoreShown(board, before.view, { me, untold: false }),
    );
  });

  it("in the first turn they are those of the opening", () => {
    const opening = seen("dell", []);
    const { board, view } = seen("dell", [war]);
    const me = index("dell");
    expect(alarmMeter(board, view, { untold: true })).toEqual(alarmMeter(board, opening.view, { untold: false }));
    expect(scoreShown(board, view, { me, untold: true })).toEqual(
      scoreShown(board, opening.view, { me, untold: false }),
    );
  });

  it("who only watches has no score", () => {
    const { board, view } = seen(null, [war]);
    expect(scoreShown(board, view, { me: 0, untold: true })).toBeNull();
  });
});
