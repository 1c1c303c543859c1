import type { VNode } from "preact";
import type { Step } from "#shared/model/event.ts";
import { AlignmentGlyph } from "#client/map/glyphs.tsx";
import { t } from "../i18n/t.ts";
import { playLink } from "../net/addresses.ts";
import { stepNow } from "../panels/state/mapNow.ts";
import { usePlay, type Play } from "../panels/state/playState.ts";
import { QrCode } from "../qr/QrCode.tsx";
import { PLAY_PHASES } from "../viewmodel/clock.ts";
import { revealStages } from "../viewmodel/events.ts";
import { sideText } from "./model/captions.ts";
import { alignmentsTold, fitting, sidesOf } from "./model/sides.ts";
import { stepLines, type StepLine } from "./model/steps.ts";
import { useScreen } from "./state/screenState.ts";

/** What is done and what comes, who stands where, and how to come in late. */
export function Rail(): VNode {
  const play = usePlay();
  const step = stepNow(play);
  return (
    <aside class="screen-rail">
      {step === null ? <Phases /> : <Steps />}
      <Sides />
      <JoinCorner />
    </aside>
  );
}

function Steps(): VNode | null {
  const play = usePlay();
  const step = stepNow(play);
  if (step === null) return null;
  const lines = linesNow(play, step);
  return (
    <List
      title={t("screen.steps")}
      lines={lines.map(({ line, state }) => ({ text: t(`screen.line.${line}`), state }))}
    />
  );
}

function linesNow(play: Play, step: Step): readonly StepLine[] {
  const stages = revealStages(play.view.value.history.at(-1)?.events ?? []);
  return stepLines(
    stages.map((stage) => stage.step),
    step,
  );
}

function Phases(): VNode {
  const { phase } = usePlay().view.value;
  const at = PLAY_PHASES.findIndex((one) => one === phase);
  return (
    <List
      title={t("screen.phases")}
      lines={PLAY_PHASES.map((one, index) => ({
        text: t(`screen.name.${one}`),
        state: index < at ? "past" : index === at ? "now" : "next",
      }))}
    />
  );
}

interface ListProps {
  readonly title: string;
  readonly lines: readonly { readonly text: string; readonly state: StepLine["state"] }[];
}

function List({ title, lines }: ListProps): VNode {
  return (
    <ol class="screen-steps" aria-label={title}>
      {lines.map(({ text, state }) => (
        <li key={text} class={`screen-step-${state}`} {...(state === "now" ? { "aria-current": "step" as const } : {})}>
          <Mark state={state} />
          {text}
          <span class="visually-hidden"> ({t(`screen.stateOf.${state}`)})</span>
        </li>
      ))}
    </ol>
  );
}

const Mark = ({ state }: { readonly state: StepLine["state"] }): VNode => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    {state === "past" && <path d="M2.5 8.5 6 12 13.5 4" fill="none" stroke="currentColor" stroke-width="2.2" />}
    {state === "now" && <path d="M2 1.5 14 8 2 14.5Z" fill="currentColor" />}
  </svg>
);

/** Lines of text between the list above and the code below, one step of the list taking one. */
const LINES_OF_TEXT = 15;

function Sides(): VNode {
  const play = usePlay();
  const step = stepNow(play);
  const told = alignmentsTold(play.view.value, step);
  const all = told ? sidesOf(play.board, told) : [];
  const listed = step === null ? PLAY_PHASES.length : linesNow(play, step).length;
  const texts = all.map((side) => sideText(play.board, side));
  const room = fitting(texts, LINES_OF_TEXT - listed);
  return (
    <section class="screen-sides" aria-label={t("screen.sides.title")}>
      {told === null && <p>{t("screen.sides.none")}</p>}
      <ul>
        {all.slice(0, room).map((side, at) => (
          <li key={`${side.kind} ${side.target ?? ""}`}>
            <AlignmentGlyph kind={side.kind} />
            <span>{texts[at]}</span>
          </li>
        ))}
      </ul>
      {room < all.length && <p>{t("screen.sides.more", { count: all.length - room })}</p>}
    </section>
  );
}

function JoinCorner(): VNode {
  const { code, pin } = useScreen().view.value;
  return (
    <section class="screen-corner">
      <QrCode text={playLink(location.origin, code)} label={t("screen.join.qr")} />
      <div>
        <p class="screen-code" aria-label={t("screen.join.spelt", { code: [...code].join(" ") })}>
          {code}
        </p>
        <p class="screen-host">{location.host}</p>
        {pin !== null && (
          <p>
            {t("screen.join.pin")} <b class="num">{pin}</b>
          </p>
        )}
      </div>
    </section>
  );
}
