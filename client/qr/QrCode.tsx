import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { encode } from "uqr";

interface Props {
  readonly text: string;
  /** What it is, in words. */
  readonly label: string;
}

/** A QR code as one path, drawn here and by nobody else; always dark on light, which every camera reads. */
export function QrCode({ text, label }: Props): VNode {
  const { path, size } = useMemo(() => drawn(text), [text]);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** With the quiet zone of four modules that ISO/IEC 18004 asks for. */
function drawn(text: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: dots.join(""), size };
}
