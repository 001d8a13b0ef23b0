/** Bids and practice scenes: what every language shares. */
export * from "./bids.ts";
export * from "./scenes.ts";
