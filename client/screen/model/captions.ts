import type { EventOf, GameEvent } from "#shared/model/event.ts";
import type { CountryIndex } from "#shared/model/ids.ts";
import type { PlayerView } from "#shared/model/view.ts";
import type { Board } from "#shared/model/world.ts";
import { listed } from "#shared/rules/index.ts";
import { t } from "../../i18n/t.ts";
import { eventText } from "../../panels/eventText.ts";
import { headlines, type RevealStage } from "../../viewmodel/events.ts";
import { sidesOf, type Side } from "./sides.ts";

/** What stands under the map: one line for the back row, one for those who want to know more, and the numbers that decided. */
export interface Caption {
  readonly title: string;
  readonly text: string;
  readonly numbers: readonly CaptionNumber[];
}
export interface CaptionNumber {
  readonly name: string;
  readonly value: string;
}

type Told<K extends GameEvent["kind"]> = EventOf<K> & GameEvent;
const isA =
  <K extends GameEvent["kind"]>(kind: K) =>
  (event: GameEvent): event is Told<K> =>
    event.kind === kind;

/** What the whole class may know; the projector is told nothing else, and shows nothing else. */
const isPublic = (event: GameEvent): boolean => event.seenBy === undefined;

/** A step of the reveal in one caption. `view` = the observer's, whose last turn is being told. */
export function captionOfStage(board: Board, view: PlayerView, stage: RevealStage): Caption {
  const events = stage.events.filter(isPublic);
  switch (stage.step) {
    case "alignments":
      return alignmentCaption(board, events) ?? quiet("alignments");
    case "arms":
      return armsCaption(board, stage.quiet.filter(isPublic)) ?? quiet("arms");
    case "threats":
      return threatCaption(board, view) ?? quiet("threats");
    case "treaties":
    case "aid":
    case "intelligence":
    case "signals":
    case "ultimata":
    case "attacks":
    case "occupation":
    case "crisis":
      return newsCaption(board, events) ?? quiet(stage.step);
  }
}

const quiet = (step: RevealStage["step"]): Caption => ({ title: t(`screen.quiet.${step}`), text: "", numbers: [] });

/** The gravest of some events, the next ones under it; null = nothing to tell. */
export function newsCaption(board: Board, events: readonly GameEvent[]): Caption | null {
  const [first, ...others] = headlines(board, events.filter(isPublic), null);
  if (!first) return null;
  const rest = others.slice(0, 2).map((event) => eventText({ board }, event));
  if (first.kind === "battle") return battleCaption(board, first, rest);
  if (first.kind === "crisis") return { title: first.title, text: first.text, numbers: [] };
  return { title: bare(eventText({ board }, first)), text: rest.join(" "), numbers: [] };
}

/** Without its full stop: a caption is a headline. */
const bare = (sentence: string): string => sentence.replace(/\.$/, "");

const names = (board: Board, countries: readonly CountryIndex[]): string =>
  listed(countries.map((country) => board.spoken[country] ?? ""));

const points = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);

function battleCaption(board: Board, event: Told<"battle">, rest: readonly string[]): Caption {
  const { attackers, defender, province, outcome, attack, defence, forces, deserters, chance } = event;
  const place = board.provinces[province];
  const helpers = forces
    .filter(
      ({ role, points: brought }) => brought > 0 && (role === "aligned" || role === "pact" || role === "protector"),
    )
    .map(({ country }) => country);
  const values = { count: attackers.length, attackers: names(board, attackers), province: place?.name ?? "" };
  const stood = {
    defender: names(board, [defender]),
    helpers: names(board, helpers),
    deserters: names(board, deserters),
  };
  const about = [
    helpers.length > 0
      ? t("screen.battle.helped", { ...stood, count: helpers.length })
      : t("screen.battle.alone", stood),
    ...(deserters.length > 0 ? [t("screen.battle.deserted", { ...stood, count: deserters.length })] : rest.slice(0, 1)),
  ];
  const terrain = place?.terrain ?? 1;
  return {
    title: t(`screen.battle.${outcome}`, values),
    text: about.join(" "),
    numbers: [
      { name: t("screen.battle.attack"), value: points(attack) },
      {
        name: terrain > 1 ? t("screen.battle.defenceTerrain", { terrain }) : t("screen.battle.defence"),
        value: points(defence),
      },
      ...(chance ? [{ name: t("screen.battle.chance"), value: `${Math.round(chance.win * 100)} %` }] : []),
    ],
  };
}

/** The largest group as the headline, the others under it. */
function alignmentCaption(board: Board, events: readonly GameEvent[]): Caption | null {
  const aligned = events.filter(isA("aligned"));
  const choices = board.ids.map(
    (_, index) => aligned.find(({ country }) => country === index)?.alignment ?? ({ kind: "hide" } as const),
  );
  const sides = sidesOf(board, choices);
  const [first, ...others] = sides
    .filter(({ kind }) => kind !== "hide")
    .sort((a, b) => b.members.length - a.members.length);
  const counts = (["balance", "bandwagon", "hide"] as const).map((kind) => ({
    name: t(`screen.count.${kind}`),
    value: String(choices.filter((choice) => choice.kind === kind).length),
  }));
  if (!first) return aligned.length === 0 ? null : { title: t("screen.allHide"), text: "", numbers: counts };
  return {
    title: sideText(board, first),
    text: others.map((side) => `${sideText(board, side)}.`).join(" "),
    numbers: counts,
  };
}

/** "France and Serbia balance against Austria-Hungary". */
export const sideText = (board: Board, { kind, members, target }: Side): string =>
  t(`screen.side.${kind}`, {
    count: members.length,
    members: names(board, members),
    target: target === null ? "" : (board.spoken[target] ?? ""),
  });

/** Who armed most, and all of them for attack or for defence. */
function armsCaption(board: Board, events: readonly GameEvent[]): Caption | null {
  const armed = events.filter(isA("armed"));
  const bought = ({ offence, defence }: Told<"armed">): number => offence + defence;
  const most = armed.reduce<Told<"armed"> | null>(
    (best, one) => (best && bought(best) >= bought(one) ? best : one),
    null,
  );
  if (!most || bought(most) <= 0) return null;
  const sum = (of: (event: Told<"armed">) => number): string =>
    points(armed.reduce((total, one) => total + of(one), 0));
  return {
    title: t("screen.arms.title", { country: names(board, [most.country]) }),
    text: t("screen.arms.text", { offence: points(most.offence), defence: points(most.defence) }),
    numbers: [
      { name: t("screen.arms.offence"), value: sum(({ offence }) => offence) },
      { name: t("screen.arms.defence"), value: sum(({ defence }) => defence) },
      { name: t("screen.arms.industry"), value: sum(({ industry }) => industry) },
    ],
  };
}

export interface Swing {
  readonly observer: CountryIndex;
  readonly country: CountryIndex;
  readonly from: number;
  readonly to: number;
}

/** The fear that moved most in the last turn, in printed points; null = none moved or there is nothing to compare with. */
export function greatestSwing({ history }: Pick<PlayerView, "history">): Swing | null {
  const [before, after] = [history.at(-2)?.threat, history.at(-1)?.threat];
  if (!before || !after) return null;
  let best: Swing | null = null;
  for (const [observer, row] of after.entries())
    for (const [country, threat] of row.entries()) {
      const [from, to] = [Math.round(before[observer]?.[country] ?? threat), Math.round(threat)];
      if (observer !== country && Math.abs(to - from) > (best ? Math.abs(best.to - best.from) : 0))
        best = { observer, country, from, to };
    }
  return best;
}

/** Where a table weighs power alone, its board says nothing of threats before the debrief; neither does the projector. */
function threatCaption(board: Board, view: PlayerView): Caption | null {
  if (view.settings.classroom?.board === "power") return null;
  const swing = greatestSwing(view);
  if (!swing) return null;
  const { observer, country, from, to } = swing;
  const values = { observer: names(board, [observer]), country: names(board, [country]) };
  return {
    title: t(to > from ? "screen.threats.more" : "screen.threats.less", values),
    text: t("screen.threats.text"),
    numbers: [
      { name: t("screen.threats.before"), value: String(from) },
      { name: t("screen.threats.now"), value: String(to) },
    ],
  };
}

/** What stands under the map outside the reveal. `at` counts up: the news of the last turn are shown one after another. */
export function captionOfPhase(board: Board, view: PlayerView, at: number): Caption {
  const news = headlines(board, (view.history.at(-1)?.events ?? []).filter(isPublic), null).slice(0, 6);
  const event = news[at % Math.max(1, news.length)];
  switch (view.phase) {
    case "orders": {
      const played = view.seats.filter(({ occupant }) => occupant !== "empty");
      const done = played.filter(({ submitted }) => submitted).length;
      return {
        title: t("screen.phase.orders.title"),
        text: t("screen.phase.orders.text", { done, of: played.length }),
        numbers: [],
      };
    }
    case "dispatches":
    case "diplomacy": {
      const told = event ? newsCaption(board, [event]) : null;
      if (told) return told;
      if (view.turn === 1) return { title: board.scenario.title, text: board.scenario.summary, numbers: [] };
      return { title: t(`screen.phase.${view.phase}.title`), text: t(`screen.phase.${view.phase}.text`), numbers: [] };
    }
    case "lobby":
    case "reveal":
    case "ended":
      return { title: board.scenario.title, text: "", numbers: [] };
  }
}
