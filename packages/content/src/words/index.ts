/** Words for the domain's keys: their types. */
export * from "./words.ts";
