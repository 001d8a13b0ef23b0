/** Prompts: what every language shares, and the choice among them. */
export * from "./prompts.ts";
export * from "./choose-prompt.ts";
