/** The picture of how it grows: what every language shares. */
export * from "./growth.ts";
