export * from "./result.ts";
export * from "./time/millis.ts";
