import { fail, ok } from "../lib/result.ts";
import type { MatchState } from "../model/match.ts";
import type { Proposal } from "../model/treaty.ts";
import { checkSignature, checkTerms } from "../rules/index.ts";
import { isConcluded } from "./applyCommand.ts";
import type { Body, Checked } from "./checked.ts";
import { isOpen } from "./nextPhase.ts";
import { nextProposalId } from "./proposalId.ts";
import { illegal, invalid } from "./refusals.ts";

/** New treaties are put on the table from the opening of a turn until its reveal. */
export function checkProposal(state: MatchState, { by, terms, id = nextProposalId(state) }: Body<"propose">): Checked {
  if (!isOpen(state.phase)) return closed();
  const { board, world, proposals } = state;
  const checked = checkTerms(board, world, board.indexOf.get(by) ?? -1, { terms, openProposals: proposals });
  if (!checked.ok) return checked;
  const taken = [...proposals, ...world.treaties].some((other) => other.id === id);
  if (taken) return invalid("proposal.idTaken", "Another treaty has this number.", { proposal: id });
  return ok({ kind: "propose", by, terms: checked.value, id });
}

/** Signing, declining and taking back, while the treaty is still open. */
export function checkAnswer(state: MatchState, body: Body<"sign" | "decline" | "retract">): Checked {
  if (!isOpen(state.phase)) return closed();
  const proposal = state.proposals.find(({ id }) => id === body.proposal);
  if (!proposal || !proposal.parties.includes(body.by)) {
    return invalid("proposal.unknown", "There is no such proposal before you: it may have been taken back.", {
      proposal: body.proposal,
    });
  }
  if (isConcluded(proposal))
    return illegal("proposal.concluded", "All parties have signed: the treaty comes into force at the reveal.");
  return refusedAnswer(state, body, proposal) ?? ok(body);
}

function refusedAnswer(
  state: MatchState,
  { kind, by }: Body<"sign" | "decline" | "retract">,
  proposal: Proposal,
): Extract<Checked, { ok: false }> | null {
  const { board, world, proposals } = state;
  if (kind === "retract")
    return proposal.by === by
      ? null
      : illegal("retract.notYours", "Only its proposer can take a proposal back. You can decline it.");
  if (kind === "decline") {
    if (proposal.by === by) return illegal("decline.own", "This is your own proposal: take it back instead.");
    return proposal.declined.includes(by) ? illegal("decline.already", "You have declined this treaty already.") : null;
  }
  const refused = checkSignature(board, world, board.indexOf.get(by) ?? -1, { proposal, openProposals: proposals });
  return refused ? fail(refused) : null;
}

const closed = (): Checked =>
  illegal("treaty.phase", "Treaties are made between the opening of a turn and its reveal.");
