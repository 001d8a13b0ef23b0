import type { DeviceId } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { activeDevices } from "../space/roster.ts";
import { readDeviceNotes } from "./device-notes.ts";
import {
  addOwnDevice,
  createWorld,
  faultOf,
  invitationOf,
  must,
  newPerson,
  openOf,
  pairPartners,
  proofOf,
  put,
  RELAY,
  textsIn,
  type Phone,
} from "./device-world.contract.ts";

const selfOf = ({ open }: Phone): DeviceId => {
  const self = open.devices().find(({ isThis }) => isThis) ?? open.mine.summary().heads[0];
  if (self === undefined) throw new Error("no device");
  return self.device;
};

describe("a device", () => {
  test("is new, then somebody's, and still theirs when it is opened again", async () => {
    const world = createWorld();
    const phone = await newPerson(world);
    await put(phone.open.mine, "kept");
    const again = await world.open(phone.storage);
    expect(openOf(again).person).toBe(phone.open.person);
    expect(textsIn(openOf(again).mine)).toEqual(["kept"]);
    expect(openOf(again).relay()).toBe(RELAY);
    expect(faultOf(await again.createPerson(RELAY))).toBe("not-new");
  });

  test("that is erased knows nothing any more, and can be somebody else's", async () => {
    const world = createWorld();
    const phone = await newPerson(world);
    await put(phone.open.mine, "secret");
    must(await phone.device.erase());
    expect(phone.device.state().type).toBe("new");
    const again = await world.open(phone.storage);
    expect(again.state().type).toBe("new");
    const next = must(await again.createPerson(null));
    expect(next.person).not.toBe(phone.open.person);
    expect(textsIn(next.mine)).toEqual([]);
  });
});

describe("two people", () => {
  test("pair, and each reads in the couple's space what the other writes there", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    expect(ada.open.couple().type).toBe("none");
    await pairPartners(world, ada, ben);
    await put(ada.open.ours(), "from ada");
    await put(ben.open.ours(), "from ben");
    await put(ada.open.mine, "ada's own");
    await world.sync(ada.open, ben.open);
    expect(textsIn(ben.open.ours())).toEqual(["from ada", "from ben"]);
    expect(textsIn(ada.open.ours())).toEqual(["from ada", "from ben"]);
    expect(textsIn(ben.open.mine)).toEqual([]);
    expect(ada.open.mine.space).not.toBe(ben.open.mine.space);
    const again = openOf(await world.open(ben.storage));
    expect(textsIn(again.ours())).toEqual(["from ada", "from ben"]);
  });

  test("pair once: a second partner is refused while there is one", async () => {
    const world = createWorld();
    const [ada, ben, cleo] = [await newPerson(world), await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    expect(faultOf(await ada.open.invitePartner())).toBe("already-paired");
    const invitation = must(await cleo.open.invitePartner());
    expect(faultOf(await ben.open.acceptPartner(await invitationOf(invitation.text)))).toBe("already-paired");
  });

  test("never see how many devices the other has", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    const before = JSON.stringify(ben.open.devices());
    await addOwnDevice(world, ada);
    await world.sync(ada.open, ben.open);
    expect(JSON.stringify(ben.open.devices())).toBe(before);
  });

  test("start anew when the other side never said that it kept everything", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    const invitation = must(await ada.open.invitePartner());
    const [host, guest] = await Promise.all([
      invitation.untilWords(),
      ben.open.acceptPartner(await invitationOf(invitation.text)),
    ]);
    // Ada confirms, Ben's battery dies after his card was sent.
    const confirmed = must(host).confirm();
    const bens = must(guest);
    void bens.confirm().catch(() => undefined);
    bens.cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
    world.pass(600_000);
    const result = await confirmed;
    expect(result.type === "error" || result.value.type === "unsure").toBe(true);
    await pairPartners(world, ada, await newPerson(world));
    expect(ada.open.couple().type).toBe("paired");
  });
});

describe("another device of the same person", () => {
  test("reads all that is theirs and all that is the couple's, and writes as the same person", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await put(ada.open.mine, "before");
    await pairPartners(world, ada, ben);
    await put(ben.open.ours(), "shared");
    await world.sync(ada.open, ben.open);
    const laptop = await addOwnDevice(world, ada);
    expect(laptop.open.person).toBe(ada.open.person);
    expect(textsIn(laptop.open.mine)).toEqual(["before"]);
    expect(textsIn(laptop.open.ours())).toEqual(["shared"]);
    await put(laptop.open.ours(), "from the laptop");
    await put(laptop.open.mine, "own, from the laptop");
    await world.sync(laptop.open, ada.open, ben.open);
    expect(textsIn(ben.open.ours())).toEqual(["from the laptop", "shared"]);
    expect(textsIn(ada.open.mine)).toEqual(["before", "own, from the laptop"]);
    const members = [...(ben.open.ours()?.roster()?.devices.values() ?? [])].map(({ member }) => member);
    expect(new Set(members).size).toBe(2);
  });

  test("is shown as new for thirty days, and listed for good", async () => {
    const world = createWorld();
    const ada = await newPerson(world);
    const laptop = await addOwnDevice(world, ada);
    const seen = () => ada.open.devices().map(({ isThis, isNew, type }) => [type, isThis, isNew]);
    expect(seen()).toEqual([
      ["device", true, false],
      ["device", false, true],
    ]);
    world.pass(30 * 86_400_000 - 1);
    expect(seen()[1]).toEqual(["device", false, true]);
    world.pass(1);
    expect(seen()[1]).toEqual(["device", false, false]);
    expect(laptop.open.devices()).toHaveLength(2);
  });

  test("is removed from both spaces, and reads nothing new in either", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    const lost = await addOwnDevice(world, ada);
    await world.sync(ada.open, ben.open, lost.open);
    must(await ada.open.removeDevice(selfOf(lost)));
    await world.sync(ada.open, ben.open);
    await put(ada.open.mine, "own secret");
    await put(ben.open.ours(), "shared secret");
    await world.sync(ada.open, ben.open, lost.open);
    expect(textsIn(lost.open.mine)).toEqual([]);
    expect(textsIn(lost.open.ours())).toEqual([]);
    expect(ada.open.devices()).toHaveLength(1);
    const known = readDeviceNotes(lost.open.mine.state()).spare?.keys.device;
    expect(known === undefined ? null : ben.open.ours()?.roster()?.devices.get(known)?.last).not.toBeNull();
    // Ada, her spare, Ben, his spare; neither the lost device nor the spare that it knew.
    const roster = ben.open.ours()?.roster();
    expect(roster === null || roster === undefined ? 0 : activeDevices(roster).length).toBe(4);
    expect(faultOf(await ada.open.removeDevice(selfOf(ada)))).toBe("not-allowed");
  });
});

describe("an invitation", () => {
  test("for a partner never lets anybody into one's own space, nor the other way round", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    const forPartner = must(await ada.open.invitePartner());
    const fresh = await world.open(world.newStorage());
    expect(faultOf(await fresh.acceptOwnDevice(await invitationOf(forPartner.text)))).toBe("other-purpose");
    const forOwn = must(await ada.open.inviteOwnDevice(await proofOf(ada)));
    expect(faultOf(await ben.open.acceptPartner(await invitationOf(forOwn.text)))).toBe("other-purpose");
    expect(faultOf(await ben.device.acceptOwnDevice(await invitationOf(forOwn.text)))).toBe("not-new");
    const changed = { ...(await invitationOf(forPartner.text)), purpose: "own-device" } as const;
    expect(faultOf(await fresh.acceptOwnDevice(changed))).toBe("expired");
  });

  test("to another relay than one's own is refused by name", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    must(await ada.open.setRelay("https://other.example.org"));
    const invitation = must(await ada.open.invitePartner());
    expect(await ben.open.acceptPartner(await invitationOf(invitation.text))).toEqual({
      type: "error",
      error: { type: "other-relay", relay: "https://other.example.org" },
    });
    expect(faultOf(await ben.open.setRelay("javascript:alert(1)"))).toBe("not-an-address");
  });

  test("keeps its relay for as long as somebody would be cut off without it", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    must(await ada.open.forgetRelay());
    expect(ada.open.relay()).toBeNull();
    must(await ada.open.setRelay(RELAY));
    await pairPartners(world, ada, ben);
    expect(faultOf(await ada.open.forgetRelay())).toBe("still-needed");
    expect(ada.open.relay()).toBe(RELAY);
    must(await ada.open.leave());
    must(await ada.open.forgetRelay());
  });

  test("needs a relay", async () => {
    const world = createWorld();
    const device = await world.open(world.newStorage());
    expect(faultOf(await must(await device.createPerson(null)).invitePartner())).toBe("no-relay");
  });
});

test("tending several times at once does it once", async () => {
  const world = createWorld();
  const [ada, ben] = [await newPerson(world), await newPerson(world)];
  const invitation = must(await ada.open.invitePartner());
  const [host, guest] = await Promise.all([
    invitation.untilWords(),
    ben.open.acceptPartner(await invitationOf(invitation.text)),
  ]);
  for (const result of await Promise.all([must(host).confirm(), must(guest).confirm()])) must(result);
  for (const result of await Promise.all([ada.open.tend(), ada.open.tend(), ada.open.tend()])) must(result);
  // Ada, Ben, and one spare.
  expect(ada.open.ours()?.roster()?.devices.size).toBe(3);
});

describe("two tabs on one device", () => {
  test("take over what the other paired and left, once they tend", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    const tab = openOf(await world.open(ada.storage));
    await pairPartners(world, ada, ben);
    expect(tab.couple().type).toBe("none");
    must(await tab.tend());
    await put(tab.ours(), "from the tab");
    await world.sync(tab, ben.open);
    expect(textsIn(ben.open.ours())).toEqual(["from the tab"]);
    must(await tab.leave());
    must(await ada.open.tend());
    expect([ada.open.ours(), ada.open.couple().type]).toEqual([null, "ended"]);
  });

  test("notice that the other set a lock", async () => {
    const world = createWorld();
    const ada = await newPerson(world);
    const tab = openOf(await world.open(ada.storage));
    await proofOf(ada);
    expect(faultOf(await tab.tend())).toBe("changed-elsewhere");
  });
});

describe("leaving", () => {
  test("destroys the couple's keys at once, offline, keeps one's own, and ends it for the other when they hear of it", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    await put(ada.open.mine, "own");
    await put(ada.open.ours(), "shared");
    await world.sync(ada.open, ben.open);
    const space = ada.open.ours()?.space;
    must(await ada.open.leave());
    expect([ada.open.couple().type, ada.open.ours(), textsIn(ada.open.mine)]).toEqual(["ended", null, ["own"]]);
    if (space !== undefined) expect(ada.open.keysIn(space)).toBeUndefined();
    const again = openOf(await world.open(ada.storage));
    expect([again.couple().type, again.ours()]).toEqual(["ended", null]);
    expect(must(await again.leaveEntries()).map((left) => left.space)).toEqual([space]);
    expect(ben.open.couple().type).toBe("paired");
    await world.sync(again, ben.open);
    expect([ben.open.couple().type, ben.open.ours()]).toEqual(["ended", null]);
    expect(openOf(await world.open(ben.storage)).couple().type).toBe("ended");
    must(await again.leave());
  });

  test("leaves room for pairing again, in a new space", async () => {
    const world = createWorld();
    const [ada, ben] = [await newPerson(world), await newPerson(world)];
    await pairPartners(world, ada, ben);
    const first = ada.open.ours()?.space;
    must(await ada.open.leave());
    await world.sync(ada.open, ben.open);
    await pairPartners(world, ben, ada);
    expect(ada.open.ours()?.space).not.toBe(first);
    await put(ada.open.ours(), "again");
    await world.sync(ada.open, ben.open);
    expect(textsIn(ben.open.ours())).toEqual(["again"]);
    expect(must(await ada.open.leaveEntries()).map((left) => left.space)).toEqual([first]);
  });
});
