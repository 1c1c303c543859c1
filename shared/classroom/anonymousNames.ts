import { seedPrng, shuffled, stream } from "../lib/prng.ts";

/** Colours and birds: easy to say across a room, of no country, sex or temper, and none of them an insult in the languages we know. */
const COLOURS = [
  "Amber", "Azure", "Blue", "Bronze", "Copper", "Coral", "Crimson", "Golden", "Green", "Indigo", "Ivory", "Jade",
  "Lilac", "Olive", "Orange", "Pearl", "Purple", "Russet", "Saffron", "Scarlet", "Silver", "Teal", "Violet", "White",
] as const; // prettier-ignore
const BIRDS = [
  "Avocet", "Bittern", "Curlew", "Dunlin", "Egret", "Falcon", "Finch", "Heron", "Ibis", "Kestrel", "Kingfisher", "Lark",
  "Linnet", "Martin", "Merlin", "Oriole", "Osprey", "Petrel", "Pipit", "Plover", "Puffin", "Robin", "Siskin", "Sparrow",
  "Starling", "Stork", "Swallow", "Swift", "Tern", "Thrush", "Wagtail", "Warbler", "Wren",
] as const; // prettier-ignore

/** So many names that are not taken, in an order drawn by the seed: "Teal Heron"; after all 792, "Teal Heron 2". */
export function anonymousNames(count: number, seed: number, taken: readonly string[] = []): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const { draw } = stream(seedPrng(seed, "names"));
  const all = shuffled(
    COLOURS.flatMap((colour) => BIRDS.map((bird) => `${colour} ${bird}`)),
    draw,
  );
  const names: string[] = [];
  for (let round = 1; names.length < count; round += 1) {
    const fresh = all
      .map((name) => (round === 1 ? name : `${name} ${round}`))
      .filter((name) => !used.has(name.toLowerCase()));
    names.push(...fresh.slice(0, count - names.length));
  }
  return names;
}
