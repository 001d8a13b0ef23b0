/** What the vault needs to speak to a relay from a browser: sockets, a timer, chance; and with them its meeting place and a single step. */
import { err, ok } from "@undivided/domain";
import {
  createRelayRendezvous,
  createSync,
  createWebSocketTransport,
  relaySocketUrl,
  type Rendezvous,
  type SyncOnce,
  type Timer,
  type Transport,
} from "@undivided/vault";
import type { Clock } from "../platform/clock.ts";

export interface RelayParts {
  /** Null for what is no address of a relay. */
  readonly transportTo: (address: string) => Transport | null;
  readonly timer: Timer;
  readonly random: () => number;
  readonly rendezvousAt: (address: string) => Rendezvous;
  /** For recovery: one space, once. */
  readonly syncOnceAt: (address: string) => SyncOnce;
}

/** At which nobody meets. */
const nowhere: Rendezvous = { meet: async () => err({ type: "unreachable" }) };

export const createRelayParts = (view: Window & typeof globalThis, clock: Clock): RelayParts => {
  const timer: Timer = (ms, run) => {
    const id = view.setTimeout(run, ms);
    return () => view.clearTimeout(id);
  };
  const random = (): number => (view.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
  const transportTo = (address: string): Transport | null => {
    const url = relaySocketUrl(address);
    return url === undefined
      ? null
      : createWebSocketTransport(url, (to, protocols) => new view.WebSocket(to, protocols));
  };
  return {
    timer,
    random,
    transportTo,
    rendezvousAt: (address) => {
      const transport = transportTo(address);
      return transport === null ? nowhere : createRelayRendezvous({ transport, timer, clock: clock.now, random });
    },
    syncOnceAt: (address) => async (replica, keys) => {
      const transport = transportTo(address);
      if (transport === null) return err({ type: "unreachable" });
      const sync = createSync({ spaces: [{ replica, keys }], transport, timer, random });
      const done = await sync.syncOnce();
      sync.stop();
      const outcome = done.type === "ok" ? done.value.spaces[0]?.outcome.type : undefined;
      switch (outcome) {
        case "in-step":
        case "left":
          return ok(null);
        case "removed":
          return err({ type: "removed" });
        case "waiting":
          return err({ type: "not-admitted" });
        default:
          return err({ type: "unreachable" });
      }
    },
  };
};
