/** The page of the evidence: what every language shares. */
export * from "./evidence-page.ts";
