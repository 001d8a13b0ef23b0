/** Leaving while a pairing waits: in the same app, and in another tab or process on the same storage. Leaving always has the last word. */
import { describe, expect, test } from "vitest";
import { bytesToHex } from "../crypto/door.ts";
import { blobName } from "../log/blob-store.ts";
import {
  createWorld,
  faultOf,
  invitationOf,
  must,
  newPerson,
  openOf,
  pairPartners,
  PIN,
  proofOf,
  put,
  type Phone,
  type World,
} from "./device-world.contract.ts";

/** Another tab or process of the same phone. */
const alsoOpen = async (world: World, { storage }: Phone): Promise<Phone> => {
  const device = await world.open(storage);
  return { storage, device, open: openOf(device) };
};

const untilWords = async (host: Phone, guest: Phone) => {
  const invitation = must(await host.open.invitePartner());
  const [hostWords, guestWords] = await Promise.all([
    invitation.untilWords(),
    guest.open.acceptPartner(await invitationOf(invitation.text)),
  ]);
  return { host: must(hostWords), guest: must(guestWords) };
};

describe("leaving while a pairing waits", () => {
  test("calls off an invitation that nobody has answered yet, here or in another tab", async () => {
    for (const isElsewhere of [false, true]) {
      const world = createWorld();
      const ada = await newPerson(world);
      const other = isElsewhere ? await alsoOpen(world, ada) : ada;
      const words = must(await ada.open.invitePartner()).untilWords();
      must(await other.open.leave());
      must(await ada.open.refresh());
      expect(faultOf(await words)).toBe("left-meanwhile");
      expect(ada.open.couple()).toEqual({ type: "none" });
    }
  });

  test.each(["host", "guest"] as const)(
    "at the words, by the %s in another tab: nothing is gained although both say yes, and the other side ends too",
    async (leaver) => {
      for (const isTold of [false, true]) {
        const world = createWorld();
        const [ada, ben] = [await newPerson(world), await newPerson(world)];
        const words = await untilWords(ada, ben);
        const one = leaver === "host" ? ada : ben;
        must(await (await alsoOpen(world, one)).open.leave());
        // Told by another tab, or not yet: the storage knows.
        if (isTold) must(await one.open.refresh());
        const results = await Promise.all([words.host.confirm(), words.guest.confirm()]);
        const faults = results.map(faultOf);
        expect(leaver === "host" ? faults[0] : faults[1]).toBe("left-meanwhile");
        expect(leaver === "host" ? faults[1] : faults[0]).toBe("declined");
        expect([one.open.couple().type, one.open.ours()]).toEqual(["none", null]);
        // Whatever the other side founded in vain is out of the way of the next.
        await pairPartners(world, ada, ben);
        expect([ada, ben].map(({ open }) => open.couple().type)).toEqual(["paired", "paired"]);
      }
    },
  );

  test("at any moment of the exchange: whoever has left is left, and the ring is whole", async () => {
    for (let steps = 0; steps < 60; steps += 3) {
      const world = createWorld();
      const [ada, ben] = [await newPerson(world), await newPerson(world)];
      await put(ada.open.mine, "before");
      const words = await untilWords(ada, ben);
      const tab = await alsoOpen(world, ada);
      const paired = Promise.all([words.host.confirm(), words.guest.confirm()]);
      for (let step = 0; step < steps; step += 1) await new Promise((resolve) => setImmediate(resolve));
      must(await tab.open.leave());
      const [result] = await paired;
      must(await ada.open.refresh());
      const again = await alsoOpen(world, ada);
      for (const { open } of [tab, ada, again]) expect(open.ours(), `after ${steps} turns`).toBe(null);
      if (result.type === "error") expect(result.error.type).toBe("left-meanwhile");
      await put(again.open.mine, "after");
      await pairPartners(world, again, await newPerson(world));
      expect(again.open.couple().type).toBe("paired");
    }
  });

  test("lets a device of one's own be added all the same, without the space that was left", async () => {
    const world = createWorld();
    const ada = await newPerson(world);
    await pairPartners(world, ada, await newPerson(world));
    const invitation = must(await ada.open.inviteOwnDevice(await proofOf(ada)));
    const second = await world.open(world.newStorage());
    const [host, guest] = await Promise.all([
      invitation.untilWords(),
      second.acceptOwnDevice(await invitationOf(invitation.text)),
    ]);
    const tab = await world.open(ada.storage);
    must(await tab.unlock({ type: "pin", pin: "2580" }));
    must(await openOf(tab).leave());
    const results = await Promise.all([must(host).confirm(), must(guest).confirm()]);
    expect(results.map((result) => must(result).type)).toEqual(["paired", "paired"]);
    expect([ada.open.ours(), openOf(second).ours()]).toEqual([null, null]);
  });
});

describe("two tabs that change the ring at once", () => {
  test("lose nothing of each other: whatever was said to be kept is kept", async () => {
    const world = createWorld();
    const kept = { relay: 0, lock: 0 };
    for (let round = 0; round < 12; round += 1) {
      const ada = await newPerson(world);
      const tab = await alsoOpen(world, ada);
      const address = `https://relay-${round}.example.org`;
      for (let turn = 0; turn < round; turn += 1) await Promise.resolve();
      const [set, locked] = await Promise.all([
        ada.open.setRelay(address),
        tab.open.lock.set({ pin: PIN, passkey: null }, null),
      ]);
      const again = await world.open(ada.storage);
      if (locked.type === "ok") must(await again.unlock({ type: "pin", pin: PIN }));
      if (set.type === "ok") expect(openOf(again).relay()).toBe(address);
      // A tab whose lock was changed under it is told so, and has changed nothing.
      else expect(set.error.type).toBe("changed-elsewhere");
      kept.relay += set.type === "ok" ? 1 : 0;
      kept.lock += locked.type === "ok" ? 1 : 0;
    }
    expect(kept.lock).toBe(12);
    expect(kept.relay).toBeGreaterThan(0);
  });

  test("only one of them makes the person", async () => {
    const world = createWorld();
    const storage = world.newStorage();
    const tabs = await Promise.all([world.open(storage), world.open(storage), world.open(storage)]);
    const made = await Promise.all(tabs.map((tab) => tab.createPerson(null)));
    expect(made.filter(({ type }) => type === "ok")).toHaveLength(1);
    const again = openOf(await world.open(storage));
    expect(made.map((result) => (result.type === "ok" ? result.value.person : again.person))).toEqual(
      Array(3).fill(again.person),
    );
  });

  test("an erased device is not written back by a pairing that waited", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    const words = await untilWords(ada, ben);
    must(await (await alsoOpen(world, ada)).device.erase());
    const results = await Promise.all([words.host.confirm(), words.guest.confirm()]);
    expect(results.map(faultOf)).toEqual(["changed-elsewhere", "declined"]);
    expect(must(await ada.storage.blobs.read(blobName("device/key-ring")))).toBe(null);
    expect((await world.open(ada.storage)).state().type).toBe("new");
  });
});

test("the leave mark changes with every leaving, and says nothing", async () => {
  const world = createWorld();
  const ada = await newPerson(world);
  const marks: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    must(await ada.open.leave());
    const mark = must(await ada.storage.blobs.read(blobName("device/left")));
    marks.push(bytesToHex(mark ?? new Uint8Array(0)));
  }
  expect(new Set(marks).size).toBe(3);
  expect(marks.every((mark) => mark.length === 32)).toBe(true);
});
