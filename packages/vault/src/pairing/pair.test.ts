/** Pairing against everything that a relay, a third person or bad luck can do between the two devices. */
import { millis, parseEpochMs, type Instant } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { bytesToHex, bytesToUtf8, createEpochKey, createSigningKey, utf8ToBytes, type Bytes } from "../crypto/door.ts";
import { createHostSecret, openMessage, sealMessage, sealReveal } from "./handshake.ts";
import { meetingSecretsOf, parseInvitation, type Invitation } from "./invitation.ts";
import { createMemoryRendezvous } from "./memory-rendezvous.ts";
import { hostPairing, joinPairing, type HostedPairing, type PairingChannel, type WordsToCompare } from "./pair.ts";
import { MEETING_MS, type Meeting, type Rendezvous } from "./rendezvous.ts";

const RELAY = "https://relay.example.org";
const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${result.error.type}`);
  return result.value;
};
const faultOf = (result: { type: "ok" } | { type: "error"; error: { type: string } }): string =>
  result.type === "error" ? result.error.type : "no fault";

const createWorld = () => {
  let now = Date.parse("2026-11-20T18:00:00Z");
  const rendezvous = createMemoryRendezvous(() => millis(now));
  return {
    rendezvous,
    wall: (): Instant => must(parseEpochMs(now)),
    pass: (ms: number): void => {
      now += ms;
      rendezvous.tick();
    },
  };
};

/** What a relay does with the messages that one device receives: `undefined` holds one back. */
type Meddle = (message: Bytes, number: number) => Bytes | undefined | Promise<Bytes | undefined>;

const meddling = (rendezvous: Rendezvous, meddle: Meddle): Rendezvous => ({
  meet: async (...args) => {
    const met = await rendezvous.meet(...args);
    if (met.type === "error") return met;
    let number = 0;
    const receive: Meeting["receive"] = async () => {
      const message = await met.value.receive();
      if (message.type === "error") return message;
      const given = await meddle(message.value, number++);
      return given === undefined ? receive() : { type: "ok", value: given };
    };
    return { type: "ok", value: { ...met.value, receive } };
  },
});

/** Keeps what one device receives. */
const watching = (rendezvous: Rendezvous, seen: Bytes[]): Rendezvous =>
  meddling(rendezvous, (message) => {
    seen.push(message);
    return message;
  });

const flip = (bytes: Bytes, at: number): Bytes =>
  bytes.map((byte, index) => (index === at % bytes.length ? byte ^ 1 : byte));

/** What the guest reads off the host's screen. */
const scan = async ({ text }: HostedPairing): Promise<Invitation> => must(await parseInvitation(text));

const pairUp = async (
  world: ReturnType<typeof createWorld>,
  hostSide: Rendezvous = world.rendezvous,
  guestSide: Rendezvous = world.rendezvous,
) => {
  const host = must(await hostPairing({ ...world, rendezvous: hostSide }, "partner", RELAY));
  const [hostWords, guestWords] = await Promise.all([
    host.untilWords(),
    joinPairing({ ...world, rendezvous: guestSide }, await scan(host)),
  ]);
  return { host, hostWords, guestWords };
};

const say = async (channel: PairingChannel, text: string) => channel.send(utf8ToBytes(text));
const hear = async (channel: PairingChannel) => bytesToUtf8(must(await channel.receive()));

describe("pairing", () => {
  test("shows both sides the same words, and gives them a channel once each has confirmed", async () => {
    const { hostWords, guestWords } = await pairUp(createWorld());
    const [host, guest] = [must(hostWords), must(guestWords)];
    expect(host.numbers).toEqual(guest.numbers);
    const [toGuest, toHost] = [host.confirm(), guest.confirm()];
    must(await say(toGuest, "from the host"));
    must(await say(toHost, "from the guest"));
    must(await say(toHost, "and more"));
    expect(await hear(toGuest)).toBe("from the guest");
    expect(await hear(toGuest)).toBe("and more");
    expect(await hear(toHost)).toBe("from the host");
  });

  test("shows other words each time", async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 20; round += 1) {
      seen.add(must((await pairUp(createWorld())).hostWords).numbers.join());
    }
    expect(seen.size).toBe(20);
  });

  test("gives nothing before its own owner confirmed, whatever the other side has sent", async () => {
    const { hostWords, guestWords } = await pairUp(createWorld());
    must(await say(must(guestWords).confirm(), "confirm!"));
    // The only way to what was sent is this device's own confirmation.
    expect(Object.keys(must(hostWords)).sort()).toEqual(["cancel", "confirm", "decline", "numbers"]);
  });

  test("serves one guest: a third person is told that the invitation is used", async () => {
    const world = createWorld();
    const { host } = await pairUp(world);
    expect(faultOf(await joinPairing(world, await scan(host)))).toBe("used");
  });

  test("tells the right guest when somebody else was faster", async () => {
    const world = createWorld();
    const host = must(await hostPairing(world, "partner", RELAY));
    const { meeting } = await meetingSecretsOf(host.invitation);
    must(await world.rendezvous.meet(meeting, "guest", createSigningKey()));
    expect(faultOf(await joinPairing(world, await scan(host)))).toBe("used");
  });

  test("is over after ten minutes, by the relay's clock or by its own", async () => {
    const world = createWorld();
    const waiting = must(await hostPairing(world, "partner", RELAY));
    const words = waiting.untilWords();
    world.pass(MEETING_MS);
    expect(faultOf(await words)).toBe("expired");
    expect(faultOf(await joinPairing(world, await scan(waiting)))).toBe("expired");

    for (const jump of [MEETING_MS, -60_001]) {
      const slow = createWorld();
      let off = 0;
      const wall = (): Instant => must(parseEpochMs(slow.wall() + off));
      const host = must(await hostPairing({ ...slow, wall }, "partner", RELAY));
      const [hostWords] = await Promise.all([host.untilWords(), joinPairing(slow, await scan(host))]);
      off = jump;
      expect(faultOf(await say(must(hostWords).confirm(), "late")), String(jump)).toBe("expired");
    }
  });

  test("looks the same to the other side whether it was cancelled, closed or ran out", async () => {
    const faults: string[] = [];
    for (const end of [
      (words: WordsToCompare) => words.cancel(),
      (words: WordsToCompare) => words.confirm().close(),
      () => undefined,
    ]) {
      const world = createWorld();
      const { hostWords, guestWords } = await pairUp(world);
      const waiting = must(guestWords).confirm().receive();
      end(must(hostWords));
      await Promise.resolve();
      world.pass(MEETING_MS);
      faults.push(faultOf(await waiting));
    }
    expect(faults).toEqual(["expired", "expired", "expired"]);
  });

  test("a no at the words ends the other side at once, before or after its own yes, and nothing else it says arrives", async () => {
    for (const side of ["host", "guest"] as const) {
      for (const when of ["before", "after"] as const) {
        const { hostWords, guestWords } = await pairUp(createWorld());
        const [no, yes] = side === "host" ? [must(hostWords), must(guestWords)] : [must(guestWords), must(hostWords)];
        const waiting = when === "before" ? null : yes.confirm().receive();
        const channel = no.confirm();
        await Promise.all([no.decline(), no.decline()]);
        expect(faultOf(await (waiting ?? yes.confirm().receive())), `${side}, ${when}`).toBe("declined");
        expect(faultOf(await say(channel, "after all")), side).toBe("cancelled");
        expect(faultOf(await say(yes.confirm(), "but")), side).toBe("cancelled");
      }
    }
  });

  test("a no cannot be made by who does not have the key, and is one of a kind", async () => {
    const world = createWorld();
    const { hostWords, guestWords } = await pairUp(
      world,
      meddling(world.rendezvous, (message, number) => (number === 0 ? message : new Uint8Array(message.length))),
    );
    must(await say(must(guestWords).confirm(), "a card"));
    expect(faultOf(await must(hostWords).confirm().receive())).toBe("tampered");
    const other = await pairUp(createWorld());
    must(await must(other.guestWords).confirm().send(Uint8Array.of(0, 0)));
    expect(must(await must(other.hostWords).confirm().receive())).toEqual(Uint8Array.of(0, 0));
  });

  test("cancelled on this device, says so on this device", async () => {
    const host = must(await hostPairing(createWorld(), "partner", RELAY));
    const words = host.untilWords();
    host.cancel();
    expect(faultOf(await words)).toBe("cancelled");
  });

  test("refuses an invitation whose purpose was changed: it leads to no meeting", async () => {
    const world = createWorld();
    const host = must(await hostPairing(world, "partner", RELAY));
    expect(faultOf(await joinPairing(world, { ...(await scan(host)), purpose: "own-device" }))).toBe("expired");
  });
});

describe("a relay that has not seen the invitation", () => {
  test("cannot change a byte of the handshake", async () => {
    const world = createWorld();
    for (let at = 0; at < 60; at += 1) {
      const host = must(
        await hostPairing({ ...world, rendezvous: meddling(world.rendezvous, (m) => flip(m, at)) }, "partner", RELAY),
      );
      const guest = joinPairing(world, await scan(host));
      expect(faultOf(await host.untilWords()), `hello, byte ${at}`).toBe("tampered");
      world.pass(MEETING_MS);
      await guest;
    }
    for (let at = 0; at < 92; at += 1) {
      const { guestWords } = await pairUp(
        world,
        world.rendezvous,
        meddling(world.rendezvous, (m) => flip(m, at)),
      );
      expect(faultOf(guestWords), `reveal, byte ${at}`).toBe("tampered");
    }
  });

  test("cannot change a byte of what is said afterwards", async () => {
    const key = createEpochKey();
    const message = await sealMessage(key, 3, utf8ToBytes("a card"));
    expect(bytesToUtf8(must(await openMessage(key, 3, message)))).toBe("a card");
    for (let at = 0; at < message.length; at += 1) {
      expect(faultOf(await openMessage(key, 3, flip(message, at))), `byte ${at}`).toBe("tampered");
    }
    expect(faultOf(await openMessage(key, 4, message))).toBe("tampered");
  });

  test("cannot change, repeat, reorder or mirror what is said afterwards", async () => {
    const kept: Bytes[] = [];
    const meddles: readonly Meddle[] = [
      (message, number) => (number === 1 ? flip(message, number * 17) : message),
      (message, number) => {
        kept[number] = message;
        return number === 2 ? kept[1] : message;
      },
      (message, number) => (number === 1 ? undefined : message),
      (message) => message.subarray(0, message.length - 1).slice(),
    ];
    for (const [index, meddle] of meddles.entries()) {
      const world = createWorld();
      const first: Meddle = (message, number) => (number === 0 ? message : meddle(message, number));
      const { hostWords, guestWords } = await pairUp(world, world.rendezvous, meddling(world.rendezvous, first));
      const [host, guest] = [must(hostWords).confirm(), must(guestWords).confirm()];
      for (const text of ["one", "two", "three"]) must(await say(host, text));
      const heard = [await guest.receive(), await guest.receive()];
      expect(heard.map(faultOf), `case ${index}`).toContain("tampered");
      // What was opened before is what was said, in its order.
      const texts = heard.flatMap((one) => (one.type === "ok" ? [bytesToUtf8(one.value)] : []));
      expect(["one", "two"].slice(0, texts.length)).toEqual(texts);
    }
  });

  test("cannot give a side its own message back", async () => {
    const world = createWorld();
    let own: Bytes | undefined;
    const mirror = meddling(world.rendezvous, (message, number) => (number === 0 ? message : own));
    const listening: Rendezvous = {
      meet: async (...args) => {
        const met = must(await mirror.meet(...args));
        const send: Meeting["send"] = (message) => {
          own = new Uint8Array(message);
          return met.send(message);
        };
        return { type: "ok", value: { ...met, send } };
      },
    };
    const { hostWords, guestWords } = await pairUp(world, world.rendezvous, listening);
    const [host, guest] = [must(hostWords).confirm(), must(guestWords).confirm()];
    must(await say(guest, "mine"));
    must(await say(host, "yours"));
    expect(faultOf(await guest.receive())).toBe("tampered");
  });

  test("cannot use what it recorded at another meeting", async () => {
    const world = createWorld();
    const recorded: Bytes[] = [];
    await pairUp(world, watching(world.rendezvous, recorded));
    const replay = meddling(world.rendezvous, (_, number) => recorded[number]);
    const host = must(await hostPairing({ ...world, rendezvous: replay }, "partner", RELAY));
    const guest = joinPairing(world, await scan(host));
    expect(faultOf(await host.untilWords())).toBe("tampered");
    world.pass(MEETING_MS);
    await guest;
  });

  test("ends it by cutting the line at any message, and nothing else comes of it", async () => {
    for (const cut of [0, 1, 2]) {
      const world = createWorld();
      const cutting = meddling(world.rendezvous, (message, number) => (number >= cut ? undefined : message));
      const host = must(await hostPairing(world, "partner", RELAY));
      const [hostSide, guestSide] = [
        host.untilWords(),
        joinPairing({ ...world, rendezvous: cutting }, await scan(host)),
      ];
      const hostWords = must(await hostSide);
      must(await say(hostWords.confirm(), "one"));
      const received = guestSide.then(async (words) => {
        if (words.type === "error") return words;
        const channel = words.value.confirm();
        const first = await channel.receive();
        return first.type === "error" ? first : channel.receive();
      });
      await new Promise((resolve) => setTimeout(resolve, 5));
      world.pass(MEETING_MS);
      expect(faultOf(await received), `cut at ${cut}`).toBe("expired");
    }
  });
});

describe("a relay that has seen the invitation", () => {
  test("cannot show its own key in place of the host's: the invitation commits to it", async () => {
    const world = createWorld();
    const host = must(await hostPairing(world, "partner", RELAY));
    const invitation = await scan(host);
    const { meeting, linkKey } = await meetingSecretsOf(invitation);
    // The guest meets an impostor at a place of the relay's own.
    const fake = createMemoryRendezvous(() => millis(0));
    const impostor = must(await fake.meet(meeting, "host", createSigningKey()));
    const guest = joinPairing({ ...world, rendezvous: fake }, invitation);
    await impostor.receive();
    must(await impostor.send(await sealReveal(linkKey, createHostSecret())));
    expect(faultOf(await guest)).toBe("tampered");
  });

  test("shows the two sides different words if it answers in the guest's place or gives the guest its own invitation", async () => {
    for (let round = 0; round < 20; round += 1) {
      const world = createWorld();
      const host = must(await hostPairing(world, "partner", RELAY));
      const toHost = joinPairing(world, await scan(host));
      const fakeHost = must(await hostPairing(world, "partner", RELAY));
      const victim = joinPairing(world, await scan(fakeHost));
      const [hostWords, middle, fakeWords, guestWords] = await Promise.all([
        host.untilWords(),
        toHost,
        fakeHost.untilWords(),
        victim,
      ]);
      expect(must(middle).numbers).toEqual(must(hostWords).numbers);
      expect(must(fakeWords).numbers).toEqual(must(guestWords).numbers);
      expect(must(hostWords).numbers).not.toEqual(must(guestWords).numbers);
    }
  });
});

test("nothing readable crosses the meeting place", async () => {
  const world = createWorld();
  const seen: Bytes[] = [];
  const { hostWords, guestWords } = await pairUp(
    world,
    watching(world.rendezvous, seen),
    watching(world.rendezvous, seen),
  );
  const [host, guest] = [must(hostWords).confirm(), must(guestWords).confirm()];
  must(await say(host, "kanarienvogel"));
  must(await say(guest, "kanarienvogel"));
  await Promise.all([host.receive(), guest.receive()]);
  expect(seen).toHaveLength(4);
  const wire = seen.map(bytesToHex).join(" ");
  for (const text of ["kanarienvogel", RELAY]) expect(wire).not.toContain(bytesToHex(utf8ToBytes(text)));
});
