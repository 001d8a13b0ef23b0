/** Rituals: what every language shares, and the filter. */
export * from "./rituals.ts";
export * from "./filter-rituals.ts";
