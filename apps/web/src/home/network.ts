/** Speaking to a relay: the vault's sockets, meeting place and sync over this browser's. Loaded once there is a relay to speak to. */
import { err, ok } from "@undivided/domain";
import {
  createRelayRendezvous,
  createSync,
  createWebSocketTransport,
  relaySocketUrl,
  type Rendezvous,
  type Sync,
  type SyncOnce,
  type Transport,
} from "@undivided/vault/network";
import type { RelayDeps } from "./relay.ts";

export interface Network {
  /** Null for what is no address of a relay. */
  readonly syncAt: (address: string) => Sync | null;
  readonly rendezvousAt: (address: string) => Rendezvous;
  readonly syncOnceAt: (address: string) => SyncOnce;
}

/** At which nobody meets. */
const nowhere: Rendezvous = { meet: async () => err({ type: "unreachable" }) };

export const createNetwork = ({ view, clock, timer, random }: RelayDeps): Network => {
  const transportTo = (address: string): Transport | null => {
    const url = relaySocketUrl(address);
    return url === undefined
      ? null
      : createWebSocketTransport(url, (to, protocols) => new view.WebSocket(to, protocols));
  };
  return {
    syncAt: (address) => {
      const transport = transportTo(address);
      return transport === null ? null : createSync({ spaces: [], transport, timer, random });
    },
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
