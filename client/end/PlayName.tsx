import type { VNode } from "preact";
import type { Play } from "#shared/model/lens.ts";
import type { Board } from "#shared/model/world.ts";
import { AlignmentGlyph, HideGlyph } from "#client/map/glyphs.tsx";
import { t } from "../i18n/t.ts";

interface Props {
  readonly board: Board;
  readonly play: Play;
  /** Leaves the verb to the glyph and to screen readers. */
  readonly short?: boolean;
}

/** A play as its glyph and words: "balance Russia", "hide". */
export function PlayName({ board, play, short = false }: Props): VNode {
  const target = play.kind === "balance" ? play.against : play.kind === "bandwagon" ? play.with : null;
  const country = target === null ? "" : (board.names[board.indexOf.get(target) ?? -1] ?? "");
  const verb = t(`end.play.${play.kind}`);
  return (
    <span class="play-name">
      {play.kind === "buckPass" ? <HideGlyph /> : <AlignmentGlyph kind={play.kind} />}
      <span class={short && country ? "visually-hidden" : undefined}>{verb}</span>
      {country && <span>{country}</span>}
    </span>
  );
}
