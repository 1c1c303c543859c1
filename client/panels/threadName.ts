import type { CountryId } from "#shared/model/ids.ts";
import { t } from "../i18n/t.ts";
import { EVERYONE, type ThreadId } from "../viewmodel/threads.ts";
import { nameOfId, type Play } from "./state/playState.ts";

/** "Everyone", or the members' names. */
export const threadName = (play: Play, id: ThreadId, members: readonly CountryId[]): string =>
  id === EVERYONE ? t("play.messages.everyone") : members.map((member) => nameOfId(play.board, member)).join(", ");
