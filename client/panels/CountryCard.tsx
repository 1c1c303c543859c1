import { useEffect, useRef } from "preact/hooks";
import type { CountryIndex } from "#shared/model/ids.ts";
import { AlignmentGlyph } from "#client/map/glyphs.tsx";
import { t } from "../i18n/t.ts";
import { nameOf, openSheet, usePlay, type Play } from "./state/playState.ts";
import { mayDraft } from "./state/draftBook.ts";
import { countryFacts, type CountryFacts } from "../viewmodel/countryFacts.ts";
import { percent, twoPlaces } from "../viewmodel/numbers.ts";
import { chooseTarget } from "../viewmodel/orderDraft.ts";
import { seesPowerAlone } from "../viewmodel/powerAlone.ts";
import { isHandedOver } from "../viewmodel/seats.ts";
import { threadOf } from "../viewmodel/threads.ts";
import { alignmentText } from "./DyadsSheet.tsx";
import { useFocusBack } from "./focus.ts";
import { MuteButton } from "./Mute.tsx";
import { namesOf, termsText } from "./ProposalCard.tsx";

interface CountryCardProps {
  readonly country: CountryIndex;
  /** Where the card stands on a wide map: across from the country, which stays in sight. */
  readonly side: "left" | "right";
}

/** A country at a tap: what it is, what it did, what it sees in me, and what I can do about it. Not modal: the map stays in reach. */
export function CountryCard({ country, side }: CountryCardProps) {
  const play = usePlay();
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusBack(card);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [country]);
  const facts = countryFacts(play.board, play.view.value, country);
  const close = (): void => void (play.selected.value = null);
  const own = country === play.me.value;
  return (
    <aside ref={card} class={`country-card country-card-${side}`} aria-labelledby="country-card-title">
      <div class="country-head">
        <h2 id="country-card-title" class="h2" ref={heading} tabIndex={-1}>
          {nameOf(play.board, country)}
        </h2>
        <button type="button" class="button" onClick={close}>
          {t("play.close")}
        </button>
      </div>
      <p class="small country-brief">
        {play.board.scenario.countries.find((each) => each.id === play.board.ids[country])?.brief}
      </p>
      <p class="country-aligned">
        <AlignmentGlyph kind={play.view.value.world.alignments[country]?.kind ?? "hide"} />
        <span>
          <b>{alignmentText(play, country)}</b>{" "}
          {facts.hides && play.view.value.history.length > 0 && (
            <span class="note">{t("play.country.hidesDrawsNothing")}</span>
          )}
        </span>
      </p>
      {!own && play.me.value !== null && <Actions country={country} />}
      {!own && play.me.value !== null && <MuteButton country={country} />}
      {own && (
        <p class="button-row">
          <button type="button" class="button" onClick={() => openSheet(play, { kind: "ambition" })}>
            {t("play.ambition.show")}
          </button>
        </p>
      )}
      <Facts facts={facts} own={own} />
      <Treaties country={country} />
    </aside>
  );
}

function Facts({ facts, own }: { readonly facts: CountryFacts; readonly own: boolean }) {
  const play = usePlay();
  const { modules } = play.board;
  const rows: readonly Row[] = [
    [t("play.country.power"), t("play.percent", { value: percent(facts.power) })],
    [
      t("play.country.arms"),
      t("play.country.armsText", { offence: Math.round(facts.offence), defence: Math.round(facts.defence) }),
    ],
    [t("play.country.income"), t("play.points", { count: facts.income })],
    [
      t("play.country.provinces"),
      t(facts.occupied > 0 ? "threats.dyads.heldTaken" : "threats.dyads.held", {
        held: facts.homesHeld,
        of: facts.homes,
        taken: facts.occupied,
      }),
    ],
    [t("play.country.stability"), stabilityText(play, facts.stability)],
    ...(modules.includes("reliability")
      ? [
          [
            t("play.country.reliability"),
            t("play.country.reliabilityText", {
              value: percent(facts.reliability),
              honoured: facts.honoured,
              refused: facts.refused,
            }),
          ] as const,
        ]
      : []),
    [
      t("play.country.ideology"),
      facts.centralising && modules.includes("ideology")
        ? t("statecraft.country.centralising", { ideology: facts.ideology })
        : facts.ideology,
    ],
    ...covertRows(play, facts),
    [t("play.country.status"), t(`play.status.${facts.status}`)],
    // What others fear is not told where the board shows power alone: that stands above.
    ...(own || seesPowerAlone(play.view.value) ? [] : threatRows(facts)),
  ];
  return (
    <dl class="facts small">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Row = readonly [name: string, value: string];

/** Low stability says what it costs, and when the country may rise. */
function stabilityText({ board }: Play, stability: number): string {
  const value = Math.round(stability);
  const { unrest, war } = board.parameters;
  if (stability < unrest.below && board.modules.includes("influence")) return t("statecraft.country.unrest", { value });
  return stability < war.lowStability ? t("statecraft.country.low", { value }) : String(value);
}

/** What matters to who works behind the scenes: an open society, and whose influence is known. */
function covertRows(play: Play, facts: CountryFacts): readonly Row[] {
  const { modules } = play.board;
  if (!modules.includes("influence")) return [];
  const known = facts.influence.map(({ country, share }) =>
    country === play.me.value
      ? t("statecraft.country.yours", { percent: percent(share) })
      : t("statecraft.country.influenceOf", { country: nameOf(play.board, country), percent: percent(share) }),
  );
  return [
    [t("statecraft.country.society"), t(`statecraft.country.${facts.openSociety ? "open" : "closed"}`)],
    [t("statecraft.country.influence"), known.length === 0 ? t("statecraft.country.nobody") : known.join(", ")],
  ];
}

function threatRows(facts: CountryFacts): readonly Row[] {
  if (facts.threatToMe === null) return [];
  return [
    [
      t("play.country.threatToYou"),
      t("play.country.threatText", { value: Math.round(facts.threatToMe), band: t(`threats.band.${facts.band}`) }),
    ],
    [
      t("play.country.seesInYou"),
      facts.seesInMe === null
        ? t("rate.untold")
        : t("play.country.seesText", { value: Math.round(facts.seesInMe), intent: twoPlaces(facts.seesIntent ?? 0) }),
    ],
  ];
}

function Treaties({ country }: { readonly country: CountryIndex }) {
  const play = usePlay();
  const id = play.board.ids[country];
  const treaties = play.view.value.world.treaties.filter((treaty) => treaty.parties.some((party) => party === id));
  if (treaties.length === 0) return <p class="note">{t("play.country.noTreaties")}</p>;
  return (
    <ul class="small country-treaties">
      {treaties.map((treaty) => (
        <li key={treaty.id}>
          {t("play.country.treaty", {
            what: termsText(play, treaty),
            with: namesOf(
              play,
              treaty.parties.filter((party) => party !== id),
            ),
          })}{" "}
          {treaty.secret && <span class="only-you">{t("treaty.secret")}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Chooses an alignment on the draft and shows the order sheet. */
export function alignTowards(play: Play, kind: "balance" | "bandwagon", country: CountryIndex): void {
  const id = play.board.ids[country];
  if (!id) return;
  play.book.edit((draft) => chooseTarget(draft, kind, id));
  play.selected.value = null;
  play.tab.value = "orders";
}

function Actions({ country }: { readonly country: CountryIndex }) {
  const play = usePlay();
  const id = play.board.ids[country];
  const view = play.view.value;
  if (!id) return null;
  const canOrder = mayDraft(view) && view.orders.state !== "submitted";
  return (
    <p class="button-row">
      {canOrder && (
        <>
          <button type="button" class="button" onClick={() => alignTowards(play, "balance", country)}>
            {t("orderSheet.align.balance")}
          </button>
          <button type="button" class="button" onClick={() => alignTowards(play, "bandwagon", country)}>
            {t("orderSheet.align.bandwagon")}
          </button>
        </>
      )}
      <button
        type="button"
        class="button"
        onClick={() => {
          play.thread.value = threadOf([id]);
          play.tab.value = "messages";
          play.selected.value = null;
        }}
      >
        {t("play.country.message")}
      </button>
      {play.board.modules.includes("treaties") && !isHandedOver(view) && (
        <button type="button" class="button" onClick={() => openSheet(play, { kind: "propose", with: [id] })}>
          {t("play.country.propose")}
        </button>
      )}
      <button type="button" class="button" onClick={() => openSheet(play, { kind: "formula", country })}>
        {t("threats.board.formula")}
      </button>
    </p>
  );
}
