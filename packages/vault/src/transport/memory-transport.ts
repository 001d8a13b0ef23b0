/**
 * A Transport to a relay in the same process, over a network that may be bad: it delays, reorders between connections, duplicates,
 * drops, alters and cuts, as often as it is told to. For tests.
 *
 * As on a real connection, frames of one direction keep their order, unless `faults` says otherwise.
 */
import type { Bytes } from "../crypto/public-door.ts";
import type { Peer } from "../relay/connection.ts";
import { CLOSE_CODES } from "../relay/protocol.ts";
import type { Relay } from "../relay/relay.ts";
import type { Link, LinkEvents, Transport } from "./transport.ts";

export interface NetworkFaults {
  /** Numbers in [0, 1); a seed repeats them. */
  readonly chance: () => number;
  readonly drop: number;
  readonly duplicate: number;
  readonly alter: number;
  readonly swap: number;
  readonly cut: number;
}

export interface MemoryNetwork {
  readonly transport: (address?: string) => Transport;
  /** Another relay in the same place, or none. Cuts everybody. */
  readonly setRelay: (relay: Relay | null) => void;
  readonly setFaults: (faults: NetworkFaults | null) => void;
  readonly cutAll: () => void;
  /** Sees every frame, both ways. */
  readonly watch: (watcher: (frame: Bytes) => void) => void;
}

export const createMemoryNetwork = (first: Relay | null): MemoryNetwork => {
  let relay = first;
  let faults: NetworkFaults | null = null;
  let watcher: (frame: Bytes) => void = () => undefined;
  const cuts = new Set<() => void>();
  const cutAll = (): void => {
    for (const cut of [...cuts]) cut();
  };

  /** One direction: frames in order, each in a turn of its own. */
  const createPipe = (deliver: (frame: Bytes) => void, cut: () => void) => {
    let queue: Bytes[] = [];
    let isRunning = false;
    const run = async (): Promise<void> => {
      isRunning = true;
      for (let frame = queue.shift(); frame !== undefined; frame = queue.shift()) {
        await Promise.resolve();
        deliver(frame);
      }
      isRunning = false;
    };
    const put = (frame: Bytes): void => {
      queue.push(frame);
      if (faults !== null && queue.length > 1 && faults.chance() < faults.swap) queue = queue.toReversed();
      if (!isRunning) void run();
    };
    return (bytes: Uint8Array): void => {
      const frame = new Uint8Array(bytes);
      watcher(frame);
      if (faults === null) return put(frame);
      const { chance, drop, duplicate, alter, cut: cutRate } = faults;
      if (chance() < cutRate) return cut();
      if (chance() < drop) return;
      const at = Math.floor(chance() * frame.length);
      const isAltered = chance() < alter;
      put(
        isAltered ? frame.map((byte, index) => (index === at ? byte ^ (1 << Math.floor(chance() * 8)) : byte)) : frame,
      );
      if (chance() < duplicate) put(frame);
    };
  };

  const connect = (address: string, events: LinkEvents): Link => {
    let isOver = false;
    const end = (code: number | null): void => {
      if (isOver) return;
      isOver = true;
      cuts.delete(cut);
      connection?.gone();
      events.closed(code);
    };
    const cut = (): void => end(null);
    cuts.add(cut);
    const toDevice = createPipe((frame) => {
      if (!isOver) events.received(frame);
    }, cut);
    const peer: Peer = {
      send: toDevice,
      unread: () => 0,
      close: (reason) => void Promise.resolve().then(() => end(CLOSE_CODES[reason])),
      pause: () => undefined,
      resume: () => undefined,
    };
    let connection: ReturnType<Relay["connect"]> = null;
    const toRelay = createPipe((frame) => {
      if (!isOver) connection?.receive(frame);
    }, cut);
    void Promise.resolve().then(() => {
      if (isOver) return;
      if (relay === null) return end(null);
      events.opened();
      connection = relay.connect(peer, address);
    });
    return {
      send: (frame) => {
        if (!isOver && connection !== null) toRelay(frame);
      },
      close: cut,
    };
  };

  return {
    transport: (address = "loopback") => ({ connect: (events) => connect(address, events) }),
    setRelay: (next) => {
      cutAll();
      relay = next;
    },
    setFaults: (next) => (faults = next),
    cutAll,
    watch: (next) => (watcher = next),
  };
};
