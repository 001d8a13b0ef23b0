export * from "./events.ts";
export * from "./pickup/pickup-detector.ts";
export * from "./pickup/pickup-params.ts";
