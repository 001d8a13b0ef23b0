/** Two devices in step through the relay as people run it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseEpochMs } from "@undivided/domain";
import {
  createDeviceKeys,
  createMemoryBlobStore,
  createMemoryLogStore,
  createSync,
  deviceCardOf,
  openReplica,
  verifyingKeyOf,
  type Replica,
} from "@undivided/vault";
import { createPair, must, ownIds, socketTo, timer, write } from "./phones.ts";
import { startRelay } from "./relay-process.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "undivided-relay-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("two devices hear of each other through a relay, which stops cleanly and quietly", async () => {
  const relay = await startRelay(folder);
  const [one, other] = await createPair(socketTo(relay.url));
  for (const { sync } of [one, other]) sync.start();
  const ids = [await write(one), await write(other), await write(one)].toSorted();
  await expect.poll(() => [ownIds(one), ownIds(other)], { timeout: 10_000 }).toEqual([ids, ids]);
  await expect.poll(() => one.sync.state().type).toBe("in-step");
  expect(await (await fetch(`${relay.url}/health`)).json()).toEqual({ status: "ok" });
  expect(await (await fetch(`${relay.url}/metrics`)).text()).toMatch(/undivided_relay_entries_taken_total [5-9]/);
  expect(await relay.stop()).toBe(0);
  expect(relay.words()).toMatch(/^(app not built[^\n]*\n)?\{"listening":"[^"]+"\}\n$/);
  await expect.poll(() => one.sync.state().type).not.toBe("in-step");
  for (const { sync } of [one, other]) sync.stop();
});

test(
  "a new own device begins with its host's snapshot, which a deletion takes out of the relay's files",
  { timeout: 60_000 },
  async () => {
    const relay = await startRelay(folder);
    const transport = socketTo(relay.url);
    const [one] = await createPair(transport);
    const ids = await Promise.all(Array.from({ length: 520 }, () => write(one, "x".repeat(300))));
    const keys = createDeviceKeys(one.keys.member);
    must(await one.replica.admit(await deviceCardOf(keys)));
    const wall = () => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));
    const deps = { store: createMemoryLogStore(), blobs: createMemoryBlobStore(), keys, wall };
    const opened = must(await openReplica(deps, one.replica.space));
    const given: Uint8Array[] = [];
    const replica: Replica = {
      ...opened,
      adoptSnapshot: (bytes, trusted) => {
        given.push(bytes);
        return opened.adoptSnapshot(bytes, trusted);
      },
    };
    const common = { transport, timer, random: Math.random };
    const host = createSync({ ...common, spaces: [{ ...one, awaited: () => [keys.device] }] });
    must(await host.syncOnce());
    const pairedBy = { device: one.keys.device, verifyingKey: await verifyingKeyOf(one.keys.signing) };
    const guest = createSync({ ...common, spaces: [{ replica, keys, pairedBy }] });
    must(await guest.syncOnce());
    const [snapshot] = given;
    if (snapshot === undefined) throw new Error("it began with the log");
    expect(ownIds({ replica })).toEqual(ids.toSorted());
    expect(replica.health()).toEqual({ absent: 0, forkedAt: null });
    // From the sealed parts: the statements in front of them are in the log as well.
    const piece = snapshot.subarray(snapshot.length / 2, snapshot.length / 2 + 64);
    const isAtRelay = (): boolean =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(piece));
    expect(isAtRelay()).toBe(true);
    const [gone] = ids;
    if (gone !== undefined) must(await one.replica.write({ type: "delete", scope: "own", id: gone }));
    must(await createSync({ ...common, spaces: [one] }).syncOnce());
    expect(isAtRelay()).toBe(false);
    expect(await relay.stop()).toBe(0);
  },
);
