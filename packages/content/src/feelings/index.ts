/** Feelings and I-statements: what every language shares. */
export * from "./feelings.ts";
