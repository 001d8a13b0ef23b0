/** What speaks to a relay, apart from the rest: an app that works alone need not load it. */
export { createRelayRendezvous, type RelayRendezvousDeps } from "./pairing/relay-rendezvous.ts";
export type { Rendezvous } from "./pairing/rendezvous.ts";
export type { SyncOnce } from "./device/recover.ts";
export * from "./sync/sync.ts";
export * from "./transport/transport.ts";
export * from "./transport/websocket-transport.ts";
