/** The guide: what every language shares. */
export * from "./chapters.ts";
export * from "./intro/intro.ts";
