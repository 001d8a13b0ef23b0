/** Codecs for rooms that write values of their own: the same tools that records are made of. */
export * from "./codec.ts";
export * from "./value-codecs.ts";
export { isJsonObject, ownValue, parseJsonValue } from "./json.ts";
export { correctionStep } from "../records/corrections.ts";
export { ritualPattern, ritualWhat } from "../records/ritual.ts";
export { sentenceText } from "../records/agreement.ts";
export { figuresForBoth } from "../sharing/figures-for-both.ts";
