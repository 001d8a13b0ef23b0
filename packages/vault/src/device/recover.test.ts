import { ok } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import type { SyncOnce } from "./recover.ts";
import {
  addOwnDevice,
  createWorld,
  faultOf,
  must,
  newPerson,
  openOf,
  pairPartners,
  proofOf,
  put,
  RELAY,
  textsIn,
  type Phone,
  type World,
} from "./device-world.contract.ts";

const codeOf = async (phone: Phone): Promise<string> => must(await phone.open.renewRecoveryCode(await proofOf(phone)));

const recover = async (world: World, code: string) => {
  const storage = world.newStorage();
  const device = await world.open(storage);
  return { storage, device, result: await device.recover(world.syncOnce, RELAY, code) };
};

describe("a recovery code", () => {
  test("brings everything of one's own back to a device that has nothing else", async () => {
    const world = createWorld();
    const ada = await newPerson(world);
    await put(ada.open.mine, "own");
    const code = await codeOf(ada);
    await world.sync(ada.open);
    const { result, storage } = await recover(world, code.toLowerCase().replaceAll("-", ""));
    const back = must(result);
    expect([back.person, textsIn(back.mine), back.relay()]).toEqual([ada.open.person, ["own"], RELAY]);
    await put(back.mine, "after");
    await world.sync(back);
    // The lost phone is listed, and can be sent away.
    const lost = back.devices().filter(({ isThis, type }) => !isThis && type === "device");
    expect(lost).toHaveLength(1);
    for (const { device } of lost) must(await back.removeDevice(device));
    expect(back.devices().map(({ type }) => type)).toEqual(["recovery", "device"]);
    expect(textsIn(openOf(await world.open(storage)).mine)).toEqual(["after", "own"]);
  });

  test("brings the couple's space back without the partner's doing, as the same person, and lets one leave it", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    await put(ben.open.ours(), "from ben");
    const code = await codeOf(ada);
    await world.sync(ada.open, ben.open);
    const back = must((await recover(world, code)).result);
    expect(textsIn(back.ours())).toEqual(["from ben"]);
    await put(back.ours(), "from ada");
    await world.sync(back, ben.open);
    expect(textsIn(ben.open.ours())).toEqual(["from ada", "from ben"]);
    const members = [...(ben.open.ours()?.roster()?.devices.values() ?? [])].map(({ member }) => member);
    expect(new Set(members).size).toBe(2);
    // And the lost phone is sent away from both.
    for (const { device, isThis, type } of back.devices()) {
      if (!isThis && type === "device") must(await back.removeDevice(device));
    }
    await world.sync(back, ben.open);
    await put(ben.open.ours(), "new secret");
    await world.sync(ben.open, ada.open);
    expect(textsIn(ada.open.ours())).not.toContain("new secret");
    must(await back.leave());
    await world.sync(back, ben.open);
    expect(ben.open.couple().type).toBe("ended");
  });

  test("never revives what was left", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    const code = await codeOf(ada);
    await world.sync(ada.open, ben.open);
    must(await ben.open.leave());
    await world.sync(ben.open);
    const back = must((await recover(world, code)).result);
    expect([back.ours(), back.couple().type]).toEqual([null, "none"]);
  });

  test("that was renewed opens nothing any more", async () => {
    const world = createWorld();
    const ada = await newPerson(world);
    const old = await codeOf(ada);
    await world.sync(ada.open);
    const now = await codeOf(ada);
    await world.sync(ada.open);
    expect(faultOf((await recover(world, old)).result)).toBe("renewed");
    // Also where a relay still hands everything out.
    const lenient: SyncOnce = async (replica) => ok(await world.syncReplica(replica).then(() => null));
    expect(faultOf(await (await world.open(world.newStorage())).recover(lenient, RELAY, old))).toBe("renewed");
    expect(faultOf((await recover(world, now)).result)).toBe("no fault");
  });

  test("made on one device opens the lock of the others, once they have heard of it", async () => {
    const world = createWorld();
    const ada = await newPerson(world);
    const laptop = await addOwnDevice(world, ada);
    await proofOf(laptop);
    const code = await codeOf(ada);
    await world.sync(ada.open, laptop.open);
    const again = await world.open(laptop.storage);
    expect(faultOf(await again.unlock({ type: "recovery", code }))).toBe("no fault");
  });

  test("of somebody else, mistyped or unknown to this relay finds nothing and changes nothing", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    await world.sync(ada.open, ben.open);
    const code = await codeOf(ada);
    // Not pushed yet: the relay has never heard of this code.
    const { device, result } = await recover(world, code);
    expect([faultOf(result), device.state().type]).toEqual(["nothing-found", "new"]);
    expect(faultOf((await recover(world, "not a code")).result)).toBe("not-a-code");
  });

  test("works again after the relay lost everything, once another device has pushed", async () => {
    const world = createWorld();
    const ada = await newPerson(world);
    const laptop = await addOwnDevice(world, ada);
    await put(ada.open.mine, "own");
    const code = await codeOf(ada);
    await world.sync(ada.open, laptop.open);
    world.mailbox.clear();
    expect(faultOf((await recover(world, code)).result)).toBe("nothing-found");
    await world.sync(laptop.open);
    expect(textsIn(must((await recover(world, code)).result).mine)).toEqual(["own"]);
  });

  test("says when the relay cannot be reached, and leaves the device new", async () => {
    const world = createWorld();
    const ada = await newPerson(world);
    const code = await codeOf(ada);
    await world.sync(ada.open);
    const unreachable = { type: "error", error: { type: "unreachable" } } as const;
    // The line breaks at the first sync, or at the second.
    for (const works of [0, 1]) {
      let left = works;
      const sync: SyncOnce = async (...args) => (left-- > 0 ? world.syncOnce(...args) : unreachable);
      const device = await world.open(world.newStorage());
      expect(faultOf(await device.recover(sync, RELAY, code))).toBe("unreachable");
      expect(device.state().type).toBe("new");
      expect(faultOf(await device.recover(world.syncOnce, RELAY, code))).toBe("no fault");
    }
  });
});
