import type { Catalogue } from "../catalogue.ts";

/** Who a computer player is, wherever one is chosen or named. */
export const character = {
  personality: {
    theorist: "Theory follower",
    powerBalancer: "Power balancer",
    jackal: "Jackal",
    lion: "Lion",
    lamb: "Lamb",
    wolf: "Wolf",
    hider: "Hider",
    titForTat: "Tit for tat",
    reassurer: "Reassurer",
    blusterer: "Blusterer",
  },
  temper: { calm: "Calm", steady: "Steady", hot: "Hot" },
  difficulty: { easy: "Easy", normal: "Normal", hard: "Hard" },
} as const satisfies Catalogue;
