export * from "./result.ts";
export * from "./time/millis.ts";
export * from "./time/instant.ts";
export * from "./time/civil-date.ts";
export * from "./time/interval.ts";
export * from "./people/ids.ts";
export * from "./records/moment-kinds.ts";
