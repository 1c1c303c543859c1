import { useId } from "preact/hooks";
import type { ComponentChildren, VNode } from "preact";
import type { AlignmentKind } from "#shared/model/order.ts";
import type { RibbonStyle } from "./ribbon.ts";

/** Signs are drawn in the current text colour and hidden from screen readers: the words beside them say the same. */
interface SignProps {
  /** Height in px; the width follows. */
  readonly size?: number;
  /** Adds the hollow ring that stands for the other country. */
  readonly target?: boolean;
}

/** Line with a bar across its end: balances against. */
export const BalanceGlyph = ({ size = 14, target = false }: SignProps): VNode => (
  <Sign size={size} width={target ? 36 : 25}>
    <circle cx="4" cy="7" r="3.4" fill="currentColor" />
    <path d="M4 7H22" stroke="currentColor" stroke-width="2" />
    <path d="M22.5 1.5V12.5" stroke="currentColor" stroke-width="2.8" />
    {target && <circle cx="30.6" cy="7" r="4" fill="none" stroke="currentColor" stroke-width="1.8" />}
  </Sign>
);

/** Double line with a head: bandwagons with. */
export const BandwagonGlyph = ({ size = 14, target = false }: SignProps): VNode => (
  <Sign size={size} width={target ? 36 : 25}>
    <circle cx="4" cy="7" r="3.4" fill="currentColor" />
    <path d="M4 5.3H16M4 8.7H16" stroke="currentColor" stroke-width="1.7" />
    <path d="M15 1.8 24 7 15 12.2Z" fill="currentColor" />
    {target && <circle cx="30.6" cy="7" r="4" fill="none" stroke="currentColor" stroke-width="1.8" />}
  </Sign>
);

/** Dot in a dotted ring: hides, commits to nothing. */
export const HideGlyph = ({ size = 14, target = false }: SignProps): VNode => (
  <Sign size={size} width={target ? 36 : 15}>
    <circle cx="7" cy="7" r="3" fill="currentColor" />
    <circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="1.9 1.87" />
    {target && <circle cx="30.6" cy="7" r="4" fill="none" stroke="currentColor" stroke-width="1.4" opacity=".65" />}
  </Sign>
);

/** The sign of an alignment, by kind. */
export const AlignmentGlyph = ({ kind, ...rest }: SignProps & { readonly kind: AlignmentKind }): VNode => {
  switch (kind) {
    case "balance":
      return <BalanceGlyph {...rest} />;
    case "bandwagon":
      return <BandwagonGlyph {...rest} />;
    case "hide":
      return <HideGlyph {...rest} />;
  }
};

/** Dotted line with a lozenge: defence pact; the lozenge of a secret one is open. */
export const PactGlyph = ({
  size = 14,
  secret = false,
}: {
  readonly size?: number;
  readonly secret?: boolean;
}): VNode => (
  <Sign size={size} width={25}>
    <path d="M1 7H24" stroke="currentColor" stroke-width="1.8" stroke-dasharray="1.8 2.2" />
    <path d="M12.5 1.8 17.7 7 12.5 12.2 7.3 7Z" fill="var(--panel)" />
    <path
      d={secret ? "M10.4 3.9 7.3 7 10.4 10.1M14.6 3.9 17.7 7 14.6 10.1" : "M12.5 1.8 17.7 7 12.5 12.2 7.3 7Z"}
      stroke="currentColor"
      stroke-width="1.7"
    />
  </Sign>
);

/** Arrow into a crossed disc: attack; an empty disc with one bar is a stalemate, a dashed one is repelled. */
export const AttackGlyph = ({
  size = 14,
  outcome = "win",
}: {
  readonly size?: number;
  readonly outcome?: "win" | "stalemate" | "loss";
}): VNode => (
  <Sign size={size} width={28}>
    <path d="M0 7H8" stroke="currentColor" stroke-width="3" />
    <path d="M7 2.2 14.5 7 7 11.8Z" fill="currentColor" />
    <circle
      cx="21"
      cy="7"
      r="5.6"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      {...(outcome === "loss" ? { "stroke-dasharray": "2.4 2" } : {})}
    />
    {outcome === "win" && <path d="M18.6 4.6 23.4 9.4M23.4 4.6 18.6 9.4" stroke="currentColor" stroke-width="1.7" />}
    {outcome === "stalemate" && <path d="M17.6 7H24.4" stroke="currentColor" stroke-width="1.8" />}
  </Sign>
);

/** Hollow arrow into a disc with a call in it: an ultimatum. */
export const UltimatumGlyph = ({ size = 14 }: { readonly size?: number }): VNode => (
  <Sign size={size} width={28}>
    <path d="M.7 5.4H7V2.2L14 7 7 11.8V8.6H.7Z" stroke="currentColor" stroke-width="1.4" />
    <circle cx="21" cy="7" r="5.6" stroke="currentColor" stroke-width="1.6" />
    <path d="M21 3.8V7.6M21 9.1V10.6" stroke="currentColor" stroke-width="1.7" />
  </Sign>
);

/** A star with eight points: unrest, a rising or a revolt. */
export const UnrestGlyph = ({ size = 14 }: { readonly size?: number }): VNode => (
  <Sign size={size} width={14}>
    <path
      d="M7 .5 8.4 3.6 11.6 2.4 10.4 5.6 13.5 7 10.4 8.4 11.6 11.6 8.4 10.4 7 13.5 5.6 10.4 2.4 11.6 3.6 8.4 .5 7 3.6 5.6 2.4 2.4 5.6 3.6Z"
      stroke="currentColor"
      stroke-width="1.4"
      stroke-linejoin="round"
    />
  </Sign>
);

/** Three strokes through one middle: where a crisis struck. */
export const CrisisGlyph = ({ size = 14 }: { readonly size?: number }): VNode => (
  <Sign size={size} width={14}>
    <path d="M7 1V13M1.8 4 12.2 10M12.2 4 1.8 10" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" />
  </Sign>
);

/** Ink hatch on a tint: occupied. */
export const OccupiedGlyph = ({ size = 14 }: { readonly size?: number }): VNode => (
  <Swatch size={size} width={16} fill="var(--t1)" edge="var(--border)">
    {(hatch) => <rect width="16" height="14" fill={hatch} />}
  </Swatch>
);

/** A coalition's ribbon: solid, hatched or dotted. */
export const CoalitionGlyph = ({
  size = 16,
  ribbon,
}: {
  readonly size?: number;
  readonly ribbon: RibbonStyle;
}): VNode => {
  const id = useId();
  const colour = { solid: "var(--g1)", hatched: "var(--g2)", dotted: "var(--g3)" }[ribbon];
  return (
    <svg class="glyph" width={(size * 12) / 16} height={size} viewBox="0 0 12 16" aria-hidden="true">
      <pattern id={id} width="4.6" height="4.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2.8" height="4.6" fill={colour} />
      </pattern>
      <pattern id={`${id}d`} width="4" height="4" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="1.3" fill={colour} />
      </pattern>
      <rect width="12" height="16" fill="var(--case)" />
      <rect
        width="12"
        height="16"
        fill={{ solid: colour, hatched: `url(#${id})`, dotted: `url(#${id}d)` }[ribbon]}
        stroke={ribbon === "solid" ? "none" : colour}
        stroke-width="1"
      />
    </svg>
  );
};

/** Contour rings of one level: 1 serious, 2 grave, 3 acute. */
export const ThreatGlyph = ({ size = 15, level }: { readonly size?: number; readonly level: 1 | 2 | 3 }): VNode => (
  <svg class="glyph" width={(size * 13) / 15} height={size} viewBox="0 0 13 15" aria-hidden="true">
    <rect x=".8" y=".8" width="11.4" height="13.4" fill="var(--panel)" />
    <rect
      x=".8"
      y=".8"
      width="11.4"
      height="13.4"
      fill="var(--threat)"
      fill-opacity={[0.26, 0.39, 0.52][level - 1]}
      stroke="var(--threat)"
      stroke-width="1.4"
    />
  </svg>
);

/** The outline of one's own country. */
export const YouGlyph = ({ size = 14 }: { readonly size?: number }): VNode => (
  <svg class="glyph" width={(size * 20) / 14} height={size} viewBox="0 0 20 14" aria-hidden="true">
    <rect x="1.5" y="1.5" width="17" height="11" fill="var(--you)" stroke="var(--ink)" stroke-width="2.4" />
  </svg>
);

/** A line as my own draft shows it. */
export const DraftGlyph = ({ size = 14 }: { readonly size?: number }): VNode => (
  <Sign size={size} width={25}>
    <circle cx="3.4" cy="7" r="2.6" fill="currentColor" />
    <path d="M4 7H25" stroke="currentColor" stroke-width="2" stroke-dasharray="4.4 3" />
  </Sign>
);

/** A circle whose area is a share of all power. */
export const ShareGlyph = ({ size = 14 }: { readonly size?: number }): VNode => (
  <svg class="glyph" width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
    <circle cx="7" cy="7" r="6" fill="var(--part1)" fill-opacity=".28" stroke="var(--part1)" stroke-width="1.4" />
  </svg>
);

/** The boxed letter of an ideology. */
export const LetterGlyph = ({ size = 16, letter }: { readonly size?: number; readonly letter: string }): VNode => (
  <svg class="glyph" width={(size * 18) / 16} height={size} viewBox="0 0 18 16" aria-hidden="true">
    <rect
      x=".75"
      y=".75"
      width="16.5"
      height="14.5"
      rx="2"
      fill="var(--panel)"
      stroke="var(--ink2)"
      stroke-width="1.5"
    />
    <text x="9" y="12.2" text-anchor="middle" font-size="12" font-weight="600" fill="var(--ink)">
      {letter}
    </text>
  </svg>
);

const Sign = ({ size, width, children }: { size: number; width: number; children: ComponentChildren }): VNode => (
  <svg
    class="glyph"
    width={(size * width) / 14}
    height={size}
    viewBox={`0 0 ${width} 14`}
    fill="none"
    overflow="visible"
    aria-hidden="true"
  >
    {children}
  </svg>
);

interface SwatchProps {
  readonly size: number;
  readonly width: number;
  readonly fill: string;
  readonly edge: string;
  readonly children: (hatch: string) => ComponentChildren;
}
const Swatch = ({ size, width, fill, edge, children }: SwatchProps): VNode => {
  const id = useId();
  return (
    <svg class="glyph" width={(size * width) / 14} height={size} viewBox={`0 0 ${width} 14`} aria-hidden="true">
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2.4" height="6" fill="var(--ink2)" />
      </pattern>
      <rect width={width} height="14" fill={fill} />
      {children(`url(#${id})`)}
      <rect x=".5" y=".5" width={width - 1} height="13" fill="none" stroke={edge} />
    </svg>
  );
};
