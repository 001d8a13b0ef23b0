/** A whole pairing of two devices, as the meeting place sees it: what can be read there, and what a changed byte does. */
import { describe, expect, test } from "vitest";
import { bytesToHex, revealSecret, utf8ToBytes, type Bytes } from "../crypto/door.ts";
import type { Meeting, Rendezvous } from "../pairing/rendezvous.ts";
import {
  bothOrOver,
  createWorld,
  faultOf,
  invitationOf,
  must,
  newPerson,
  openOf,
  proofOf,
  put,
  RELAY,
} from "./device-world.contract.ts";

/** Passes on what one device receives, changed. */
const passing = (rendezvous: Rendezvous, change: (message: Bytes, number: number) => Bytes): Rendezvous => ({
  meet: async (...args) => {
    const met = await rendezvous.meet(...args);
    if (met.type === "error") return met;
    let number = 0;
    const receive: Meeting["receive"] = async () => {
      const message = await met.value.receive();
      return message.type === "error" ? message : { type: "ok", value: change(message.value, number++) };
    };
    return { type: "ok", value: { ...met.value, receive } };
  },
});

describe("a byte changed between two devices that pair", () => {
  // Messages: to the host the hello, the card and the last word; to the guest the reveal and the host's answer.
  test.each([
    ["host", 1],
    ["host", 2],
    ["guest", 1],
  ] as const)("to the %s, in message %i, is noticed there, and pairs nobody there", async (side, message) => {
    for (let at = 0; at < 284; at += 23) {
      const world = createWorld();
      const change = passing(world.rendezvous, (bytes, number) =>
        number === message ? bytes.map((byte, index) => (index === at ? byte ^ 0x10 : byte)) : bytes,
      );
      const [ada, ben] = [world.newStorage(), world.newStorage()];
      const host = await world.open(ada, side === "host" ? change : world.rendezvous);
      const guest = await world.open(ben, side === "guest" ? change : world.rendezvous);
      must(await host.createPerson(RELAY));
      must(await guest.createPerson(RELAY));
      const invitation = must(await openOf(host).invitePartner());
      const [hostWords, guestWords] = await Promise.all([
        invitation.untilWords(),
        openOf(guest).acceptPartner(await invitationOf(invitation.text)),
      ]);
      const [atHost, atGuest] = await bothOrOver(world, [must(hostWords).confirm(), must(guestWords).confirm()]);
      const where = `byte ${at}`;
      if (side === "host" && message === 1) expect([atHost, atGuest], where).toEqual(["tampered", "expired"]);
      if (side === "host" && message === 2) expect([atHost, atGuest], where).toEqual(["unsure", "paired"]);
      if (side === "guest") expect([atHost, atGuest], where).toEqual(["unsure", "tampered"]);
      if (atGuest !== "paired") expect(openOf(guest).couple().type, where).toBe("none");
      if (atHost === "tampered") expect(openOf(host).couple().type, where).toBe("none");
    }
  });
});

test("nothing of what two devices tell each other can be read at the meeting place", async () => {
  const world = createWorld();
  const seen: Bytes[] = [];
  const watched = passing(world.rendezvous, (message) => {
    seen.push(message);
    return message;
  });
  const storage = world.newStorage();
  const host = await world.open(storage, watched);
  const open = must(await host.createPerson(RELAY));
  await put(open.mine, "kanarienvogel");
  const phone = { storage, device: host, open };
  const ben = await newPerson(world);
  const second = await world.open(world.newStorage(), watched);
  const pairing = async (purpose: "partner" | "own-device") => {
    const invited = purpose === "partner" ? open.invitePartner() : open.inviteOwnDevice(await proofOf(phone));
    const invitation = must(await invited);
    const parsed = await invitationOf(invitation.text);
    const [hostWords, guestWords] = await Promise.all([
      invitation.untilWords(),
      purpose === "partner" ? ben.open.acceptPartner(parsed) : second.acceptOwnDevice(parsed),
    ]);
    const results = await Promise.all([must(hostWords).confirm(), must(guestWords).confirm()]);
    expect(results.map(faultOf)).toEqual(["no fault", "no fault"]);
  };
  await pairing("partner");
  await pairing("own-device");
  expect(seen.length).toBeGreaterThanOrEqual(8);
  const wire = seen.map(bytesToHex).join(" ");
  const keys = open.keysIn(open.mine.space);
  const secrets = keys === undefined ? [] : [keys.signing, keys.unwrapping].map((key) => bytesToHex(revealSecret(key)));
  const names = [open.person, open.mine.space, open.ours()?.space ?? "", keys?.device ?? "", keys?.member ?? ""];
  expect([...secrets, ...names].every((text) => text.length >= 32)).toBe(true);
  for (const text of [...secrets, ...names, bytesToHex(utf8ToBytes("kanarienvogel")), bytesToHex(utf8ToBytes(RELAY))]) {
    expect(wire.includes(text), text).toBe(false);
  }
});
