/** The one list of sources, and the references in full. */
export * from "./references.ts";
export * from "./sources.ts";
