/**
 * Content: what the app has to say, as data, and small pure functions over it.
 *
 * Texts live one module a language and topic and are loaded when they are needed (`@undivided/content/load`); what every
 * language shares of a topic has its own entry (`@undivided/content/rituals`). Here is only what all topics use. Nothing here reads a clock, draws a random number or knows a page of the app.
 */
export * from "./language.ts";
export * from "./sourced.ts";
export * from "./targets.ts";
export * from "./template.ts";
export * from "./reading/reading-time.ts";
