/**
 * The relay over the network: a WebSocket for each step, made when asked for and closed after it.
 *
 * A call is short, so nothing listens and nothing is kept of the relay between calls: heads decide what is missing on either
 * side, each time. Limits: a relay that takes the connection and then says nothing is waited for as long as the protocol says
 * (`ANSWER_MS`); one that does not take it, for `CONNECT_MS`.
 */
import { millis } from "@undivided/domain";
import {
  createDeviceKeys,
  createMemberId,
  createRelayRendezvous,
  createSync,
  createWebSocketTransport,
  openReplica,
  relaySocketUrl,
  type DeviceKeys,
  type LinkFault,
  type OpenDevice,
  type Replica,
  type SpaceReport,
  type SyncedSpace,
  type Timer,
  type Transport,
} from "@undivided/vault";
import { instantOf } from "./local-clock.ts";
import type { Connect, Reached, RelayLink, SpaceStep } from "./relay-link.ts";

/** Long enough for a phone's network, short enough that a call without one does not annoy. */
const CONNECT_MS = 5000;

const timer: Timer = (ms, run) => {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
};

export const createRelayClient: Connect = (io, folder) => {
  const closers = new Set<() => void>();
  let isClosed = false;

  /** Gives up on who does not take the connection, and on all of them when the call ends. */
  const transportTo = (address: string): Transport => {
    const url = relaySocketUrl(address);
    const socket = createWebSocketTransport(url ?? "", (to, protocols) => new WebSocket(to, protocols));
    return {
      connect: (events) => {
        const forget = (): void => {
          cancel();
          closers.delete(close);
        };
        const link = socket.connect({
          opened: () => {
            cancel();
            events.opened();
          },
          received: events.received,
          closed: (code) => {
            forget();
            events.closed(code);
          },
        });
        const close = (): void => link.close();
        const cancel = timer(isClosed ? 0 : CONNECT_MS, close);
        closers.add(close);
        return { send: link.send, close };
      },
    };
  };
  const once = async (address: string, spaces: readonly SyncedSpace[]) => {
    const sync = createSync({ spaces, transport: transportTo(address), timer, random: Math.random });
    try {
      return await sync.syncOnce();
    } finally {
      sync.stop();
    }
  };

  /** Spaces that were left: their leave entries are handed in to every relay, for good. No key of them is left, and none needed. */
  const leftSpaces = async (device: OpenDevice): Promise<readonly SyncedSpace[]> => {
    const entries = await device.leaveEntries();
    if (entries.type === "error") return [];
    const left: SyncedSpace[] = [];
    for (const { space } of entries.value) {
      const keys = createDeviceKeys(createMemberId());
      const replica = await openReplica({ store: folder.logs, keys, wall: () => instantOf(io.now) }, space);
      if (replica.type === "ok") left.push({ replica: replica.value, keys });
    }
    return left;
  };
  const partsOf = (device: OpenDevice) =>
    (["mine", "ours"] as const).flatMap((name) => {
      const replica = name === "mine" ? device.mine : device.ours();
      const synced = replica === null ? undefined : device.syncedIn(replica.space);
      return synced === undefined ? [] : [{ name, ...synced }];
    });

  const link: RelayLink = {
    rendezvousAt: (address) =>
      createRelayRendezvous({
        transport: transportTo(address),
        timer,
        clock: () => millis(performance.now()),
        random: Math.random,
      }),
    recoveryAt: (address) => async (replica: Replica, keys: DeviceKeys) => {
      const done = await once(address, [{ replica, keys }]);
      const outcome = done.type === "ok" ? done.value.spaces[0]?.outcome : undefined;
      switch (outcome?.type) {
        case "in-step":
        case "left":
          return { type: "ok", value: null };
        case "removed":
          return { type: "error", error: { type: "removed" } };
        case "waiting":
          return { type: "error", error: { type: "not-admitted" } };
        default:
          return { type: "error", error: { type: "unreachable" } };
      }
    },
    bringInStep: async (device) => {
      const address = device.relay();
      if (address === null) return { type: "not-reached", why: "it has no address", spaces: [] };
      const parts = partsOf(device);
      const done = await once(address, [...parts, ...(await leftSpaces(device))]);
      if (done.type === "error") return { type: "not-reached", why: describeLinkFault(done.error), spaces: [] };
      return reachedBy(
        parts.map(({ name, replica, keys }) => ({
          name,
          report: done.value.spaces.find(({ space }) => space === replica.space),
          written: replica.summary().heads.find(({ device: by }) => by === keys.device)?.counter ?? 0,
        })),
      );
    },
    close: () => {
      isClosed = true;
      for (const close of [...closers]) close();
    },
  };
  return link;
};

interface Part {
  readonly name: SpaceStep["space"];
  readonly report: SpaceReport | undefined;
  /** By this device. */
  readonly written: number;
}

const reachedBy = (parts: readonly Part[]): Reached => {
  const spaces = parts.flatMap(({ name, report, written }): readonly SpaceStep[] => {
    if (report === undefined || report.outcome.type === "left" || report.outcome.type === "left-here") return [];
    const isInStep = report.outcome.type === "in-step" && report.refused === 0;
    const { type } = report.outcome;
    const standing = type === "waiting" || type === "removed" ? type : "member";
    return [{ space: name, isInStep, standing, acknowledged: isInStep ? written : null }];
  });
  const refusal = parts.map(({ report }) => report?.outcome).find((outcome) => outcome?.type === "refused");
  return refusal?.type === "refused"
    ? { type: "not-reached", why: `it answered: ${refusal.reason}`, spaces }
    : { type: "reached", spaces };
};

const describeLinkFault = (fault: LinkFault): string => {
  switch (fault.type) {
    case "unreachable":
      return "no answer";
    case "cut":
      return `it ended the connection: ${fault.reason}`;
    case "refused":
      return `it answered: ${fault.reason}`;
    case "not-understood":
      return "what answers there is no relay that this version understands";
  }
};
