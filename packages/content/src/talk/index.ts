/** The guided talk: what every language shares. */
export * from "./talk.ts";
