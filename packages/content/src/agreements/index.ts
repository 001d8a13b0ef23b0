/** Agreements: what every language shares. */
export * from "./agreements.ts";
