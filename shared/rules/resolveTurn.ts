import type { GameEvent } from "../model/event.ts";
import type { Board, World } from "../model/world.ts";
import { giveAid } from "./steps/aid.ts";
import { align } from "./steps/alignments.ts";
import { arm } from "./steps/arms.ts";
import { fight } from "./steps/attacks.ts";
import { strike } from "./steps/crisis.ts";
import { actCovertly } from "./steps/intelligence.ts";
import { occupy } from "./steps/occupation.ts";
import { signal } from "./steps/signals.ts";
import { weighThreats } from "./steps/threats.ts";
import { signTreaties } from "./steps/treaties.ts";
import { openTurn } from "./steps/turn.ts";
import type { TurnInput } from "./steps/turn.ts";
import { answerUltimata } from "./steps/ultimata.ts";

/**
 * One turn, all orders at once: the world after it, and everything that happened in the order of `STEPS`. Pure: nothing
 * given is changed, and the order in which seats submitted cannot matter, because orders come by country index.
 */
export function resolveTurn(
  board: Board,
  world: World,
  input: TurnInput,
): { readonly world: World; readonly events: readonly GameEvent[] } {
  const turn = openTurn(board, world, input);

  // treaties – what all parties signed this turn comes into force (RULES.md 4)
  signTreaties(turn);

  // aid – points change hands; they can be spent next turn (RULES.md 2)
  giveAid(turn);

  // intelligence – influence, subversion and what of them comes out; investigations (RULES.md 12)
  actCovertly(turn);

  // arms – income, the cost of occupied land, arms and industry (RULES.md 2)
  arm(turn);

  // signals – mobilising, threats, reassurance, disarming (RULES.md 6)
  signal(turn);

  // ultimata – last turn's are answered; who gives way is spared, who does not act on a refusal backs down (RULES.md 6)
  answerUltimata(turn);

  // alignments – revealed together; their price, tribute and breaches (RULES.md 5)
  align(turn);

  // attacks – pacts are called, forces divided, all battles fought at once (RULES.md 7)
  fight(turn);

  // occupation – provinces change hands; armistice, exile, liberation, congress (RULES.md 8)
  occupy(turn);

  // crisis – an event of the time strikes, early enough to be seen in this turn's threats (RULES.md 13)
  strike(turn);

  // threats – what everyone now thinks of everyone, security, alarms (RULES.md 9 and 10)
  const after = weighThreats(turn);

  return { world: after, events: turn.events };
}
