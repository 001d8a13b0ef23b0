import { parseEpochMs, parseRecordId, type Instant, type RecordId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { bytesToHex, createEpochKey, randomBytes, revealSecret, wrappingKeyFrom } from "../crypto/door.ts";
import { decodeEntry, encodeEntry, ENTRY_KINDS, withoutBody } from "../envelope/entry.ts";
import { epochIdFrom, NO_ENTRY } from "../envelope/ids.ts";
import { sealEntry, statementEntry } from "../envelope/make-entry.ts";
import type { LogStore } from "../log/log-store.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import { createDeviceKeys, createMemberId, deviceCardOf, type DeviceKeys } from "./device-keys.ts";
import { encodeDropStatement } from "./drop-statement.ts";
import { foundSpace, openReplica, type Replica } from "./replica.ts";
import { activeDevices } from "./roster.ts";

const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${result.error.type}`);
  return result.value;
};
const faultOf = (result: { type: "ok" } | { type: "error"; error: { type: string } }): string =>
  result.type === "error" ? result.error.type : "no fault";

const wall = (): Instant => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));
const newId = (): RecordId => must(parseRecordId(bytesToHex(randomBytes(16))));

interface Phone {
  readonly keys: DeviceKeys;
  readonly store: LogStore;
  readonly replica: Replica;
}

const found = async (maxMembers: 1 | 2, member = createMemberId()): Promise<Phone> => {
  const [keys, store] = [createDeviceKeys(member), createMemoryLogStore()];
  return { keys, store, replica: must(await foundSpace({ store, keys, wall }, maxMembers)) };
};

const newPhone = async ({ space }: Replica, member = createMemberId()): Promise<Phone> => {
  const [keys, store] = [createDeviceKeys(member), createMemoryLogStore()];
  return { keys, store, replica: must(await openReplica({ store, keys, wall }, space)) };
};

const join = async (by: Phone, member?: Phone["keys"]["member"]): Promise<Phone> => {
  const phone = await newPhone(by.replica, member);
  must(await by.replica.admit(await deviceCardOf(phone.keys)));
  await sync(by, phone);
  return phone;
};

const pull = async (from: Phone, to: Phone): Promise<readonly string[]> => {
  const batch = must(await from.replica.entriesFor(to.replica.summary(), 500));
  return must(await to.replica.receive(batch)).refused.map(({ type }) => type);
};
const sync = async (one: Phone, other: Phone): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    await pull(one, other);
    await pull(other, one);
  }
};
const texts = ({ replica }: Phone): readonly string[] =>
  [...replica.state().own.values()].flatMap((record) => (record.type === "present" ? [record.last.text] : [])).sort();
const put = (phone: Phone, text: string, id = newId()) => phone.replica.write({ type: "put", id, text });

describe("two people's space", () => {
  test("shows what each writes on all their devices, own records under their author only", async () => {
    const ada = await found(2);
    const ben = await join(ada);
    const [id, shared] = [newId(), newId()];
    must(await put(ada, "by ada", id));
    must(await put(ben, "by ben", id));
    must(await ada.replica.write({ type: "set", id: shared, fields: [{ name: "title", value: "walk" }] }));
    await sync(ada, ben);
    must(await ben.replica.write({ type: "set", id: shared, fields: [{ name: "day", value: "Friday" }] }));
    await sync(ada, ben);
    expect(texts(ada)).toEqual(["by ada", "by ben"]);
    expect(texts(ben)).toEqual(texts(ada));
    const record = ada.replica.state().shared.get(shared);
    expect(record?.type === "present" ? [...record.fields.keys()] : []).toEqual(["title", "day"]);
  });

  test("takes nobody else in, and one's own space no second person", async () => {
    const ada = await found(2);
    await join(ada);
    const stranger = await newPhone(ada.replica);
    expect(faultOf(await ada.replica.admit(await deviceCardOf(stranger.keys)))).toBe("not-allowed");
    const mine = await found(1);
    expect(faultOf(await mine.replica.admit(await deviceCardOf(stranger.keys)))).toBe("not-allowed");
    expect(faultOf(await put(stranger, "?"))).toBe("not-a-member");
  });

  test("lets a second own device read what was written before it came", async () => {
    const ada = await found(1);
    must(await put(ada, "before"));
    const second = await join(ada, ada.keys.member);
    expect(texts(second)).toEqual(["before"]);
    must(await put(second, "after"));
    await sync(ada, second);
    const third = await join(second, ada.keys.member);
    expect(texts(third)).toEqual(["after", "before"]);
  });

  test("gives a removed device nothing that is written afterwards, and takes nothing from it", async () => {
    const ada = await found(2);
    const [ben, lost] = [await join(ada), await join(ada, ada.keys.member)];
    must(await put(lost, "while it was hers"));
    await sync(ada, lost);
    must(await put(lost, "never received"));
    must(await ada.replica.remove(lost.keys.device));
    await sync(ada, ben);
    must(await put(ada, "secret"));
    must(await put(ben, "secret too"));
    await sync(ada, ben);
    expect(faultOf(await ben.replica.remove(ada.keys.device))).toBe("not-allowed");
    // The thief has everything that is on the wire, and goes on writing.
    must(await put(lost, "forbidden"));
    await sync(ben, lost);
    expect(texts(lost)).toEqual(["while it was hers"]);
    expect(texts(ben)).toEqual(["secret", "secret too", "while it was hers"]);
    await sync(ada, ben);
    expect(texts(ada)).toEqual(texts(ben));
    expect(faultOf(await put(lost, "forbidden"))).toBe("not-a-member");
    expect(activeDevices(ben.replica.roster() ?? { devices: new Map(), epochs: new Map() })).toHaveLength(2);
  });

  test("refuses an entry under an epoch in which its author had no part", async () => {
    const ada = await found(2);
    const ben = await join(ada);
    const epoch = [...(ada.replica.roster()?.epochs.keys() ?? [])][0];
    const place = { space: ada.replica.space, device: ben.keys.device, counter: 1, previous: NO_ENTRY };
    // The founding epoch, which only Ada had.
    if (epoch === undefined) throw new Error("no epoch");
    const forged = must(
      await sealEntry(place, { id: epoch, key: createEpochKey() }, ben.keys.signing, new Uint8Array(9)),
    );
    const report = must(await ada.replica.receive([encodeEntry(forged.entry)]));
    expect(report.refused).toEqual([{ type: "wrong-epoch" }]);
    const unknown = { id: epochIdFrom(randomBytes(16)), key: createEpochKey() };
    const early = must(await sealEntry(place, unknown, ben.keys.signing, new Uint8Array(9)));
    const later = must(await ada.replica.receive([encodeEntry(early.entry)]));
    expect([later.taken, later.waiting]).toEqual([0, 1]);
  });
});

describe("deleting", () => {
  test("drops the bodies everywhere, also on a device that gets them late, and nothing revives them", async () => {
    const ada = await found(2);
    const ben = await join(ada);
    const id = newId();
    must(await put(ada, "canary", id));
    const late = must(await ada.replica.entriesFor(ben.replica.summary(), 9));
    must(await ada.replica.write({ type: "delete", scope: "own", id }));
    await sync(ada, ben);
    must(await ben.replica.receive(late));
    for (const { store, replica } of [ada, ben]) {
      expect([...replica.state().own.values()].map(({ type }) => type)).toEqual(["deleted"]);
      const stored = must(await store.read(replica.space, 0, 99)).map(({ bytes }) => must(decodeEntry(bytes)));
      const bodiless = stored.filter(({ kind, body }) => kind === ENTRY_KINDS.record && body === null);
      expect(bodiless).toHaveLength(1);
    }
    expect(ben.replica.summary().wanted).toEqual([]);
    const again = await join(ada, ada.keys.member);
    expect(texts(again)).toEqual([]);
  });

  test("of another's record is not possible, neither by deleting nor by dropping its body", async () => {
    const ada = await found(2);
    const ben = await join(ada);
    const id = newId();
    must(await put(ada, "hers", id));
    await sync(ada, ben);
    must(await ben.replica.write({ type: "delete", scope: "own", id }));
    const head = ben.replica.summary().heads.find(({ device }) => device === ben.keys.device);
    if (head === undefined) throw new Error("no head");
    const place = { space: ada.replica.space, device: head.device, counter: head.counter + 1, previous: head.id };
    const places = [1, 2, 3, 4].map((counter) => ({ device: ada.keys.device, counter }));
    const drop = must(await statementEntry(place, ENTRY_KINDS.drop, ben.keys.signing, encodeDropStatement(places)));
    await sync(ada, ben);
    must(await ada.replica.receive([encodeEntry(drop.entry)]));
    expect(texts(ada)).toEqual(["hers"]);
  });

  test("stays done after a crash between the statement and the storage", async () => {
    const ada = await found(1);
    const id = newId();
    must(await put(ada, "canary", id));
    const failing: LogStore = {
      ...ada.store,
      dropBodies: async () => ({ type: "error", error: { type: "storage-failed" } }),
    };
    const crashed = must(await openReplica({ store: failing, keys: ada.keys, wall }, ada.replica.space));
    await crashed.write({ type: "delete", scope: "own", id });
    must(await openReplica({ store: ada.store, keys: ada.keys, wall }, ada.replica.space));
    const stored = must(await ada.store.read(ada.replica.space, 0, 99)).map(({ bytes }) => must(decodeEntry(bytes)));
    expect(stored.filter(({ kind, body }) => kind === ENTRY_KINDS.record && body === null)).toHaveLength(1);
  });
});

describe("a body that was stripped on the way", () => {
  test("is asked for and taken when it comes", async () => {
    const ada = await found(2);
    const ben = await join(ada);
    must(await put(ada, "whole"));
    const batch = must(await ada.replica.entriesFor(ben.replica.summary(), 9));
    const stripped = batch.map((bytes) => encodeEntry(withoutBody(must(decodeEntry(bytes)))));
    must(await ben.replica.receive(stripped));
    expect(texts(ben)).toEqual([]);
    expect(ben.replica.summary().wanted).toHaveLength(1);
    await sync(ada, ben);
    expect(texts(ben)).toEqual(["whole"]);
    const reopened = must(await openReplica({ store: ben.store, keys: ben.keys, wall }, ben.replica.space));
    expect(texts({ ...ben, replica: reopened })).toEqual(["whole"]);
  });
});

describe("leaving", () => {
  test("empties the leaver at once and the other when it hears of it; nothing revives the space", async () => {
    const ada = await found(2);
    const ben = await join(ada);
    must(await put(ada, "shared once"));
    await sync(ada, ben);
    const old = must(await ada.replica.entriesFor({ heads: [], wanted: [], missing: [] }, 99));
    must(await ada.replica.leave());
    expect(ada.replica.isClosed()).toBe(true);
    expect(texts(ada)).toEqual([]);
    expect(must(await ada.store.read(ada.replica.space, 0, 9))).toEqual([]);
    expect(() => revealSecret(ada.keys.signing)).toThrow("destroyed");
    await pull(ada, ben);
    expect(ben.replica.isClosed()).toBe(true);
    for (const phone of [ada, ben]) {
      const report = must(await phone.replica.receive(old));
      expect(new Set(report.refused.map(({ type }) => type))).toEqual(new Set(["space-closed"]));
      expect(faultOf(await put(phone, "?"))).toBe("space-closed");
      const keys = createDeviceKeys(phone.keys.member);
      const reopened = must(await openReplica({ store: phone.store, keys, wall }, phone.replica.space));
      expect(reopened.isClosed()).toBe(true);
      // A third device, or a relay that lost everything, gets the leave entry and nothing else.
      const pushed = must(await reopened.entriesFor({ heads: [], wanted: [], missing: [] }, 99)).map(
        (bytes) => must(decodeEntry(bytes)).kind,
      );
      expect(pushed).toEqual([ENTRY_KINDS.leave]);
    }
  });

  test("cannot be done for somebody by a stranger or by a device that was removed", async () => {
    const ada = await found(2);
    const [ben, lost] = [await join(ada), await join(ada, ada.keys.member)];
    must(await ada.replica.remove(lost.keys.device));
    await sync(ada, ben);
    must(await lost.replica.leave());
    await pull(lost, ben);
    expect(ben.replica.isClosed()).toBe(false);
    const place = { space: ada.replica.space, device: ada.keys.device, counter: 99, previous: NO_ENTRY };
    const forged = must(await statementEntry(place, ENTRY_KINDS.leave, ben.keys.signing, Uint8Array.of(1)));
    expect(must(await ada.replica.receive([encodeEntry(forged.entry)])).refused).toEqual([{ type: "forged" }]);
    expect(ada.replica.isClosed()).toBe(false);
  });
});

describe("a key that somebody in the space lacks", () => {
  test("is passed on when they ask, also after the storage refused it once, and not again and again", async () => {
    const ada = await found(2);
    const ben = await join(ada);
    await sync(ada, ben);
    // Ben writes without having heard of Ada's second phone: that one lacks the key.
    const second = await newPhone(ada.replica, ada.keys.member);
    must(await ada.replica.admit(await deviceCardOf(second.keys)));
    must(await put(ben, "under the old key"));
    must(await ben.replica.admit(await deviceCardOf(createDeviceKeys(ben.keys.member))));
    must(await put(ben, "under a key for the others"));
    await pull(ada, second);
    await pull(ben, second);
    const { missing } = second.replica.summary();
    expect(missing).toHaveLength(1);
    let isFailing = true;
    const store: LogStore = {
      ...ben.store,
      append: async (...args) =>
        isFailing ? { type: "error", error: { type: "storage-full" } } : ben.store.append(...args),
    };
    const again = { ...ben, replica: must(await openReplica({ store, keys: ben.keys, wall }, ben.replica.space)) };
    isFailing = false;
    await pull(ada, again);
    isFailing = true;
    await pull(again, second);
    isFailing = false;
    await pull(again, second);
    expect(second.replica.summary().missing).toEqual([]);
    expect(texts(second)).toContain("under a key for the others");
    const head = (phone: Phone) =>
      phone.replica.summary().heads.find(({ device }) => device === ben.keys.device)?.counter;
    const before = head(again);
    must(await again.replica.entriesFor({ heads: [], wanted: [], missing }, 99));
    expect(head(again)).toBe(before);
  });
});

describe("writes that come together", () => {
  test("are kept in one append, each with its own result, and in the order in which they were asked for", async () => {
    const ada = await found(2);
    const [ben, lost] = [await join(ada), await join(ada, ada.keys.member)];
    await sync(ada, ben);
    await put(ada, "begins the epoch");
    let appends = 0;
    const counting: LogStore = { ...ada.store, append: (...args) => ((appends += 1), ada.store.append(...args)) };
    const replica = must(await openReplica({ store: counting, keys: ada.keys, wall }, ada.replica.space));
    const writes = Array.from({ length: 50 }, (_, index) =>
      replica.write({ type: "put", id: newId(), text: index === 7 ? "\ud800" : `write ${index}` }),
    );
    // What was asked for after the removal must not come before it, under the key that the removed device has.
    const removal = replica.remove(lost.keys.device);
    const secret = replica.write({ type: "put", id: newId(), text: "secret" });
    const outcomes = (await Promise.all(writes)).map(faultOf);
    expect(outcomes.filter((outcome) => outcome === "no fault")).toHaveLength(49);
    expect(outcomes[7]).toBe("unwritable-change");
    expect([faultOf(await removal), faultOf(await secret), appends]).toEqual(["no fault", "no fault", 3]);
    await sync({ ...ada, replica }, lost);
    expect(texts(lost)).toContain("write 49");
    expect(texts(lost)).not.toContain("secret");
  });

  test("find what they delete, also if it was put just before", async () => {
    const ada = await found(1);
    const id = newId();
    const asked = [put(ada, "canary", id), ada.replica.write({ type: "delete", scope: "own", id }), put(ada, "stays")];
    (await Promise.all(asked)).forEach(must);
    expect(texts(ada)).toEqual(["stays"]);
    const stored = must(await ada.store.read(ada.replica.space, 0, 99)).map(({ bytes }) => must(decodeEntry(bytes)));
    expect(stored.filter(({ kind, body }) => kind === ENTRY_KINDS.record && body === null)).toHaveLength(1);
  });
});

describe("two processes on one store", () => {
  test("both write, and neither loses or doubles anything", async () => {
    const ada = await found(1);
    const other = must(await openReplica({ store: ada.store, keys: ada.keys, wall }, ada.replica.space));
    const wanted = Array.from({ length: 20 }, (_, index) => `write ${index}`);
    await Promise.all(
      wanted.map((text, index) => (index % 2 === 0 ? ada.replica : other).write({ type: "put", id: newId(), text })),
    );
    for (const replica of [ada.replica, other]) {
      must(await replica.refresh());
      expect(texts({ ...ada, replica })).toEqual(wanted.toSorted());
    }
  });
});

describe("who listens to a replica", () => {
  test("hears after each change, by whomever, that state, roster or closedness differ, and nothing else", async () => {
    const ada = await found(2);
    const ben = await newPhone(ada.replica);
    const heard: string[] = [];
    const end = ben.replica.subscribe(() => {
      const { size } = ben.replica.state().own;
      heard.push(ben.replica.isClosed() ? "closed" : `${ben.replica.roster()?.devices.size} devices, ${size} records`);
    });
    ben.replica.subscribe(() => {
      throw new Error("a view that fails");
    });
    must(await ada.replica.admit(await deviceCardOf(ben.keys)));
    await pull(ada, ben);
    await pull(ada, ben);
    must(await put(ben, "own"));
    expect(heard).toEqual(["2 devices, 0 records", "2 devices, 1 records"]);
    const tab = must(await openReplica({ ...ben, wall }, ben.replica.space));
    must(await tab.write({ type: "put", id: newId(), text: "from another tab" }));
    must(await ben.replica.refresh());
    expect(heard.slice(2)).toEqual(["2 devices, 2 records"]);
    must(await ada.replica.leave());
    await pull(ada, ben);
    expect(heard.slice(3)).toEqual(["closed"]);
    end();
    must(await ben.replica.refresh());
    expect(heard).toHaveLength(4);
  });
});

describe("a storage that fails", () => {
  test("is said, and what was not kept is not shown", async () => {
    const ada = await found(2);
    const ben = await join(ada);
    const full: LogStore = { ...ben.store, append: async () => ({ type: "error", error: { type: "storage-full" } }) };
    const replica = must(await openReplica({ store: full, keys: ben.keys, wall }, ben.replica.space));
    expect(faultOf(await replica.write({ type: "put", id: newId(), text: "?" }))).toBe("storage-full");
    must(await put(ada, "from ada"));
    const batch = must(await ada.replica.entriesFor(replica.summary(), 9));
    expect(faultOf(await replica.receive(batch))).toBe("storage-full");
    expect(texts({ ...ben, replica })).toEqual([]);
    expect(texts({ ...ben, replica: must(await openReplica({ ...ben, wall }, ben.replica.space)) })).toEqual([]);
    await sync(ada, ben);
    expect(texts(ben)).toEqual(["from ada"]);
  });
});

describe("a device that cannot be wrapped to", () => {
  test("is not admitted", async () => {
    const ada = await found(2);
    const card = await deviceCardOf(createDeviceKeys(createMemberId()));
    const zero = wrappingKeyFrom(new Uint8Array(32));
    if (zero === undefined) throw new Error("no key");
    expect(faultOf(await ada.replica.admit({ ...card, wrappingKey: zero }))).toBe("unusable-key");
  });
});
