/** The one list of sources. */
export * from "./sources.ts";
