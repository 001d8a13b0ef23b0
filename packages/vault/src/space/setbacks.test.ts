import fc from "fast-check";
import { parseEpochMs } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { randomBytes } from "../crypto/door.ts";
import type { LogStore } from "../log/log-store.ts";
import { createMemoryBlobStore } from "../log/memory-blob-store.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import { createContentReader } from "./snapshot-content.ts";
import { decodeSnapshot } from "./snapshot-envelope.ts";
import { snapshotName } from "./snapshot-keeper.ts";
import { encodeContent } from "./snapshot-writing.ts";
import { decodeEntry } from "../envelope/entry.ts";
import {
  admitPhone,
  faultOf,
  foundPhone,
  must,
  newId,
  pull,
  put,
  reopen,
  sync,
  textsOf,
  viewOf,
  wall,
  type Phone,
} from "./two-devices.contract.ts";

/** A copy of the phone as its storage is now: what a backup of the whole phone would bring back. */
const copyOf = async (phone: Phone): Promise<Phone> => {
  const [store, blobs] = [createMemoryLogStore(), createMemoryBlobStore()];
  const { space } = phone.replica;
  for (const { id, bytes } of must(await phone.store.read(space, 0, 9999))) {
    must(await store.append(space, [{ id, entry: must(decodeEntry(bytes)) }]));
  }
  const snapshot = must(await phone.blobs.read(snapshotName(space)));
  if (snapshot !== null) must(await blobs.write(snapshotName(space), snapshot));
  const copy = { ...phone, store, blobs };
  return { ...copy, replica: await reopen(copy) };
};

const pair = async () => {
  const ada = await foundPhone(2);
  const ben = await admitPhone(ada);
  await sync(ada, ben);
  await put(ada, "before");
  await sync(ada, ben);
  return { ada, ben };
};

describe("a storage that was set back to an older copy", () => {
  test("takes its own later entries from others and goes on, if nothing was written since", async () => {
    const { ada, ben } = await pair();
    must(await ada.replica.keepSnapshot());
    const old = await copyOf(ada);
    await put(ada, "after the copy");
    await sync(ada, ben);
    await pull(ben, old);
    expect(textsOf(old.replica)).toEqual(["after the copy", "before"]);
    expect(old.replica.health().forkedAt).toBeNull();
    await put(old, "goes on");
    await sync(old, ben);
    expect(textsOf(ben.replica)).toEqual(["after the copy", "before", "goes on"]);
  });

  test.each([1, 3, 6])("and was written on %i times is told so by name, and writes no more", async (times) => {
    const { ada, ben } = await pair();
    const old = await copyOf(ada);
    for (let index = 0; index < 3; index += 1) await put(ada, `after the copy ${index}`);
    await sync(ada, ben);
    for (let index = 0; index < times; index += 1) await put(old, `on a branch ${index}`);
    await sync(old, ben);
    expect(old.replica.health().forkedAt).not.toBeNull();
    expect(faultOf(await old.replica.write({ type: "put", id: newId(), text: "?" }))).toBe("forked");
    expect(textsOf(ben.replica)).not.toContain("on a branch 0");
    expect(ben.replica.health().forkedAt).toBeNull();
    // It still reads what it had and what others write, and nothing is lost: it is admitted anew with another name.
    await put(ben, "his");
    await sync(old, ben);
    expect(textsOf(old.replica)).toContain("his");
    expect(textsOf(old.replica)).toContain("on a branch 0");
  });
});

describe("two that were offline for weeks", () => {
  test("with clocks wrong by decades, both ways, have everything of both afterwards, and the later edit of what was seen", async () => {
    const { ada, ben } = await pair();
    const wrong = (years: number) => () => must(parseEpochMs(wall() + years * 365 * 86_400_000));
    const [past, future] = [
      { ...ada, replica: await reopen(ada, { wall: wrong(-40) }) },
      { ...ben, replica: await reopen(ben, { wall: wrong(40) }) },
    ];
    const shared = newId();
    must(await future.replica.write({ type: "set", id: shared, fields: [{ name: "day", value: "in the future" }] }));
    await sync(past, future);
    for (let index = 0; index < 150; index += 1) {
      await put(past, `past ${index}`);
      await put(future, `future ${index}`);
    }
    must(await past.replica.write({ type: "set", id: shared, fields: [{ name: "day", value: "seen and changed" }] }));
    await sync(past, future);
    expect(textsOf(past.replica)).toHaveLength(301);
    expect(viewOf(past.replica.state())).toEqual(viewOf(future.replica.state()));
    const record = past.replica.state().shared.get(shared);
    expect(record?.type === "present" && record.fields.get("day")?.text).toBe("seen and changed");
  });
});

describe("a space with many epochs", () => {
  test("opens with all of their keys from the log, from the snapshot, and on a new device", async () => {
    const { ada, ben } = await pair();
    for (let index = 0; index < 25; index += 1) {
      const passing = await admitPhone(ada, ada.keys.member);
      await put(ada, `epoch ${index}`);
      must(await ada.replica.remove(passing.keys.device));
    }
    await sync(ada, ben);
    must(await ada.replica.keepSnapshot());
    const fresh = await admitPhone(ada, ada.keys.member);
    await sync(ada, fresh);
    for (const replica of [
      ben.replica,
      fresh.replica,
      await reopen(ada),
      await reopen(ada, { blobs: createMemoryBlobStore() }),
    ]) {
      expect(textsOf(replica)).toHaveLength(26);
      expect(replica.summary().missing).toEqual([]);
    }
  });
});

describe("a storage that fails in the middle", () => {
  test("leaves what was there, and the same call succeeds later", async () => {
    const { ada, ben } = await pair();
    const id = await put(ada, "to be deleted");
    for (const fault of ["storage-full", "read-only", "storage-failed"] as const) {
      const failing = { type: "error", error: { type: fault } } as const;
      let isFailing = true;
      const store: LogStore = {
        ...ada.store,
        append: async (...args) => (isFailing ? failing : ada.store.append(...args)),
      };
      const replica = await reopen(ada, { store });
      const before = viewOf(replica.state());
      const own = newId();
      expect(faultOf(await replica.write({ type: "put", id: own, text: fault }))).toBe(fault);
      expect(faultOf(await replica.write({ type: "delete", scope: "own", id }))).toBe(fault);
      await put(ben, `his ${fault}`);
      const batch = must(await ben.replica.entriesFor(replica.summary(), 99));
      expect(faultOf(await replica.receive(batch))).toBe(fault);
      expect(viewOf(replica.state())).toEqual(before);
      isFailing = false;
      must(await replica.write({ type: "put", id: own, text: fault }));
      expect(must(await replica.receive(batch)).taken).toBe(1);
      expect(textsOf(replica)).toEqual(expect.arrayContaining([fault, `his ${fault}`]));
    }
    const replica = await reopen(ada);
    must(await replica.write({ type: "delete", scope: "own", id }));
    await sync({ ...ada, replica }, ben);
    expect(textsOf(ben.replica)).not.toContain("to be deleted");
  });

  test("of which any byte is flipped loses no entry of others for good, and never shows what nobody wrote", async () => {
    const { ada, ben } = await pair();
    await put(ben, "his");
    await sync(ada, ben);
    const { space } = ada.replica;
    const stored = must(await ada.store.read(space, 0, 99));
    // Every field of an entry, and some places in its body.
    const places = stored.flatMap(({ id, bytes }) =>
      [...Array.from({ length: 28 }, (_, index) => index * 7), 200, bytes.length - 1].map((at) => ({ id, at })),
    );
    for (const { id, at } of places) {
      const spoil = (bytes: Uint8Array) =>
        new Uint8Array(bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte)));
      const spoiled = (entries: Awaited<ReturnType<LogStore["read"]>>) => ({
        type: "ok" as const,
        value: must(entries).map((entry) => (entry.id === id ? { ...entry, bytes: spoil(entry.bytes) } : entry)),
      });
      const store: LogStore = {
        ...ada.store,
        read: async (...args) => spoiled(await ada.store.read(...args)),
        readChain: async (...args) => spoiled(await ada.store.readChain(...args)),
      };
      const replica = await reopen(ada, { store, blobs: createMemoryBlobStore() });
      expect(["before", "his"]).toEqual(expect.arrayContaining([...textsOf(replica)]));
      for (let round = 0; round < 2; round += 1) {
        must(await replica.receive(must(await ben.replica.entriesFor(replica.summary(), 99))));
      }
      expect({ id, at, texts: textsOf(replica) }).toEqual({ id, at, texts: ["before", "his"] });
      expect(replica.health().forkedAt).toBeNull();
    }
  });
});

describe("the readers of snapshots", () => {
  test("never throw, and take only what was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await decodeSnapshot(bytes)).type).toBe("error");
        const reader = createContentReader();
        reader.add(bytes);
        expect(reader.content()).toBeUndefined();
      }),
    );
  });

  test("never throw on parts that were changed anywhere, and read them back if they were not", async () => {
    const { ada, ben } = await pair();
    must(await ben.replica.write({ type: "set", id: newId(), fields: [{ name: "day", value: "Friday" }] }));
    await sync(ada, ben);
    const chains = [
      { device: ada.keys.device, names: randomBytes(64), bits: Uint8Array.of(1, 2), records: randomBytes(32) },
    ];
    const place = { device: ada.keys.device, counter: 1 };
    const epoch = [...(ada.replica.roster()?.epochs.keys() ?? [])][0];
    if (epoch === undefined) throw new Error("no epoch");
    const rest = { sealed: [{ place, epoch }], pendingDrops: [{ place, by: place }] };
    const content = {
      sequence: 7,
      isAdopted: true,
      ownStamp: { ms: 5, tick: 2 },
      chains,
      ...rest,
      ...ada.replica.state(),
    };
    const parts = [...encodeContent(content)];
    const readAll = (some: readonly Uint8Array[]) => {
      const reader = createContentReader();
      const areGood = some.every((part) => reader.add(part));
      return areGood ? reader.content() : undefined;
    };
    const again = readAll(parts);
    expect(again && { ...again, own: [...again.own], shared: [...again.shared] }).toEqual({
      ...content,
      own: [...content.own],
      shared: [...content.shared],
    });
    for (const [index, part] of parts.entries()) {
      for (let at = 0; at < part.length; at += 1) {
        readAll(
          parts.with(
            index,
            part.map((byte, where) => (where === at ? byte ^ 0xff : byte)),
          ),
        );
        readAll(parts.with(index, part.subarray(0, at)));
      }
    }
  });
});
