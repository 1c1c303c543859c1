import type { VNode } from "preact";
import { t } from "../../i18n/t.ts";
import type { Heard } from "./model/heard.ts";

const timeOf = (at: number): string => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** What was said, or what was done and what that means. */
export function heardText({ kind, text, turn, until }: Heard): string {
  switch (kind) {
    case "all":
    case "you":
    case "news":
      return text;
    case "stepBack":
      return t("classroom.heard.stepBack", { turn });
    case "mute":
      return t("classroom.heard.mute", { time: timeOf(until ?? 0) });
    case "unmute":
      return t("classroom.heard.unmute");
    case "end":
      return t("classroom.heard.end");
  }
}

const heading = ({ kind }: Heard): string | null =>
  kind === "all" || kind === "you" || kind === "news" ? t(`classroom.heard.${kind}`) : null;

const Words = ({ heard }: { readonly heard: Heard }): VNode => (
  <>
    {heading(heard) !== null && <span class="label">{heading(heard)} </span>}
    <span class="heard-text">{heardText(heard)}</span>
  </>
);

interface ToastsProps {
  readonly heard: readonly Heard[];
  readonly onSeen: () => void;
}

/** So many at once; the rest stand in the list. */
const AT_ONCE = 2;

/** What was just said, until it is put away. Announced as it comes. */
export const Toasts = ({ heard, onSeen }: ToastsProps): VNode => (
  <div class="class-toasts" role="status">
    {heard.length > 0 && (
      <div class="class-toast">
        <ul>
          {heard.slice(0, AT_ONCE).map((one) => (
            <li key={one.id}>
              <Words heard={one} />
            </li>
          ))}
        </ul>
        <button type="button" class="button" onClick={onSeen}>
          {t("play.close")}
          <span class="visually-hidden"> – {t("classroom.bar.dismiss")}</span>
        </button>
      </div>
    )}
  </div>
);

/** Everything said so far, latest first. */
export const NoticeList = ({ heard }: { readonly heard: readonly Heard[] }): VNode =>
  heard.length === 0 ? (
    <p class="small quiet">{t("classroom.bar.noNotices")}</p>
  ) : (
    <ol class="notice-list">
      {heard.map((one) => (
        <li key={one.id}>
          <time class="note num" dateTime={new Date(one.at).toISOString()}>
            {timeOf(one.at)}
          </time>
          <p>
            <Words heard={one} />
          </p>
        </li>
      ))}
    </ol>
  );
