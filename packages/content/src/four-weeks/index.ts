/** Four weeks: what every language shares. */
export * from "./four-weeks.ts";
