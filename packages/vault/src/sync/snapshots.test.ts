/** A new own device that begins with the snapshot of the one that paired it, and what is at the relay for it. */
import { describe, expect, test } from "vitest";
import type { MailboxStore } from "../relay/mailbox-store.ts";
import { createMemoryMailboxStore } from "../relay/memory-mailbox-store.ts";
import { createMemoryNetwork } from "../transport/memory-transport.ts";
import { textsOf, viewOf } from "../space/two-devices.contract.ts";
import {
  bodiesIn,
  couple,
  createPhone,
  idsIn,
  localText,
  must,
  newId,
  outcomeOf,
  relayOver,
  settle,
  textAtRelay,
  write,
  writeMany,
  type Phone,
} from "./sync-world.contract.ts";

describe("a new own device", () => {
  test("that begins with a snapshot becomes what one is that began with the log", async () => {
    const { network, ada, ben } = await couple(120);
    const fromLog = await createPhone(network, { by: ada, isOwn: true, isUntold: true });
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    expect(await outcomeOf(ada)).toBe("in-step");
    const reports: number[] = [];
    fresh.sync.subscribe(() => reports.push(...[...fresh.sync.reports().values()].map(({ pulled }) => pulled)));
    expect(await outcomeOf(fresh)).toBe("in-step");
    expect(fresh.adoptions).toEqual(["adopted"]);
    expect(Math.max(...reports)).toBe(0);
    expect(fresh.replica.health()).toEqual({ absent: 0, forkedAt: null });
    expect(await outcomeOf(fromLog)).toBe("in-step");
    expect(fromLog.adoptions).toEqual([]);
    for (const phone of [fresh, fromLog]) {
      expect(viewOf(phone.replica.state())).toEqual(viewOf(ada.replica.state()));
      expect(phone.replica.summary()).toEqual(ada.replica.summary());
      expect(await idsIn(phone)).toEqual(await idsIn(ada));
    }
    await write(fresh, "from the new one");
    await settle(fresh, ben, ada);
    expect(textsOf(ben.replica)).toContain("from the new one");
    expect(textsOf(ada.replica)).toContain("from the new one");
  });

  test(
    "that began with the log goes over to the snapshot when it comes, and has the rest little by little",
    { timeout: 60_000 },
    async () => {
      const { network, ada } = await couple(600);
      await outcomeOf(ada);
      let isFirst = true;
      const fresh = await createPhone(network, {
        ...{ by: ada, isOwn: true },
        wrap: (replica) => ({
          ...replica,
          receive: async (batch) => {
            const received = await replica.receive(batch);
            // While it has only the first portion, its host has put the snapshot.
            if (isFirst) {
              isFirst = false;
              await outcomeOf(ada);
            }
            return received;
          },
        }),
      });
      ada.awaited.pop();
      await outcomeOf(ada);
      ada.awaited.push(fresh.keys.device);
      fresh.sync.start();
      const patient = { timeout: 20_000 };
      await expect.poll(() => fresh.adoptions, patient).toEqual(["adopted"]);
      await expect.poll(() => textsOf(fresh.replica).length, patient).toBe(601);
      await expect.poll(() => fresh.replica.health().absent, patient).toBe(0);
      fresh.sync.stop();
      expect(await idsIn(fresh)).toEqual(await idsIn(ada));
    },
  );

  test("whose line is cut while it fetches a snapshot goes on where it was", { timeout: 60_000 }, async () => {
    const memory = createMemoryMailboxStore();
    const asked: number[] = [];
    let isToCut = true;
    const readSnapshot: MailboxStore["readSnapshot"] = async (space, device, part) => {
      asked.push(part);
      if (part === 3 && isToCut) {
        isToCut = false;
        await new Promise((resolve) => setTimeout(resolve, 50));
        network.cutAll();
      }
      return memory.readSnapshot(space, device, part);
    };
    const { network, ada } = await couple(20, { ...memory, readSnapshot });
    await writeMany(ada, 120, "a long text ".repeat(250));
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    await outcomeOf(ada);
    expect(await outcomeOf(fresh)).toBe("unreachable");
    expect(fresh.adoptions).toEqual([]);
    const before = asked.splice(0);
    await outcomeOf(fresh);
    expect(fresh.adoptions).toEqual(["adopted"]);
    expect([before.includes(0), asked.includes(0), asked.includes(3)]).toEqual([true, false, true]);
    expect(textsOf(fresh.replica)).toEqual(textsOf(ada.replica));
  });

  test("begins with the common space of its person in the same way, and the other person's phone gains nothing by it", async () => {
    const { network, store, ada, ben } = await couple();
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    await outcomeOf(ada);
    const state = must(await store.load(ada.replica.space));
    expect(state?.snapshots.map(({ device }) => device)).toEqual([ada.keys.device]);
    await settle(ben, fresh);
    expect([ben.adoptions, fresh.adoptions]).toEqual([[], ["adopted"]]);
  });
});

describe("a snapshot is put", () => {
  const snapshotsIn = async (store: MailboxStore, { replica }: Phone) =>
    must(await store.load(replica.space))?.snapshots ?? [];

  test("only while an own device that was paired here has not been heard of, and there is enough to put", async () => {
    const { network, store, ada, ben } = await couple(5);
    await settle(ada, ben);
    expect(await snapshotsIn(store, ada)).toEqual([]);
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    await outcomeOf(ada);
    expect(await snapshotsIn(store, ada)).toEqual([]);
    await writeMany(ada, 10);
    await outcomeOf(ada);
    const [first] = await snapshotsIn(store, ada);
    expect(first?.device).toBe(ada.keys.device);
    await writeMany(ada, 9);
    await outcomeOf(ada);
    expect(await snapshotsIn(store, ada)).toEqual([first]);
    await writeMany(ada, 9);
    await outcomeOf(ada);
    const [second] = await snapshotsIn(store, ada);
    expect(second?.version).not.toEqual(first?.version);
    // It has come and has written: nobody is waited for any more.
    await outcomeOf(fresh);
    await write(fresh, "here I am");
    await settle(fresh, ada);
    await writeMany(ada, 30);
    await outcomeOf(ada);
    expect(await snapshotsIn(store, ada)).toEqual([second]);
    // Another own device does not put any for who was paired elsewhere.
    const late = await createPhone(network, { by: ada, isOwn: true });
    ada.awaited.length = 0;
    fresh.awaited.push(late.keys.device);
    await settle(ada, ben, fresh);
    expect(await snapshotsIn(store, ada)).toEqual([]);
  });

  test("by nobody who lacks what the relay has, or an entry that a snapshot promised", async () => {
    const { network, store, ada } = await couple(30);
    const second = await createPhone(network, {
      by: ada,
      isOwn: true,
      wrap: (replica) => ({ ...replica, backfill: () => null }),
    });
    await outcomeOf(ada);
    await outcomeOf(second);
    expect(second.adoptions).toEqual(["adopted"]);
    expect(second.replica.health().absent).toBeGreaterThan(0);
    const third = await createPhone(network, { by: second, isOwn: true });
    await settle(second);
    expect(await snapshotsIn(store, second)).toEqual([]);
    await settle(ada, third);
    expect(textsOf(third.replica)).toEqual(textsOf(ada.replica));
  });

  test("once, after the epoch that had to begin for it", async () => {
    const memory = createMemoryMailboxStore();
    let puts = 0;
    const writeSnapshot: MailboxStore["writeSnapshot"] = async (...asked) => {
      puts += 1;
      return memory.writeSnapshot(...asked);
    };
    const { network, ada, ben } = await couple(20, { ...memory, writeSnapshot });
    // Both admit one at the same time: no epoch reaches all of them.
    const [fresh] = [
      await createPhone(network, { by: ada, isOwn: true }),
      await createPhone(network, { by: ben, isOwn: true }),
    ];
    ben.awaited.length = 0;
    await outcomeOf(ben);
    await settle(ada);
    expect(puts).toBe(1);
    await outcomeOf(fresh);
    expect(fresh.adoptions).toEqual(["adopted"]);
  });

  test("also when its line was lost, and made again, while it was being sealed", async () => {
    const store = createMemoryMailboxStore();
    const network = createMemoryNetwork(relayOver(store));
    let [isSealing, goOn] = [false, (): void => undefined];
    const ada = await createPhone(network, {
      wrap: (replica) => ({
        ...replica,
        snapshotFor: async () => {
          if (!isSealing) {
            isSealing = true;
            await new Promise<void>((resolve) => (goOn = resolve));
          }
          return replica.snapshotFor();
        },
      }),
    });
    await writeMany(ada, 20);
    await createPhone(network, { by: ada, isOwn: true });
    ada.sync.start();
    await expect.poll(() => isSealing).toBe(true);
    network.cutAll();
    expect(ada.sync.state().type).not.toBe("in-step");
    await expect.poll(() => ada.sync.state().type).toBe("in-step");
    goOn();
    await expect.poll(() => snapshotsIn(store, ada)).toHaveLength(1);
    ada.sync.stop();
  });

  test("anew when somebody else's statement has made the relay drop it", async () => {
    const { network, store, ada, ben } = await couple(20);
    await createPhone(network, { by: ada, isOwn: true });
    ada.sync.start();
    await expect.poll(() => snapshotsIn(store, ada)).toHaveLength(1);
    const [first] = await snapshotsIn(store, ada);
    await createPhone(network, { by: ben, isOwn: true });
    ben.awaited.length = 0;
    await outcomeOf(ben);
    await expect.poll(() => snapshotsIn(store, ada)).toHaveLength(1);
    const [second] = await snapshotsIn(store, ada);
    expect(second?.version).not.toEqual(first?.version);
    ada.sync.stop();
  });

  test("a few times and no more for a relay that forgets each one", async () => {
    const memory = createMemoryMailboxStore();
    let puts = 0;
    const writeSnapshot: MailboxStore["writeSnapshot"] = async () => {
      puts += 1;
      return { type: "ok", value: { type: "partial", bytes: 0 } };
    };
    const { network, ada } = await couple(20, { ...memory, writeSnapshot });
    await createPhone(network, { by: ada, isOwn: true });
    for (let round = 0; round < 12; round += 1) await outcomeOf(ada);
    expect(puts).toBe(6);
  });
});

describe("what was deleted", () => {
  test("before the new device came is neither on it nor at the relay", async () => {
    const { network, store, ada, ben } = await couple();
    const [own, shared] = [await write(ada, "kanarienvogel"), newId()];
    must(await ada.replica.write({ type: "set", id: shared, fields: [{ name: "day", value: "kanarienvogel" }] }));
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    await settle(ada, ben);
    expect(await textAtRelay(store, ada)).toContain("kanarienvogel");
    must(await ada.replica.write({ type: "delete", scope: "own", id: own }));
    must(await ada.replica.write({ type: "delete", scope: "shared", id: shared }));
    await settle(ada);
    const whole = await textAtRelay(store, ada);
    expect(whole).toContain("hers 1");
    expect(whole).not.toContain("kanarienvogel");
    await settle(fresh);
    expect(fresh.adoptions).toEqual(["adopted"]);
    expect(await localText(fresh)).toContain("hers 1");
    expect(await localText(fresh)).not.toContain("kanarienvogel");
    expect(viewOf(fresh.replica.state())).toEqual(viewOf(ada.replica.state()));
    // The bodies are nowhere: as many entries have one here and there as on the phone that deleted them.
    const bodies = await bodiesIn(ada.store, ada);
    expect([await bodiesIn(fresh.store, fresh), await bodiesIn(store, ada)]).toEqual([bodies, bodies]);
  });

  test("while the new device fetches ends that snapshot, and it goes on with the log", async () => {
    const memory = createMemoryMailboxStore();
    let onRead = async (): Promise<void> => undefined;
    const readSnapshot: MailboxStore["readSnapshot"] = async (...asked) => {
      await onRead();
      return memory.readSnapshot(...asked);
    };
    const { network, ada } = await couple(20, { ...memory, readSnapshot });
    const id = await write(ada, "kanarienvogel");
    const fresh = await createPhone(network, { by: ada, isOwn: true });
    await outcomeOf(ada);
    onRead = async () => {
      onRead = async () => undefined;
      ada.awaited.length = 0;
      must(await ada.replica.write({ type: "delete", scope: "own", id }));
      await outcomeOf(ada);
    };
    expect(await outcomeOf(fresh)).toBe("in-step");
    expect(fresh.adoptions).toEqual([]);
    expect(viewOf(fresh.replica.state())).toEqual(viewOf(ada.replica.state()));
    expect(textsOf(fresh.replica).join()).not.toContain("kanarienvogel");
  });

  test("is not brought back by a device that has not taken the deletion in", async () => {
    let isDeaf = false;
    const store = createMemoryMailboxStore();
    const network = createMemoryNetwork(relayOver(store));
    const ada = await createPhone(network, {
      wrap: (replica) => ({
        ...replica,
        receive: (batch) => replica.receive(isDeaf ? [] : batch),
      }),
    });
    const id = await write(ada, "kanarienvogel");
    await writeMany(ada, 20);
    const second = await createPhone(network, { by: ada, isOwn: true });
    await settle(ada, second);
    const third = await createPhone(network, { by: ada, isOwn: true });
    ada.awaited.length = 0;
    await settle(ada, second);
    ada.awaited.push(third.keys.device);
    must(await second.replica.write({ type: "delete", scope: "own", id }));
    isDeaf = true;
    await settle(second, ada);
    expect(textsOf(ada.replica)).toContain("kanarienvogel");
    expect(await textAtRelay(store, ada)).toBe("");
    isDeaf = false;
    await settle(ada);
    expect(await textAtRelay(store, ada)).toContain("x 1");
    expect(await textAtRelay(store, ada)).not.toContain("kanarienvogel");
  });

  test("after the new device began, and before it has the entries, goes there too", async () => {
    const { network, store, ada } = await couple(120);
    const id = await write(ada, "kanarienvogel");
    const fresh = await createPhone(network, {
      ...{ by: ada, isOwn: true },
      wrap: (replica) => ({ ...replica, backfill: () => null }),
    });
    await outcomeOf(ada);
    await outcomeOf(fresh);
    expect(fresh.replica.health().absent).toBeGreaterThan(0);
    expect(await localText(fresh)).toContain("kanarienvogel");
    must(await ada.replica.write({ type: "delete", scope: "own", id }));
    ada.awaited.length = 0;
    await outcomeOf(ada);
    await outcomeOf(fresh);
    expect(textsOf(fresh.replica).join()).not.toContain("kanarienvogel");
    expect(await localText(fresh)).not.toContain("kanarienvogel");
    expect(await textAtRelay(store, ada)).toBe("");
  });
});
