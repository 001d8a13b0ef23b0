/** A relay in memory, for tests: keeps what it is given, hands out all of it, and can be out of reach. */
import { millis } from "@undivided/domain";
import { createMemoryRendezvous, type OpenDevice, type Replica, type SpaceId } from "@undivided/vault";
import type { Connect, RelayLink, SpaceStep } from "./relay-link.ts";

export interface MemoryRelay {
  readonly connect: Connect;
  readonly setReachable: (isReachable: boolean) => void;
}

const EVERYTHING = 100_000;

export const createMemoryRelay = (): MemoryRelay => {
  const rendezvous = createMemoryRendezvous(() => millis(performance.now()));
  const entriesBySpace = new Map<SpaceId, Map<string, Uint8Array>>();
  let isReachable = true;

  const exchange = async (replica: Replica): Promise<void> => {
    const kept = entriesBySpace.get(replica.space) ?? new Map<string, Uint8Array>();
    entriesBySpace.set(replica.space, kept);
    for (let before = -1; before !== kept.size;) {
      before = kept.size;
      await replica.receive([...kept.values()]);
      const given = await replica.entriesFor({ heads: [], wanted: [], missing: replica.summary().missing }, EVERYTHING);
      if (given.type === "error") throw new Error(given.error.type);
      for (const bytes of given.value) kept.set(Buffer.from(bytes).toString("hex"), bytes);
    }
  };
  const bringInStep: RelayLink["bringInStep"] = async (device: OpenDevice) => {
    if (!isReachable) return { type: "not-reached", why: "out of reach", spaces: [] };
    const spaces: SpaceStep[] = [];
    for (const space of ["mine", "ours"] as const) {
      const replica = space === "mine" ? device.mine : device.ours();
      if (replica === null) continue;
      await exchange(replica);
      const own = device.keysIn(replica.space)?.device;
      const acknowledged = replica.summary().heads.find((head) => head.device === own)?.counter ?? 0;
      spaces.push({ space, isInStep: true, standing: "member", acknowledged });
    }
    return { type: "reached", spaces };
  };
  return {
    connect: () => ({
      rendezvousAt: () => rendezvous,
      recoveryAt: () => async (replica) => {
        await exchange(replica);
        return { type: "ok", value: null };
      },
      bringInStep,
      close: () => undefined,
    }),
    setReachable: (next) => (isReachable = next),
  };
};
