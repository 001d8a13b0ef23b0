/** Agreements: what every language shares. */
export * from "./agreements.ts";
export * from "./no-subject-of.ts";
