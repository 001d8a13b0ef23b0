/**
 * What the vault needs to speak to a relay from a browser. Who works alone downloads none of it: `network.ts` comes when it is asked
 * for, and where it cannot be fetched the relay is out of reach, as without a network.
 */
import { err } from "@undivided/domain";
import type { Rendezvous, Sync, SyncOnce, Timer } from "@undivided/vault";
import type { Clock } from "../platform/clock.ts";
import type { Network } from "./network.ts";

export interface RelayDeps {
  readonly view: Window & typeof globalThis;
  readonly clock: Clock;
  readonly timer: Timer;
  /** Numbers in [0, 1). */
  readonly random: () => number;
}

export interface RelayParts {
  readonly timer: Timer;
  /** Not started. Null for what is no address of a relay, and where it could not be fetched. */
  readonly syncAt: (address: string) => Promise<Sync | null>;
  readonly rendezvousAt: (address: string) => Rendezvous;
  /** For recovery: one space, once. */
  readonly syncOnceAt: (address: string) => SyncOnce;
}

export const createRelayParts = (view: Window & typeof globalThis, clock: Clock): RelayParts => {
  const timer: Timer = (ms, run) => {
    const id = view.setTimeout(run, ms);
    return () => view.clearTimeout(id);
  };
  const random = (): number => (view.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
  let network: Network | null = null;
  const load = async (): Promise<Network | null> => {
    try {
      const { createNetwork } = await import("./network.ts");
      return (network ??= createNetwork({ view, clock, timer, random }));
    } catch {
      return null;
    }
  };
  return {
    timer,
    syncAt: async (address) => (await load())?.syncAt(address) ?? null,
    rendezvousAt: (address) => ({
      meet: async (...meeting) =>
        (await load())?.rendezvousAt(address).meet(...meeting) ?? err({ type: "unreachable" }),
    }),
    syncOnceAt:
      (address) =>
      async (...space) =>
        (await load())?.syncOnceAt(address)(...space) ?? err({ type: "unreachable" }),
  };
};
