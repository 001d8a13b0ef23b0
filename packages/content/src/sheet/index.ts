/** The do and don't sheet: what every language shares. */
export * from "./sheet.ts";
