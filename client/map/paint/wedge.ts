/** Radius of the disc a wedge points at, px. */
export const DISC = 10;
/** A wedge's least length, and half widths from tail to shoulder to head, px. */
const WEDGE = { length: 44, tail: 3, shoulder: 6, head: 12, headLength: 18 } as const;

/** A wedge along the x axis, its tip just short of a disc at the origin; it flies in as `progress` goes to 1. */
export function wedgePath(reach: number, progress: number): Path2D {
  const length = Math.max(WEDGE.length, reach - DISC - 11);
  const tip = -DISC - 1 - (1 - progress) * 26;
  const wedge = new Path2D();
  wedge.moveTo(tip - length, -WEDGE.tail);
  wedge.lineTo(tip - WEDGE.headLength, -WEDGE.shoulder);
  wedge.lineTo(tip - WEDGE.headLength, -WEDGE.head);
  wedge.lineTo(tip, 0);
  wedge.lineTo(tip - WEDGE.headLength, WEDGE.head);
  wedge.lineTo(tip - WEDGE.headLength, WEDGE.shoulder);
  wedge.lineTo(tip - length, WEDGE.tail);
  wedge.closePath();
  return wedge;
}
