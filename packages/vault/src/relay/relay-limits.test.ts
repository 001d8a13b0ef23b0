/** The limits of a relay, each by its name. */
import { describe, expect, test } from "vitest";
import { encodeEntry } from "../envelope/entry.ts";
import { NO_ENTRY } from "../envelope/ids.ts";
import { statementEntry } from "../envelope/make-entry.ts";
import { createDeviceKeys, createMemberId, deviceCardOf } from "../space/device-keys.ts";
import { openReplica } from "../space/replica.ts";
import type { MailboxStore } from "./mailbox-store.ts";
import { createMemoryMailboxStore } from "./memory-mailbox-store.ts";
import { createWorld, must, newSpace, reasonsOf, typeOf, wall } from "./relay-world.contract.ts";

describe("limits, each by its name", () => {
  test("connections, also of one address", async () => {
    const world = createWorld({ connections: 3, connectionsOfAddress: 2 });
    const all = [
      await world.connect("a"),
      await world.connect("a"),
      await world.connect("a"),
      await world.connect("b"),
      await world.connect("c"),
    ];
    expect(all.map(({ closed }) => closed())).toEqual([
      null,
      null,
      "too-many-connections",
      null,
      "too-many-connections",
    ]);
    all[0]?.connection?.gone();
    expect((await world.connect("c")).closed()).toBeNull();
  });

  test("entries of a space, bytes and new spaces of an address, with when to ask again", async () => {
    const world = createWorld({
      entriesOfSpace: { burst: 2, perSecond: 1 },
      newSpacesOfAddress: { burst: 2, perSecond: 0.1 },
      bytesOfAddress: { burst: 20_000, perSecond: 1000 },
    });
    const one = await world.connect();
    const [first, second, third] = [await newSpace(), await newSpace(), await newSpace()];
    const found = async ({ space, keys, all }: typeof first) => {
      await one.open(space, keys);
      return one.ask({ type: "push", space, entries: await all() });
    };
    expect(typeOf(await found(first))).toBe("pushed");
    expect(typeOf(await found(second))).toBe("pushed");
    expect(await found(third)).toMatchObject({ reason: "rate-of-address", retryAfterMs: 10_000 });
    const { space } = first;
    const entries = await first.all();
    expect(typeOf(await one.ask({ type: "push", space, entries }))).toBe("pushed");
    expect(await one.ask({ type: "push", space, entries })).toMatchObject({
      reason: "rate-of-space",
      retryAfterMs: 1000,
    });
    world.pass(1000);
    expect(typeOf(await one.ask({ type: "push", space, entries }))).toBe("pushed");
    const big = { type: "leave", space, entry: new Uint8Array(15_000) } as const;
    await one.ask(big);
    expect(typeOf(await one.ask(big))).toBe("rate-of-address");
    expect(typeOf(await (await world.connect("elsewhere")).ask(big))).toBe("not-proven");
  });

  test("the entries of one push", async () => {
    const world = createWorld({});
    const one = await world.connect();
    const { space, keys, all } = await newSpace();
    await one.open(space, keys);
    const entries = await all();
    const push = (count: number) =>
      one.ask({ type: "push", space, entries: Array.from({ length: count }, () => entries[0] ?? new Uint8Array(0)) });
    expect(typeOf(await push(257))).toBe("batch-too-large");
    expect(one.closed()).toBeNull();
    expect(typeOf(await push(256))).toBe("pushed");
  });

  test("the bytes of a space and the spaces of a connection", async () => {
    const world = createWorld({ bytesOfSpace: 900, spacesOfConnection: 1 });
    const one = await world.connect();
    const [first, second] = [await newSpace(), await newSpace()];
    await one.open(first.space, first.keys);
    await one.ask({ type: "push", space: first.space, entries: await first.all() });
    const place = {
      space: first.space,
      device: first.keys.device,
      counter: 2,
      previous: first.replica.summary().heads[0]?.id ?? NO_ENTRY,
    };
    const large = must(await statementEntry(place, 99, first.keys.signing, new Uint8Array(800)));
    const pushed = await one.ask({ type: "push", space: first.space, entries: [encodeEntry(large.entry)] });
    expect(typeOf(pushed)).toBe("space-full");
    expect(typeOf(await one.open(second.space, second.keys))).toBe("too-many-spaces");
  });

  test("a challenge that nobody answers, and a connection that says nothing", async () => {
    const world = createWorld({ challengeMs: 1000, idleMs: 5000 });
    const [silent, known] = [await world.connect(), await world.connect()];
    const { space, keys } = await newSpace();
    await known.open(space, keys);
    world.pass(1001);
    world.relay.tick();
    expect([silent.closed(), known.closed()]).toEqual(["challenge-timeout", null]);
    world.pass(5000);
    world.relay.tick();
    expect(known.closed()).toBe("idle");
  });

  test("a slow client is cut, the others go on", async () => {
    const world = createWorld({ unreadBytes: 1000 });
    const founder = await newSpace();
    const other = createDeviceKeys(createMemberId());
    must(await founder.replica.admit(await deviceCardOf(other)));
    const [one, slow] = [await world.connect(), await world.connect()];
    await one.open(founder.space, founder.keys);
    await one.ask({ type: "push", space: founder.space, entries: await founder.all() });
    await slow.open(founder.space, other);
    slow.setUnread(1001);
    const replica = must(await openReplica({ store: founder.store, keys: founder.keys, wall }, founder.space));
    must(await replica.admit(await deviceCardOf(createDeviceKeys(founder.keys.member))));
    const pushed = await one.ask({ type: "push", space: founder.space, entries: (await founder.all()).slice(-1) });
    expect(typeOf(pushed)).toBe("pushed");
    await expect.poll(slow.closed).toBe("slow");
    expect(world.counters.slowClients).toBe(1);
  });

  test.each(["storage-full", "read-only", "storage-failed"] as const)(
    "%s is answered by its name, and the relay goes on when it is over",
    async (type) => {
      const store = createMemoryMailboxStore();
      let isBroken = true;
      const failing: MailboxStore = {
        ...store,
        appendAt: async (space, entries) =>
          isBroken ? { type: "error", error: { type } } : store.appendAt(space, entries),
      };
      const world = createWorld({}, failing);
      const { space, keys, all } = await newSpace();
      const one = await world.connect();
      await one.open(space, keys);
      expect(typeOf(await one.ask({ type: "push", space, entries: await all() }))).toBe(type);
      isBroken = false;
      expect(reasonsOf(await one.ask({ type: "push", space, entries: await all() }))).toEqual([]);
      expect(must(await store.read(space, 0, 10))).toHaveLength(1);
    },
  );
});
