import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { Thread } from "./threads.ts";

/** A sentence to send without typing: its key under `talk.phrase`, and the country it speaks of. */
export interface Phrase {
  readonly key: string;
  readonly threat: CountryIndex | null;
}

/** From this T a country is worth speaking of. */
const WORTH_NAMING = 40;

/** What suits this conversation now, most useful first. */
export function phrasesFor(
  board: Board,
  view: PlayerView,
  { countries }: Pick<Thread, "countries">,
): readonly Phrase[] {
  const me = view.you === null ? undefined : board.indexOf.get(view.you);
  if (me === undefined) return [];
  const partners = countries.map((id) => board.indexOf.get(id) ?? -1);
  const threat = worst(view, me, partners);
  const about = (key: string): readonly Phrase[] => (threat === null ? [] : [{ key, threat }]);
  const plain = (key: string): Phrase => ({ key, threat: null });
  if (partners.length === 0) {
    const opposed = view.world.alignments.some((one) => one.kind === "balance" && one.against === view.you);
    return [...about("threatToAll"), plain("whoToAll"), plain("peaceToAll"), ...(opposed ? [plain("againstMe")] : [])];
  }
  const treaties = board.modules.includes("treaties");
  const feared = partners.some((partner) => (view.world.threat[me]?.[partner] ?? 0) >= WORTH_NAMING);
  return [
    ...about("balanceWithMe"),
    ...(treaties ? (threat === null ? [plain("pact")] : about("pactAgainst")) : []),
    ...(partners.length > 1 ? [plain("meetUs")] : []),
    ...about("help"),
    ...(feared ? [plain("peace"), plain("disarm"), plain("follow")] : []),
    plain("yes"),
    plain("no"),
    plain("thanks"),
    plain("why"),
  ];
}

/** Whom this country fears most outside the conversation; null when nobody is worth naming. */
function worst({ world }: PlayerView, me: CountryIndex, partners: readonly CountryIndex[]): CountryIndex | null {
  let found: CountryIndex | null = null;
  let most = WORTH_NAMING;
  (world.threat[me] ?? []).forEach((threat, country) => {
    if (country === me || partners.includes(country) || threat < most) return;
    found = country;
    most = threat;
  });
  return found;
}
