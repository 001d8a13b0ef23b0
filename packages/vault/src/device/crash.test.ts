/** The power fails at each write of each step: what is on the storage then is a usable device, in the state before or after. */
import { err, type Result } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import type { StoreFault } from "../log/log-store.ts";
import {
  addOwnDevice,
  bothOrOver,
  createWorld,
  invitationOf,
  must,
  newPerson,
  openOf,
  PIN,
  pairPartners,
  proofOf,
  put,
  textsIn,
  type Phone,
  type Storage,
  type World,
} from "./device-world.contract.ts";

/** A storage that does `writes` more writes and then no more. */
const dyingAfter = (storage: Storage, writes: number): Storage => {
  let left = writes;
  const guard =
    <A extends readonly unknown[], T>(write: (...args: A) => Promise<Result<T, StoreFault>>) =>
    async (...args: A): Promise<Result<T, StoreFault>> => {
      left -= 1;
      return left < 0 ? err({ type: "storage-failed" }) : write(...args);
    };
  const { logs, blobs } = storage;
  return {
    logs: { ...logs, append: guard(logs.append), dropBodies: guard(logs.dropBodies), close: guard(logs.close) },
    blobs: {
      ...blobs,
      write: guard(blobs.write),
      replaceIf: guard(blobs.replaceIf),
      remove: guard(blobs.remove),
    },
  };
};

const MOST_WRITES = 40;

/** Runs `step` on a phone whose storage dies after 0, 1, 2 … writes, until one run needs no more than it has. */
const tryEveryCrash = async (
  prepare: (world: World) => Promise<Phone>,
  step: (phone: Phone, world: World) => Promise<boolean>,
  check: (again: Phone, world: World) => Promise<void>,
  ...otherPins: readonly string[]
): Promise<number> => {
  for (let writes = 0; writes < MOST_WRITES; writes += 1) {
    const world = createWorld();
    const { storage } = await prepare(world);
    const dying = dyingAfter(storage, writes);
    const device = await world.open(dying);
    const hasFinished = await step({ storage: dying, device, open: openOf(device) }, world);
    const again = await world.open(storage);
    for (const pin of [PIN, ...otherPins])
      if (again.state().type === "locked") await again.unlock({ type: "pin", pin });
    const phone = { storage, device: again, open: openOf(again) };
    must(await phone.open.tend());
    await put(phone.open.mine, "after");
    expect(textsIn(phone.open.mine), `after ${writes} writes`).toEqual(["after", "before"]);
    await check(phone, world);
    if (hasFinished) return writes;
  }
  throw new Error("never finished");
};

const person = async (world: World): Promise<Phone> => {
  const phone = await newPerson(world);
  await put(phone.open.mine, "before");
  return phone;
};
const isOk = (result: { type: string }): boolean => result.type === "ok";

describe("a crash", () => {
  test("while a person is created leaves a new device or a person's", async () => {
    for (let writes = 0; ; writes += 1) {
      const world = createWorld();
      const storage = world.newStorage();
      const created = await (await world.open(dyingAfter(storage, writes))).createPerson(null);
      const again = await world.open(storage);
      const open = again.state().type === "new" ? must(await again.createPerson(null)) : openOf(again);
      must(await open.tend());
      await put(open.mine, "after");
      expect(open.devices()).toHaveLength(1);
      if (created.type === "error") continue;
      expect(writes).toBe(3);
      return;
    }
  });

  test("while a lock is set, changed or removed leaves the old lock or the new one", async () => {
    await tryEveryCrash(
      person,
      async ({ open }) => isOk(await open.lock.set({ pin: PIN, passkey: null }, null)),
      async () => undefined,
    );
    await tryEveryCrash(
      person,
      async ({ open }) => {
        const proof = await open.lock.set({ pin: "another", passkey: null }, null);
        if (proof.type === "error") return false;
        const changed = await open.lock.set({ pin: PIN, passkey: null }, proof.value);
        if (changed.type === "error") return false;
        return isOk(await open.lock.remove(changed.value));
      },
      async () => undefined,
      "another",
    );
  });

  test("while a recovery code is made leaves no code or one", async () => {
    await tryEveryCrash(
      person,
      async (phone) => {
        const proof = await phone.open.lock.set({ pin: PIN, passkey: null }, null);
        return proof.type === "ok" && isOk(await phone.open.renewRecoveryCode(proof.value));
      },
      async ({ open }) => {
        const codes = open.devices().filter(({ type }) => type === "recovery");
        expect(codes.length).toBe(open.hasRecoveryCode() ? 1 : 0);
      },
    );
  });

  test.each(["host", "guest"] as const)("while two people pair, at the %s, leaves both able to pair", async (dies) => {
    await tryEveryCrash(
      person,
      async (phone, world) => {
        const other = await newPerson(world);
        const [host, guest] = dies === "host" ? [phone, other] : [other, phone];
        const results = await pairWhatever(world, host, guest);
        return results.every((result) => result === "paired");
      },
      async (again, world) => {
        if (again.open.couple().type === "paired") {
          await put(again.open.ours(), "shared").catch(() => undefined);
        }
        await pairPartners(world, again, await newPerson(world)).catch((error: unknown) => {
          // Only a couple that is one may refuse another.
          expect(String(error)).toContain("already-paired");
        });
        expect(again.open.couple().type).toBe("paired");
      },
    );
  });

  test("while an own device is added leaves the first as it was, and the second new or theirs", async () => {
    await tryEveryCrash(
      async (world) => {
        const phone = await person(world);
        must(await phone.open.tend());
        return phone;
      },
      async (phone, world) => {
        const proof = await phone.open.lock.set({ pin: PIN, passkey: null }, null);
        if (proof.type === "error") return false;
        const invited = await phone.open.inviteOwnDevice(proof.value);
        const second = await world.open(world.newStorage());
        const invitation = must(invited);
        const [host, guest] = await Promise.all([
          invitation.untilWords(),
          second.acceptOwnDevice(await invitationOf(invitation.text)),
        ]);
        const results = await bothOrOver(world, [must(host).confirm(), must(guest).confirm()]);
        return results.every((result) => result === "paired");
      },
      async ({ open }) => expect(open.devices().length).toBeLessThanOrEqual(2),
    );
  });

  test("while a device is removed is put right by the next that tends", async () => {
    await tryEveryCrash(
      async (world) => {
        const [ada, ben] = [await person(world), await newPerson(world)];
        await pairPartners(world, ada, ben);
        await addOwnDevice(world, ada);
        must(await ada.open.lock.remove(await proofOf(ada)));
        return ada;
      },
      async ({ open }) => {
        const lost = open.devices().find(({ isThis }) => !isThis);
        return lost !== undefined && isOk(await open.removeDevice(lost.device));
      },
      async ({ open }) => {
        const known = new Set(open.devices().map(({ device }) => device));
        for (const { device, isThis } of open.devices()) if (!isThis) must(await open.removeDevice(device));
        expect(known.size).toBeLessThanOrEqual(2);
        // Ada, her spare, Ben and his spare.
        const active = [...(open.ours()?.roster()?.devices.values() ?? [])].filter(({ last }) => last === null);
        expect(active).toHaveLength(4);
      },
    );
  });

  test("while leaving leaves the couple whole or ended, and asking again ends it", async () => {
    await tryEveryCrash(
      async (world) => {
        const ada = await person(world);
        await pairPartners(world, ada, await newPerson(world));
        return ada;
      },
      async ({ open }) => isOk(await open.leave()),
      async ({ open }) => {
        must(await open.leave());
        expect([open.ours(), open.couple().type]).toEqual([null, "ended"]);
        expect(must(await open.leaveEntries())).toHaveLength(1);
      },
    );
  });
});

const pairWhatever = async (world: World, host: Phone, guest: Phone): Promise<readonly string[]> => {
  const invitation = must(await host.open.invitePartner());
  const [hostWords, guestWords] = await Promise.all([
    invitation.untilWords(),
    guest.open.acceptPartner(await invitationOf(invitation.text)),
  ]);
  return bothOrOver(world, [must(hostWords).confirm(), must(guestWords).confirm()]);
};
