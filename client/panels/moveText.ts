import { assertNever } from "#shared/lib/assertNever.ts";
import type { CountryId, ProvinceId } from "#shared/model/ids.ts";
import type { Demand, Move } from "#shared/model/order.ts";
import { t } from "../i18n/t.ts";
import { treatyOf } from "../viewmodel/moveForms.ts";
import { namesOf, termsText } from "./ProposalCard.tsx";
import { nameOf, spokenId, type Play } from "./state/playState.ts";

/** "Attack Belgrade (Serbia)". */
export function moveText(play: Play, move: Move): string {
  const name = (id: CountryId): string => spokenId(play.board, id);
  switch (move.kind) {
    case "attack":
    case "withdraw": {
      const { province, holder, home } = whose(play, move.province);
      const key = move.kind === "withdraw" ? "withdraw" : move.liberate ? "liberate" : "attack";
      return t(`orderSheet.move.${key}`, { province, holder, home });
    }
    case "threaten":
    case "reassure":
    case "propaganda":
    case "influence":
    case "subvert":
    case "investigate":
      return t(`orderSheet.move.${move.kind}`, { target: name(move.target) });
    case "cutOffence":
      return t("orderSheet.move.cutOffence", { count: move.points });
    case "mobilise":
    case "demobilise":
      return t(`orderSheet.move.${move.kind}`);
    case "ultimatum": {
      const { you } = play.view.value;
      return t("orderSheet.move.ultimatum", {
        target: name(move.target),
        demand: demandText(play, { demand: move.demand, by: you, target: move.target }),
      });
    }
    case "concede":
      return t("orderSheet.move.concede", { to: name(move.to), province: whose(play, move.province).province });
    case "appeal":
      return t("orderSheet.move.appeal", { to: name(move.to), against: name(move.against) });
    default:
      return assertNever(move);
  }
}

export function whose(play: Play, id: ProvinceId) {
  const index = play.board.provinceIndexOf.get(id) ?? 0;
  const province = play.board.provinces[index];
  const home = province?.home ?? 0;
  return {
    province: province?.name ?? id,
    holder: nameOf(play.board, play.view.value.world.holders[index] ?? home),
    home: nameOf(play.board, home),
  };
}

interface Ask {
  readonly demand: Demand;
  /** Who demands; null and one's own country read "you". */
  readonly by: CountryId | null;
  readonly target: CountryId;
}

/** "cede Transylvania to Romania": what is asked, to stand after a colon. */
export function demandText(play: Play, { demand, by, target }: Ask): string {
  const { you, world } = play.view.value;
  const name = (id: CountryId | null): string =>
    id === null || id === you ? t("play.youObject") : spokenId(play.board, id);
  switch (demand.kind) {
    case "cede": {
      const index = play.board.provinceIndexOf.get(demand.province) ?? -1;
      const home = play.board.ids[play.board.provinces[index]?.home ?? -1] ?? null;
      const { province } = whose(play, demand.province);
      // Occupied land goes back to the country it belongs to (rule 6.7).
      if (home !== null && home !== target && home !== by)
        return t("statecraft.demand.giveBackText", { province, home: name(home) });
      return t("statecraft.demand.cedeText", { province, by: name(by) });
    }
    case "leaveTreaty": {
      const treaty = treatyOf(world, demand);
      if (!treaty) return t("statecraft.demand.leaveUnknown");
      const others = treaty.parties.filter((party) => party !== target);
      return t("statecraft.demand.leaveTreatyText", {
        treaty: termsText(play, treaty),
        others: namesOf(play, others),
      });
    }
    case "align":
      if (demand.alignment.kind === "balance")
        return t("statecraft.demand.balanceText", { country: name(demand.alignment.against) });
      // Nobody demands a follower for anyone else.
      return t(by === you ? "statecraft.demand.followYouText" : "statecraft.demand.followText");
    default:
      return assertNever(demand);
  }
}
