/** Causes and settings of the phone: what every language shares. */
export * from "./causes.ts";
export * from "./phone-settings.ts";
