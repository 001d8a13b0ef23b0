/** A person who pairs with a changed app: what it says is read for the purpose that the other's own screen showed, or not at all. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostPairing, joinPairing, type PairingChannel } from "../pairing/pair.ts";
import { createDeviceKeys, createMemberId, deviceCardOf } from "../space/device-keys.ts";
import { createWorld, faultOf, invitationOf, must, newPerson, proofOf, RELAY } from "./device-world.contract.ts";
import { decodeGuestContent, decodeHostContent, encodeGuestContent, encodeHostContent } from "./pairing-content.ts";

const ownCard = async () => {
  const { device, verifyingKey, wrappingKey } = await deviceCardOf(createDeviceKeys(createMemberId()));
  return { device, verifyingKey, wrappingKey };
};

describe("a guest with a changed app", () => {
  test.each(["partner", "own-device"] as const)(
    "gets nothing by another card than a %s invitation asks for",
    async (purpose) => {
      const world = createWorld();
      const ada = await newPerson(world);
      const invited = purpose === "partner" ? ada.open.invitePartner() : ada.open.inviteOwnDevice(await proofOf(ada));
      const invitation = must(await invited);
      const [host, guest] = await Promise.all([
        invitation.untilWords(),
        joinPairing(world, await invitationOf(invitation.text)),
      ]);
      const confirmed = must(host).confirm();
      const channel: PairingChannel = must(guest).confirm();
      const wrong = encodeGuestContent(
        purpose === "partner"
          ? { type: "own-device", mine: await ownCard(), ours: await ownCard() }
          : { type: "partner", member: createMemberId(), card: await ownCard() },
      );
      must(await channel.send(wrong));
      expect(faultOf(await confirmed)).toBe("tampered");
      expect([ada.open.devices().length, ada.open.couple().type]).toEqual([1, "none"]);
    },
  );
});

describe("a host with a changed app", () => {
  test.each(["partner", "own-device"] as const)(
    "moves nobody into another space than a %s invitation says",
    async (purpose) => {
      const world = createWorld();
      const ada = await newPerson(world);
      const ben = await newPerson(world);
      const fresh = await world.open(world.newStorage());
      const hosted = must(await hostPairing(world, purpose, RELAY));
      const invitation = await invitationOf(hosted.text);
      const [host, guest] = await Promise.all([
        hosted.untilWords(),
        purpose === "partner" ? ben.open.acceptPartner(invitation) : fresh.acceptOwnDevice(invitation),
      ]);
      const channel = must(host).confirm();
      const confirmed = must(guest).confirm();
      must(await channel.receive());
      const part = { space: ada.open.mine.space, member: createMemberId(), host: null };
      const wrong = encodeHostContent(
        purpose === "partner"
          ? { type: "own-device", person: ada.open.person, mine: part, ours: null }
          : { type: "partner", space: ada.open.mine.space },
      );
      must(await channel.send(wrong));
      expect(faultOf(await confirmed)).toBe("tampered");
      expect([ben.open.couple().type, fresh.state().type]).toEqual(["none", "new"]);
    },
  );

  test("does not let the guest confirm by anything it sends", async () => {
    const world = createWorld();
    const ben = await newPerson(world);
    const hosted = must(await hostPairing(world, "partner", RELAY));
    const [host, guest] = await Promise.all([
      hosted.untilWords(),
      ben.open.acceptPartner(await invitationOf(hosted.text)),
    ]);
    const channel = must(host).confirm();
    for (let message = 0; message < 5; message += 1)
      must(await channel.send(encodeHostContent({ type: "partner", space: ben.open.mine.space })));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(ben.open.couple().type).toBe("none");
    must(guest).cancel();
  });
});

test("what devices tell each other reads back, and any other bytes are refused", async () => {
  const world = createWorld();
  const { open } = await newPerson(world);
  const { device, verifyingKey } = await ownCard();
  const old = { space: open.mine.space, member: createMemberId(), host: null };
  const part = { ...old, host: { device, verifyingKey } };
  const guests = [
    { type: "partner", member: createMemberId(), card: await ownCard() },
    { type: "own-device", mine: await ownCard(), ours: await ownCard() },
  ] as const;
  const hosts = [
    { type: "partner", space: open.mine.space },
    { type: "own-device", person: open.person, mine: part, ours: null },
    { type: "own-device", person: open.person, mine: part, ours: part },
  ] as const;
  for (const guest of guests) {
    const bytes = encodeGuestContent(guest);
    expect(decodeGuestContent(bytes)).toEqual(guest);
    for (let length = 0; length < bytes.length; length += 1)
      expect(decodeGuestContent(bytes.subarray(0, length))).toBeUndefined();
  }
  const oldHosts = [
    { type: "own-device", person: open.person, mine: old, ours: null },
    { type: "own-device", person: open.person, mine: old, ours: old },
  ] as const;
  for (const [version, ofVersion] of [
    [1, [hosts[0], ...oldHosts]],
    [2, hosts],
  ] as const) {
    for (const host of ofVersion) {
      const bytes = encodeHostContent(host);
      expect(decodeHostContent(bytes, version)).toEqual(host);
      expect(decodeHostContent(bytes.subarray(0, bytes.length - 1), version)).toBeUndefined();
      // What was said in one version is not read as the other.
      if (host.type === "own-device") expect(decodeHostContent(bytes, version === 1 ? 2 : 1)).toBeUndefined();
    }
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const guest = decodeGuestContent(bytes);
      if (guest !== undefined) expect([...encodeGuestContent(guest)]).toEqual([...bytes]);
      for (const host of [decodeHostContent(bytes, 1), decodeHostContent(bytes, 2)])
        if (host !== undefined) expect([...encodeHostContent(host)]).toEqual([...bytes]);
    }),
    { numRuns: 500 },
  );
});
