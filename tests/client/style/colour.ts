/** sRGB colour, each channel 0–1. */
export type Rgb = readonly [number, number, number];
type Matrix3 = readonly [Rgb, Rgb, Rgb];

export function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.replace("#", ""), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const toLinear = ([r, g, b]: Rgb): Rgb => [linear(r), linear(g), linear(b)];
const dot = (row: Rgb, [x, y, z]: Rgb): number => row[0] * x + row[1] * y + row[2] * z;
const times = (matrix: Matrix3, vector: Rgb): Rgb => [
  dot(matrix[0], vector),
  dot(matrix[1], vector),
  dot(matrix[2], vector),
];

/** Relative luminance and contrast ratio (W3C, WCAG 2.2). */
const luminance = (colour: Rgb): number => dot([0.2126, 0.7152, 0.0722], toLinear(colour));
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of `over` on `under`, mixed as browsers mix alpha. */
export const mix = (under: Rgb, over: Rgb, share: number): Rgb => [
  under[0] + (over[0] - under[0]) * share,
  under[1] + (over[1] - under[1]) * share,
  under[2] + (over[2] - under[2]) * share,
];

/** OKLab (Ottosson 2020). */
const LMS: Matrix3 = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const LAB: Matrix3 = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
function oklab(linearRgb: Rgb): Rgb {
  const [l, m, s] = times(LMS, linearRgb);
  return times(LAB, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
}

/** Full-severity matrices on linear RGB (Machado, Oliveira & Fernandes 2009). */
const SIGHT = {
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix3>;
export type Sight = keyof typeof SIGHT;

/** Distance in OKLab × 100 of two colours as seen by such eyes. */
export function separation(a: Rgb, b: Rgb, sight: Sight): number {
  const [p, q] = [a, b].map((colour) => oklab(clampAll(times(SIGHT[sight], toLinear(colour)))));
  if (!p || !q) return 0;
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
const clampAll = ([r, g, b]: Rgb): Rgb => [clamp(r), clamp(g), clamp(b)];
const clamp = (channel: number): number => Math.min(1, Math.max(0, channel));
