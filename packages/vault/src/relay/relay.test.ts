/** What the relay answers to strangers, forgers, the removed, the greedy and the slow. */
import { parseRecordId, type DeviceId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { createEpochKey, randomBytes, sign, utf8ToBytes, type Bytes } from "../crypto/door.ts";
import { decodeEntry, encodeEntry, ENTRY_KINDS, MAX_ENTRY_BYTES } from "../envelope/entry.ts";
import { epochIdFrom, NO_ENTRY } from "../envelope/ids.ts";
import { sealEntry, statementEntry } from "../envelope/make-entry.ts";
import { createDeviceKeys, deviceCardOf } from "../space/device-keys.ts";
import { openingProof } from "./protocol.ts";
import { encodeRequest } from "./requests.ts";

import { createWorld, must, newSpace, reasonsOf, typeOf } from "./relay-world.contract.ts";

describe("who may speak for a space", () => {
  test("a device of the roster, by a signature over this connection's challenge", async () => {
    const world = createWorld();
    const { space, keys, all } = await newSpace();
    const founder = await world.connect();
    expect(await founder.open(space, keys)).toMatchObject({ type: "state", standing: "waiting", heads: [] });
    expect(reasonsOf(await founder.ask({ type: "push", space, entries: await all() }))).toEqual([]);
    expect(await founder.ask({ type: "state", space })).toMatchObject({ standing: "member", last: 1 });
    const again = await world.connect();
    expect(await again.open(space, keys)).toMatchObject({ standing: "member" });
  });

  test("not with what was signed on another connection, for another space, or by another key", async () => {
    const world = createWorld();
    const { space, keys, all } = await newSpace();
    const other = await newSpace();
    const founder = await world.connect();
    await founder.open(space, keys);
    await founder.ask({ type: "push", space, entries: await all() });
    const thief = await world.connect();
    expect(typeOf(await thief.open(space, keys, founder.challenge))).toBe("not-proven");
    const forOther = await sign(keys.signing, openingProof(thief.challenge, other.space, keys.device));
    expect(typeOf(await thief.ask({ type: "open", space, device: keys.device, signature: forOther }))).toBe(
      "not-proven",
    );
    expect(typeOf(await thief.open(space, { device: keys.device, signing: other.keys.signing }))).toBe("not-proven");
    expect(typeOf(await thief.ask({ type: "pull", space, after: 0, limit: 9 }))).toBe("not-opened");
    // A device that the roster does not name waits: it reads nothing, and hears nothing of what comes.
    expect(await thief.open(space, other.keys)).toMatchObject({ standing: "waiting", heads: [], last: 0 });
    for (const body of [
      { type: "pull", space, after: 0, limit: 9 },
      { type: "pull-chain", space, device: keys.device, after: 0, limit: 9 },
      { type: "get-snapshot", space, device: keys.device, part: 0 },
      { type: "need", space, epochs: [] },
    ] as const) {
      expect(typeOf(await thief.ask(body))).toBe("not-a-member");
    }
  });

  test("not a removed device, from the moment when its removal came", async () => {
    const world = createWorld();
    const founder = await newSpace();
    const lostKeys = createDeviceKeys(founder.keys.member);
    must(await founder.replica.admit(await deviceCardOf(lostKeys)));
    const [one, lost] = [await world.connect(), await world.connect()];
    await one.open(founder.space, founder.keys);
    await one.ask({ type: "push", space: founder.space, entries: await founder.all() });
    expect(await lost.open(founder.space, lostKeys)).toMatchObject({ standing: "member" });
    must(await founder.replica.remove(lostKeys.device));
    await one.ask({ type: "push", space: founder.space, entries: await founder.all() });
    await expect.poll(() => lost.heard.at(-1)?.body).toMatchObject({ type: "state", standing: "removed", heads: [] });
    const { space } = founder;
    expect(typeOf(await lost.ask({ type: "pull", space, after: 0, limit: 9 }))).toBe("removed");
    expect(typeOf(await lost.ask({ type: "push", space, entries: [] }))).toBe("removed");
    expect(await (await world.connect()).open(space, lostKeys)).toMatchObject({ standing: "removed", heads: [] });
    // Nor through somebody else's connection.
    const place = { space, device: lostKeys.device, counter: 1, previous: NO_ENTRY };
    const late = encodeEntry(must(await statementEntry(place, 99, lostKeys.signing, Uint8Array.of(1))).entry);
    expect(reasonsOf(await one.ask({ type: "push", space, entries: [late] }))).toEqual(["removed-device"]);
  });
});

describe("what is pushed", () => {
  const begin = async () => {
    const world = createWorld();
    const founder = await newSpace();
    must(await founder.replica.write({ type: "put", id: must(parseRecordId("0".repeat(32))), text: "x" }));
    const one = await world.connect();
    await one.open(founder.space, founder.keys);
    const push = async (...entries: readonly Bytes[]) =>
      reasonsOf(await one.ask({ type: "push", space: founder.space, entries }));
    return { world, founder, one, push };
  };

  test("is taken once, in the order of its chain, and refused by name otherwise", async () => {
    const { founder, push } = await begin();
    const [founding, record] = await founder.all();
    if (founding === undefined || record === undefined) throw new Error("two entries were written");
    expect(await push(record)).toEqual(["unknown-device"]);
    expect(await push(founding)).toEqual([]);
    const { keys, space } = founder;
    const make = async (counter: number, previous = NO_ENTRY, kind = 99, device: DeviceId = keys.device) => {
      const place = { space, device, counter, previous };
      return encodeEntry(must(await statementEntry(place, kind, keys.signing, utf8ToBytes("y"))).entry);
    };
    expect(await push(await make(3))).toEqual(["gap"]);
    expect(await push(await make(2))).toEqual(["fork"]);
    expect(await push(await make(1))).toEqual(["fork"]);
    const [head] = founder.replica.summary().heads;
    const first = (await founder.own())[0];
    if (head === undefined || first === undefined) throw new Error("a chain has a head");
    const epoch = { id: epochIdFrom(randomBytes(16)), key: createEpochKey() };
    const place = { space, device: keys.device, counter: 2, previous: first.id };
    const stray = must(await sealEntry(place, epoch, keys.signing, utf8ToBytes("z")));
    expect(await push(encodeEntry(stray.entry))).toEqual(["unknown-epoch"]);
    expect(await push(await make(2, first.id, ENTRY_KINDS.leave))).toEqual(["leave"]);
    const bodiless = decodeEntry(await make(2, first.id));
    expect(await push(encodeEntry({ ...must(bodiless), body: null }))).toEqual(["missing-body"]);
    expect(await push(record, record)).toEqual([]);
    expect(await push(record)).toEqual([]);
    const other = await newSpace();
    expect(await push(...(await other.all()))).toEqual(["wrong-space"]);
    expect(await push(new Uint8Array(MAX_ENTRY_BYTES))).toEqual(["malformed"]);
    expect(await push(new Uint8Array(record).fill(2, 0, 1))).toEqual(["newer-version"]);
  });

  test("is refused with any one byte altered, and nothing of it is kept", async () => {
    const { founder, push, world } = await begin();
    const [founding, record] = await founder.all();
    if (founding === undefined || record === undefined) throw new Error("two entries were written");
    await push(founding);
    const flipped = Array.from({ length: record.length }, (_, at) =>
      record.map((byte, index) => (index === at ? byte ^ 0x10 : byte)),
    );
    let refused = 0;
    for (let at = 0; at < flipped.length; at += 200) refused += (await push(...flipped.slice(at, at + 200))).length;
    expect(refused).toBe(record.length);
    expect(must(await world.store.read(founder.space, 0, 10))).toHaveLength(1);
    expect(await push(record)).toEqual([]);
  });

  test("is refused as wrong-epoch from a device to which the epoch's key was never given", async () => {
    const { founder, push } = await begin();
    const late = createDeviceKeys(founder.keys.member);
    const before = [...(founder.replica.roster()?.epochs.keys() ?? [])][0];
    must(await founder.replica.admit(await deviceCardOf(late)));
    expect(await push(...(await founder.all()))).toEqual([]);
    if (before === undefined) throw new Error("the founding statement brings an epoch");
    const place = { space: founder.space, device: late.device, counter: 1, previous: NO_ENTRY };
    const entry = must(await sealEntry(place, { id: before, key: createEpochKey() }, late.signing, utf8ToBytes("z")));
    expect(await push(encodeEntry(entry.entry))).toEqual(["wrong-epoch"]);
  });
});

describe("hostile frames", () => {
  test("every byte of a recorded exchange flipped: no throw, and nothing is kept that was not signed", async () => {
    const world = createWorld({ newSpacesOfAddress: { burst: 1e6, perSecond: 1e6 } });
    const { space, keys, all } = await newSpace();
    const entries = await all();
    const signatureOf = (challenge: Bytes) => sign(keys.signing, openingProof(challenge, space, keys.device));
    const push = encodeRequest({ type: "push", request: 2, space, entries });
    const length = 117;
    for (let at = 0; at < length + push.length; at += 3) {
      const one = await world.connect();
      const open = encodeRequest({
        type: "open",
        request: 1,
        space,
        device: keys.device,
        signature: await signatureOf(one.challenge),
      });
      for (const [index, frame] of [open, push].entries()) {
        const from = index === 0 ? at : at - length;
        one.raw(frame.map((byte, place) => (place === from ? byte ^ 0x01 : byte)));
      }
      one.connection?.end("stopping");
    }
    await expect.poll(() => world.counters.connections).toBe(0);
    const kept = must(await world.store.read(space, 0, 100));
    expect(kept.every(({ bytes }) => entries.some((entry) => String(entry) === String(bytes)))).toBe(true);
  });

  test("a frame that is none ends the connection with its name", async () => {
    const world = createWorld();
    for (const bytes of [
      new Uint8Array(0),
      Uint8Array.of(1),
      Uint8Array.of(200, 0, 0, 0, 1),
      randomBytes(500),
      new Uint8Array(1_100_000),
    ]) {
      const one = await world.connect();
      one.raw(bytes);
      expect(one.closed()).toBe("malformed");
      expect(one.heard.at(-1)?.body).toMatchObject({ type: "refused", reason: "malformed" });
    }
    expect(world.counters.connections).toBe(0);
  });
});
