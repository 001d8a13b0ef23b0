/**
 * Model-based: devices that keep in step through a relay over a network that drops, doubles, alters, swaps and cuts, with a relay that
 * now and then begins anew or forgets. Afterwards, over a good network, all agree with what was acknowledged.
 *
 * Each run has a seed, which stands in the title of its test; `UNDIVIDED_SEED` runs another one.
 */
import { millis, parseEpochMs, parseRecordId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { bytesToHex, randomBytes } from "../crypto/door.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import { createCounters } from "../relay/counters.ts";
import { createMemoryMailboxStore } from "../relay/memory-mailbox-store.ts";
import { createRelay } from "../relay/relay.ts";
import { createDeviceKeys, createMemberId, deviceCardOf } from "../space/device-keys.ts";
import { foundSpace, openReplica, type Replica } from "../space/replica.ts";
import { createMemoryNetwork } from "../transport/memory-transport.ts";
import type { Timer } from "../transport/transport.ts";
import { createSync } from "./sync.ts";

const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${JSON.stringify(result.error)}`);
  return result.value;
};
const CANARY = "kanarienvogel";

/** Mulberry32 (public domain): numbers in [0, 1) that a seed repeats. */
const createChance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
/** Seconds are milliseconds. */
const fast: Timer = (ms, run) => {
  const id = setTimeout(run, Math.max(1, ms / 200));
  return () => clearTimeout(id);
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const newRelay = () =>
  createRelay({
    store: createMemoryMailboxStore(),
    clock: () => millis(performance.now()),
    day: () => 1,
    counters: createCounters(),
  });

const given = process.env["UNDIVIDED_SEED"];

describe("devices and a relay over a bad network", () => {
  test.each(given === undefined ? [1, 2, 3, 4] : [Number(given)])(
    "agree in the end, lose nothing, double nothing, show nothing (seed %i)",
    { timeout: 60_000 },
    async (seed) => {
      const chance = createChance(seed);
      const network = createMemoryNetwork(newRelay());
      let hasShown = false;
      network.watch((frame) => (hasShown ||= Buffer.from(frame).includes(CANARY)));
      const members = [createMemberId(), createMemberId()] as const;
      const replicas: Replica[] = [];
      const syncs: ReturnType<typeof createSync>[] = [];
      for (let index = 0; index < 4; index += 1) {
        const years = [0, 30, -30, 1][index] ?? 0;
        const wall = () => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z") + years * 365 * 86_400_000));
        const keys = createDeviceKeys(members[index % 2 === 0 ? 0 : 1]);
        const deps = { store: createMemoryLogStore(), keys, wall };
        const by = replicas[index < 2 ? 0 : index - 2];
        if (by !== undefined) must(await by.admit(await deviceCardOf(keys)));
        const replica = must(by === undefined ? await foundSpace(deps, 2) : await openReplica(deps, by.space));
        const sync = createSync({
          ...{ spaces: [{ replica, keys }], transport: network.transport(String(index)), timer: fast, random: chance },
        });
        replicas.push(replica);
        syncs.push(sync);
        sync.start();
        await expect.poll(() => replica.roster()?.devices.has(keys.device), { timeout: 10_000 }).toBe(true);
      }

      network.setFaults({ chance, drop: 0.03, duplicate: 0.1, alter: 0.02, swap: 0.05, cut: 0.02 });
      const texts = new Map<string, string>();
      for (let step = 0; step < 80; step += 1) {
        const replica = replicas[Math.floor(chance() * replicas.length)];
        if (replica === undefined) throw new Error("nobody there");
        const id = must(parseRecordId(bytesToHex(randomBytes(16))));
        const text = `${CANARY} ${step}`;
        must(await replica.write({ type: "put", id, text }));
        texts.set(id, text);
        const dice = chance();
        if (dice < 0.03) network.setRelay(newRelay());
        else if (dice < 0.06) network.cutAll();
        await pause(chance() * 4);
      }
      network.setFaults(null);
      network.cutAll();

      const shownBy = (replica: Replica) => {
        const own = [...replica.state().own.values()];
        return own.map((record) => [record.id, record.type === "present" ? record.last.text : null]).sort();
      };
      const wanted = [...texts].sort();
      await expect.poll(() => replicas.map(shownBy), { timeout: 20_000 }).toEqual(replicas.map(() => wanted));
      await expect
        .poll(() => syncs.map((sync) => sync.state().type), { timeout: 20_000 })
        .toEqual(syncs.map(() => "in-step"));
      for (const sync of syncs) sync.stop();
      expect(hasShown).toBe(false);
    },
  );
});
