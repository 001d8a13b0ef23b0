/** Help: what every language shares, and the lines that may be shown. */
export * from "./help.ts";
export * from "./help-lines.ts";
