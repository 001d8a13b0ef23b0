/** A new own device at a relay that withholds, alters, swaps and forgets snapshots, or brings back old ones. */
import { describe, expect, test } from "vitest";
import type { MailboxStore } from "../relay/mailbox-store.ts";
import { createMemoryMailboxStore } from "../relay/memory-mailbox-store.ts";
import { verifyingKeyOf, type Bytes } from "../crypto/door.ts";
import { textsOf, viewOf } from "../space/two-devices.contract.ts";
import {
  bodiesIn,
  couple,
  createPhone,
  idsIn,
  localText,
  must,
  outcomeOf,
  relayOver,
  settle,
  textAtRelay,
  write,
} from "./sync-world.contract.ts";

describe("a relay that", () => {
  const flip = (bytes: Bytes, at: number): Bytes => bytes.map((byte, index) => (index === at ? byte ^ 4 : byte));
  /** A store whose snapshots go through `change` when they are read. */
  const changing = (change: (bytes: Bytes) => Bytes | null): MailboxStore => {
    const memory = createMemoryMailboxStore();
    return {
      ...memory,
      readSnapshot: async (...asked) => {
        const read = must(await memory.readSnapshot(...asked));
        const bytes = read === null ? null : change(read.bytes);
        return { type: "ok", value: read === null || bytes === null ? null : { ...read, bytes } };
      },
    };
  };

  test.each([
    ["withholds it", () => null, []],
    ["flips a bit of its head", (bytes: Bytes) => flip(bytes, 60), ["forged"]],
    ["flips a bit of its statements", (bytes: Bytes) => flip(bytes, 300), ["forged"]],
    ["flips a bit of its parts", (bytes: Bytes) => flip(bytes, bytes.length - 9), ["forged"]],
    ["cuts it", (bytes: Bytes) => bytes.slice(0, -1), ["forged"]],
  ] as const)("%s is done without", async (_, change, adoptions) => {
    const { network, ada } = await couple(20, changing(change));
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    await outcomeOf(ada);
    await settle(fresh);
    expect(fresh.adoptions).toEqual(adoptions);
    expect(viewOf(fresh.replica.state())).toEqual(viewOf(ada.replica.state()));
    expect(await idsIn(fresh)).toEqual(await idsIn(ada));
  });

  test("does not understand them, as an older one, costs one connection: the log goes on without", async () => {
    const { network, store, ada } = await couple(20);
    const relay = relayOver(store);
    let puts = 0;
    network.setRelay({
      ...relay,
      connect: (peer, address) => {
        const connection = relay.connect(peer, address);
        if (connection === null) return null;
        const receive = (frame: Uint8Array): void => {
          // A snapshot that is put is a message of type 9.
          if (frame[0] !== 9) return connection.receive(frame);
          puts += 1;
          peer.close("malformed");
        };
        return { ...connection, receive };
      },
    });
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    const outcomes = [];
    for (let round = 0; round < 4; round += 1) outcomes.push(await outcomeOf(ada));
    await write(ada, "written later");
    await settle(ada, fresh);
    expect(outcomes.slice(1)).toEqual(["in-step", "in-step", "in-step"]);
    expect(puts).toBe(1);
    expect(textsOf(fresh.replica)).toEqual(textsOf(ada.replica));
  });

  test("gives another device's snapshot for the host's is done without", async () => {
    const memory = createMemoryMailboxStore();
    let other: Bytes = new Uint8Array(0);
    const readSnapshot: MailboxStore["readSnapshot"] = async (...asked) => {
      const read = must(await memory.readSnapshot(...asked));
      return { type: "ok", value: read === null ? null : { ...read, bytes: other } };
    };
    const { network, ada, ben } = await couple(20, { ...memory, readSnapshot });
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    await settle(ada, ben);
    other = must(await ben.replica.snapshotFor());
    await settle(fresh);
    expect(fresh.adoptions).toEqual(["not-trusted"]);
    expect(textsOf(fresh.replica)).toEqual(textsOf(ada.replica));
  });

  test("gives an older one of the host gains nothing: the newer entries come after it, deletions too", async () => {
    const memory = createMemoryMailboxStore();
    let isOld = false;
    let old: Awaited<ReturnType<MailboxStore["readSnapshot"]>> | null = null;
    const readSnapshot: MailboxStore["readSnapshot"] = async (...asked) =>
      isOld && old !== null ? old : memory.readSnapshot(...asked);
    const load: MailboxStore["load"] = async (space) => {
      const loaded = must(await memory.load(space));
      const part = isOld && old?.type === "ok" ? old.value : null;
      if (loaded === null || part === null) return { type: "ok", value: loaded };
      const snapshots = [{ device: ada.keys.device, version: part.version, parts: part.parts }];
      return { type: "ok", value: { ...loaded, snapshots } };
    };
    const { network, ada } = await couple(20, { ...memory, readSnapshot, load });
    const id = await write(ada, "kanarienvogel");
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    await outcomeOf(ada);
    old = await memory.readSnapshot(ada.replica.space, ada.keys.device, 0);
    must(await ada.replica.write({ type: "delete", scope: "own", id }));
    await write(ada, "later");
    ada.awaited.length = 0;
    await outcomeOf(ada);
    isOld = true;
    await settle(fresh);
    expect(fresh.adoptions).toEqual(["adopted"]);
    expect(textsOf(fresh.replica)).toEqual(textsOf(ada.replica));
    expect(textsOf(fresh.replica)).not.toContain("kanarienvogel");
    expect(await localText(fresh)).not.toContain("kanarienvogel");
    expect(await bodiesIn(fresh.store, fresh)).toBe(await bodiesIn(ada.store, ada));
  });

  test("does not give what it promised is asked once on each connection, and the device goes on", async () => {
    const memory = createMemoryMailboxStore();
    let isMean = false;
    let asked = 0;
    const readChain: MailboxStore["readChain"] = async (space, device, after, limit) => {
      const rows = must(await memory.readChain(space, device, after, limit));
      if (!isMean) return { type: "ok", value: rows };
      asked += 1;
      return { type: "ok", value: rows.filter(({ counter }) => counter !== 5 && counter < 40) };
    };
    const { network, ada } = await couple(60, { ...memory, readChain });
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    await outcomeOf(ada);
    isMean = true;
    await outcomeOf(fresh);
    expect(fresh.replica.health().absent).toBeGreaterThan(20);
    expect(asked).toBeLessThan(6);
    await write(fresh, "still here");
    expect(await outcomeOf(fresh)).toBe("in-step");
    isMean = false;
    await outcomeOf(fresh);
    expect(fresh.replica.health().absent).toBe(0);
    expect(await idsIn(fresh)).toEqual(
      must(await memory.read(ada.replica.space, 0, 999))
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe("a space that was left", () => {
  test("is not revived by a snapshot, at no relay, however old", async () => {
    const [now, yesterday] = [createMemoryMailboxStore(), createMemoryMailboxStore()];
    const { network, ada } = await couple(20, now);
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    await outcomeOf(ada);
    // Yesterday's copy of the relay has everything, the snapshot too.
    network.setRelay(relayOver(yesterday));
    await outcomeOf(ada);
    expect(await textAtRelay(yesterday, ada)).toContain("hers 1");
    network.setRelay(relayOver(now));
    await settle(fresh);
    const snapshot = must(await ada.replica.snapshotFor());
    const verifyingKey = await verifyingKeyOf(ada.keys.signing);
    must(await ada.replica.leave());
    expect([await outcomeOf(ada), await outcomeOf(fresh)]).toEqual(["left", "left"]);
    expect(await localText(fresh)).toBe("");
    network.setRelay(relayOver(yesterday));
    expect(await outcomeOf(fresh)).toBe("left");
    for (const { replica } of [ada, fresh]) {
      expect([replica.isClosed(), replica.state().own.size, replica.roster()]).toEqual([true, 0, null]);
    }
    expect(must(await yesterday.readSnapshot(ada.replica.space, ada.keys.device, 0))).toBeNull();
    const adopted = await fresh.replica.adoptSnapshot(snapshot, { device: ada.keys.device, verifyingKey });
    expect(adopted).toEqual({ type: "error", error: { type: "space-closed" } });
  });
});
