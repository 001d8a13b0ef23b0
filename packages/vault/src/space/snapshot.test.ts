import { describe, expect, test } from "vitest";
import { randomBytes } from "../crypto/door.ts";
import { decodeEntry } from "../envelope/entry.ts";
import type { LogStore } from "../log/log-store.ts";
import { snapshotName } from "./snapshot-keeper.ts";
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
  type Phone,
} from "./two-devices.contract.ts";

const nameOf = ({ replica }: Phone) => snapshotName(replica.space);
const snapshotOf = async (phone: Phone): Promise<Uint8Array | null> => must(await phone.blobs.read(nameOf(phone)));

/** A couple's phone with records of both, deleted ones, shared ones, one sealed to a key that it lacks, and a snapshot. */
const phoneWithSnapshot = async (): Promise<Phone & { readonly other: Phone }> => {
  const ada = await foundPhone(2);
  const ben = await admitPhone(ada);
  await sync(ada, ben);
  const id = await put(ada, "changed");
  await put(ada, "hers, changed", id);
  const deleted = await put(ada, "deleted");
  must(await ada.replica.write({ type: "delete", scope: "own", id: deleted }));
  await put(ben, "his");
  const walk = newId();
  must(await ben.replica.write({ type: "set", id: walk, fields: [{ name: "day", value: "Friday" }] }));
  await sync(ada, ben);
  must(await ada.replica.write({ type: "set", id: walk, fields: [{ name: "title", value: "walk" }] }));
  must(await ada.replica.write({ type: "delete", scope: "shared", id: newId() }));
  expect(must(await ada.replica.keepSnapshot())).toBe(true);
  return { ...ada, other: ben };
};

/** The store, and after which sequence numbers it was read. */
const watched = (store: LogStore): { readonly store: LogStore; readonly reads: number[] } => {
  const reads: number[] = [];
  return {
    reads,
    store: {
      ...store,
      read: (space, after, limit) => {
        reads.push(after);
        return store.read(space, after, limit);
      },
    },
  };
};

describe("a local snapshot", () => {
  test("and the log after it give what the whole log gives, without reading the rest of the log", async () => {
    const phone = await phoneWithSnapshot();
    await put(phone, "after the snapshot");
    const { store, reads } = watched(phone.store);
    const opened = await reopen(phone, { store });
    expect(Math.min(...reads)).toBeGreaterThan(10);
    must(await phone.blobs.remove(nameOf(phone)));
    const fromLog = await reopen(phone);
    for (const replica of [opened, fromLog]) {
      expect(viewOf(replica.state())).toEqual(viewOf(phone.replica.state()));
      expect(replica.summary()).toEqual(phone.replica.summary());
      expect(replica.roster()).toEqual(phone.replica.roster());
    }
    must(await opened.write({ type: "put", id: newId(), text: "goes on" }));
    await pull({ ...phone, replica: opened }, phone.other);
    expect(textsOf(phone.other.replica)).toContain("goes on");
  });

  test("is made in the background once enough has come, and again when as much has come since", async () => {
    const phone = await foundPhone(1);
    phone.replica = await reopen(phone, { snapshotAfter: () => 5 });
    for (let index = 0; index < 3; index += 1) await put(phone, "a few");
    expect(await snapshotOf(phone)).toBeNull();
    await put(phone, "enough");
    await expect.poll(() => snapshotOf(phone)).not.toBeNull();
    const first = await snapshotOf(phone);
    for (let index = 0; index < 5; index += 1) await put(phone, "more");
    await expect.poll(() => snapshotOf(phone)).not.toEqual(first);
  });

  test("with any byte changed, cut anywhere, or of another device is dropped, and the log is read", async () => {
    const phone = await phoneWithSnapshot();
    const whole = await snapshotOf(phone);
    if (whole === null) throw new Error("no snapshot");
    const flipped = Array.from({ length: 60 }, (_, index) => Math.floor((index * (whole.length - 1)) / 59)).map((at) =>
      whole.map((byte, index) => (index === at ? byte ^ 1 : byte)),
    );
    const cut = [0, 1, 90, whole.length - 1].map((length) => whole.slice(0, length));
    const others = await (async () => {
      must(await phone.other.replica.keepSnapshot());
      return snapshotOf(phone.other);
    })();
    const transfer = must(await phone.replica.snapshotFor());
    const head = whole.slice();
    head[0] = 2;
    for (const bytes of [...flipped, ...cut, head, transfer, others ?? whole, randomBytes(500)]) {
      must(await phone.blobs.write(nameOf(phone), bytes));
      const { store, reads } = watched(phone.store);
      const opened = await reopen(phone, { store });
      expect(reads).toContain(0);
      expect(viewOf(opened.state())).toEqual(viewOf(phone.replica.state()));
    }
  });

  test("is gone before a deletion is acknowledged, and an older one that is put back does not revive what was deleted", async () => {
    const phone = await phoneWithSnapshot();
    const id = await put(phone, "canary");
    must(await phone.replica.keepSnapshot());
    const old = await snapshotOf(phone);
    must(await phone.replica.write({ type: "delete", scope: "own", id }));
    expect(await snapshotOf(phone)).toBeNull();
    must(await phone.blobs.write(nameOf(phone), old ?? new Uint8Array(0)));
    const opened = await reopen(phone);
    expect(textsOf(opened)).not.toContain("canary");
    expect(await snapshotOf(phone)).toBeNull();
    expect(viewOf(opened.state())).toEqual(viewOf(phone.replica.state()));
  });

  test("is gone when another's drop comes in, by the network or from another tab", async () => {
    const phone = await phoneWithSnapshot();
    const id = await put(phone.other, "canary");
    await pull(phone.other, phone);
    must(await phone.replica.keepSnapshot());
    const tab = { ...phone, replica: await reopen(phone) };
    must(await phone.other.replica.write({ type: "delete", scope: "own", id }));
    await pull(phone.other, phone);
    expect(await snapshotOf(phone)).toBeNull();
    // The other tab has not heard of it and shows it still: it must not leave it behind in a snapshot.
    must(await tab.replica.keepSnapshot());
    expect(textsOf(tab.replica)).not.toContain("canary");
    const opened = await reopen(phone);
    expect(textsOf(opened)).not.toContain("canary");
  });

  test("is gone when the space is closed, by oneself or by the other, and does not reopen it", async () => {
    for (const isOwn of [true, false]) {
      const phone = await phoneWithSnapshot();
      const old = await snapshotOf(phone);
      const keys = { ...phone.keys };
      must(await (isOwn ? phone : phone.other).replica.leave());
      if (!isOwn) await pull(phone.other, phone);
      expect(await snapshotOf(phone)).toBeNull();
      must(await phone.blobs.write(nameOf(phone), old ?? new Uint8Array(0)));
      const opened = await reopen(phone, { keys });
      expect([opened.isClosed(), textsOf(opened)]).toEqual([true, []]);
      expect(await snapshotOf(phone)).toBeNull();
    }
  });

  test("that another process's log has overtaken with a drop is not left lying", async () => {
    const phone = await phoneWithSnapshot();
    const id = await put(phone, "canary");
    const tab = await reopen(phone);
    let isFirst = true;
    const blobs = {
      ...phone.blobs,
      write: async (name: ReturnType<typeof nameOf>, bytes: Uint8Array) => {
        // In the very moment between the last look and the writing.
        if (isFirst) must(await tab.write({ type: "delete", scope: "own", id }));
        isFirst = false;
        return phone.blobs.write(name, bytes);
      },
    };
    const slow = await reopen(phone, { blobs });
    expect(must(await slow.keepSnapshot())).toBe(false);
    expect(await snapshotOf(phone)).toBeNull();
  });

  test("that cannot be written harms nothing and is made later", async () => {
    const phone = await phoneWithSnapshot();
    const full = { ...phone.blobs, write: async () => ({ type: "error", error: { type: "storage-full" } }) as const };
    const replica = await reopen(phone, { blobs: full, snapshotAfter: () => 1 });
    must(await replica.write({ type: "put", id: newId(), text: "kept all the same" }));
    expect(faultOf(await replica.keepSnapshot())).toBe("storage-full");
    expect(textsOf(await reopen(phone))).toContain("kept all the same");
  });

  test("of a log that lost its end makes the device ask for that end again, and not write over it", async () => {
    const phone = await phoneWithSnapshot();
    const { space } = phone.replica;
    const entries = must(await phone.store.read(space, 0, 999)).map(({ id, bytes }) => ({
      id,
      entry: must(decodeEntry(bytes)),
    }));
    const damaged = await foundPhone(2);
    const own = entries.filter(({ entry }) => entry.device === phone.keys.device).at(-1);
    must(
      await damaged.store.append(
        space,
        entries.filter((entry) => entry !== own),
      ),
    );
    const replica = await reopen(phone, { store: damaged.store });
    expect(viewOf(replica.state())).toEqual(viewOf(phone.replica.state()));
    expect(replica.health().absent).toBe(1);
    await pull(phone, phone.other);
    const asked = replica.backfill();
    if (asked === null) throw new Error("nothing to ask for");
    must(await replica.receive(must(await phone.other.replica.entriesFor(asked, 99))));
    expect(replica.health()).toEqual({ absent: 0, forkedAt: null });
    must(await replica.write({ type: "put", id: newId(), text: "after" }));
    await pull({ ...phone, replica }, phone.other);
    expect(textsOf(phone.other.replica)).toContain("after");
  });
});
