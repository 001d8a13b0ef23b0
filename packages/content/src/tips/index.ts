/** Ten tips: what every language shares. */
export * from "./tips.ts";
