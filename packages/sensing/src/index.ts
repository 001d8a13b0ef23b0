export * from "./events.ts";
export * from "./pickup/pickup-detector.ts";
export * from "./pickup/pickup-params.ts";
export * from "./conversation/conversation.ts";
export * from "./session/session.ts";
export * from "./session/analyse.ts";
