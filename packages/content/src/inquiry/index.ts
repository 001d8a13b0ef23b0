/** Self-inquiry: what every language shares. */
export * from "./inquiry.ts";
export * from "./plan-sentence.ts";
