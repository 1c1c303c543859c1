import type { Game as PhaserGame } from "phaser";

export declare const Game: typeof PhaserGame;
