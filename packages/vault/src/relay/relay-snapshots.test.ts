/** Snapshots at a relay: kept in parts, given to members, counted, and gone when a statement comes. */
import { parseRecordId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { bytesToHex, randomBytes, type Bytes } from "../crypto/door.ts";
import { createDeviceKeys, createMemberId, deviceCardOf } from "../space/device-keys.ts";
import type { RelayLimits } from "./limits.ts";
import type { MailboxStore } from "./mailbox-store.ts";
import { createMemoryMailboxStore } from "./memory-mailbox-store.ts";
import { createWorld, must, newSpace, typeOf } from "./relay-world.contract.ts";

/** A space with a founding statement and nothing else, and its founder at the relay. */
const begin = async (limits: Partial<RelayLimits> = {}, store: MailboxStore = createMemoryMailboxStore()) => {
  const world = createWorld(limits, store);
  const { space, keys, replica, all } = await newSpace();
  const one = await world.connect();
  await one.open(space, keys);
  await one.ask({ type: "push", space, entries: await all() });
  const put = (version: Bytes, part: number, parts: number, { sequence = 1, byte = 7, length = 1000 } = {}) => {
    const bytes = new Uint8Array(length).fill(byte);
    return one.ask({ type: "put-snapshot", space, version, sequence, part, parts, bytes });
  };
  const get = (part: number) => one.ask({ type: "get-snapshot", space, device: keys.device, part });
  const pushRest = async (from: number) => one.ask({ type: "push", space, entries: (await all()).slice(from) });
  const admit = async () => must(await replica.admit(await deviceCardOf(createDeviceKeys(createMemberId()))));
  const write = async (text: string) => {
    const id = must(parseRecordId(bytesToHex(randomBytes(16))));
    must(await replica.write({ type: "put", id, text }));
    return id;
  };
  return { world, store, one, space, keys, replica, put, get, pushRest, admit, write };
};

describe("a relay keeps snapshots", () => {
  test("in parts, for each device, replaced as a whole", async () => {
    const { one, space, keys, put, get } = await begin();
    const [old, fresh] = [randomBytes(16), randomBytes(16)];
    expect(typeOf(await get(0))).toBe("no-snapshot");
    await put(old, 0, 1);
    await put(fresh, 0, 2, { byte: 2 });
    expect(await get(0)).toMatchObject({ version: old });
    await put(fresh, 1, 2, { byte: 3 });
    expect(await get(1)).toMatchObject({ version: fresh, parts: 2, bytes: new Uint8Array(1000).fill(3) });
    expect(await one.ask({ type: "state", space })).toMatchObject({ snapshots: [{ device: keys.device, parts: 2 }] });
    expect(typeOf(await put(fresh, 0, 1000))).toBe("snapshot-too-large");
  });

  test("only while their space has room for them, whole or in the making, and gives the room back", async () => {
    const { put, admit, pushRest } = await begin({ bytesOfSpace: 6000 });
    expect(typeOf(await put(randomBytes(16), 0, 2, { length: 4000 }))).toBe("done");
    const whole = randomBytes(16);
    // The parts that came before are of another version and make room for these.
    expect(typeOf(await put(whole, 0, 2, { length: 1000 }))).toBe("done");
    expect(typeOf(await put(whole, 1, 2, { length: 3000 }))).toBe("done");
    expect(typeOf(await put(randomBytes(16), 0, 1, { length: 3000 }))).toBe("space-full");
    await admit();
    await pushRest(1);
    expect(typeOf(await put(randomBytes(16), 0, 1, { sequence: 2, length: 3000 }))).toBe("done");
  });

  test("until a members or a drop statement comes, and none that is older than one", async () => {
    const { one, space, put, get, admit, pushRest, write, replica } = await begin();
    const version = randomBytes(16);
    await put(version, 0, 1);
    await admit();
    await pushRest(1);
    expect(await one.ask({ type: "state", space })).toMatchObject({ last: 2, snapshots: [] });
    expect(typeOf(await get(0))).toBe("no-snapshot");
    expect(typeOf(await put(version, 0, 1, { sequence: 1 }))).toBe("snapshot-stale");
    expect(typeOf(await put(version, 0, 1, { sequence: 2 }))).toBe("done");
    // Records make none stale, a deletion does: the first part is gone with it, and the second is refused.
    const id = await write("x");
    await pushRest(2);
    expect(typeOf(await put(version, 0, 2, { sequence: 2 }))).toBe("done");
    must(await replica.write({ type: "delete", scope: "own", id }));
    await pushRest(3);
    expect(typeOf(await put(version, 1, 2, { sequence: 2 }))).toBe("snapshot-stale");
    expect(typeOf(await get(0))).toBe("no-snapshot");
    const { last } = await one
      .ask({ type: "state", space })
      .then((state) => (state.type === "state" ? state : { last: 0 }));
    expect(typeOf(await put(version, 1, 2, { sequence: last }))).toBe("done");
    expect(typeOf(await get(0))).toBe("no-snapshot");
  });

  test("no longer than until a statement that is taken while one is being written", async () => {
    const memory = createMemoryMailboxStore();
    const isWritten = Promise.withResolvers<null>();
    const mayAnswer = Promise.withResolvers<null>();
    const writeSnapshot: MailboxStore["writeSnapshot"] = async (...asked) => {
      const written = await memory.writeSnapshot(...asked);
      isWritten.resolve(null);
      await mayAnswer.promise;
      return written;
    };
    const { one, space, put, get, admit, pushRest } = await begin({}, { ...memory, writeSnapshot });
    await admit();
    const answer = put(randomBytes(16), 0, 1);
    await isWritten.promise;
    await pushRest(1);
    mayAnswer.resolve(null);
    expect(typeOf(await answer)).toBe("snapshot-stale");
    expect(await one.ask({ type: "state", space })).toMatchObject({ snapshots: [] });
    expect(typeOf(await get(0))).toBe("no-snapshot");
  });

  test("not beyond a leave, and takes none for a space that is closed", async () => {
    const { one, space, put, get, replica, store } = await begin();
    await put(randomBytes(16), 0, 1);
    must(await replica.leave());
    const [entry] = must(await replica.entriesFor({ heads: [], wanted: [], missing: [] }, 1));
    if (entry === undefined) throw new Error("a closed space has its leave entry");
    expect(typeOf(await one.ask({ type: "leave", space, entry }))).toBe("left");
    expect(typeOf(await get(0))).toBe("no-snapshot");
    expect(typeOf(await put(randomBytes(16), 0, 1, { sequence: 99 }))).toBe("space-closed");
    expect(must(await store.load(space))).toBeNull();
  });
});
