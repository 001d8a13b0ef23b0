/**
 * The contract of `Rendezvous`: every adapter runs these cases.
 *
 * Plain functions that throw, without a test framework, so that the same suite can be bundled into a page.
 */
import type { Result } from "@undivided/domain";
import { bytesToUtf8, createSigningKey, utf8ToBytes } from "../crypto/door.ts";
import {
  createMeetingId,
  MAX_MEETING_MESSAGE_BYTES,
  MAX_MEETING_MESSAGES,
  MEETING_MS,
  type Meeting,
  type Rendezvous,
} from "./rendezvous.ts";

export interface RendezvousWorld {
  /** Another device's way to the same meeting place. */
  readonly connect: () => Rendezvous;
  /** Moves the meeting place's clock on, and has it act on that. */
  readonly passTime: (ms: number) => Promise<void>;
}

export interface RendezvousCase {
  readonly title: string;
  readonly run: (world: RendezvousWorld) => Promise<void>;
}

const valueOf = <T>(result: Result<T, { readonly type: string }>): T => {
  if (result.type === "error") throw new Error(`unexpected fault: ${result.error.type}`);
  return result.value;
};

const faultOf = (result: Result<unknown, { readonly type: string }>): string =>
  result.type === "error" ? result.error.type : "no fault";

const same = (found: unknown, wanted: unknown): void => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`found ${one}, wanted ${other}`);
};

const say = async (meeting: Meeting, text: string): Promise<void> => {
  valueOf(await meeting.send(utf8ToBytes(text)));
};
const hear = async (meeting: Meeting): Promise<string | undefined> => bytesToUtf8(valueOf(await meeting.receive()));

/** A meeting with both sides there. */
const meetBoth = async ({ connect }: RendezvousWorld) => {
  const id = createMeetingId();
  const [hostKey, guestKey] = [createSigningKey(), createSigningKey()];
  const host = valueOf(await connect().meet(id, "host", hostKey));
  const guest = valueOf(await connect().meet(id, "guest", guestKey));
  return { id, hostKey, guestKey, host, guest };
};

export const rendezvousCases: readonly RendezvousCase[] = [
  {
    title: "hands each side's messages to the other, in order, whichever side is faster",
    run: async (world) => {
      const { host, guest } = await meetBoth(world);
      const early = hear(guest);
      await say(host, "h0");
      await say(host, "h1");
      await say(guest, "g0");
      same([await early, await hear(guest), await hear(host)], ["h0", "h1", "g0"]);
      host.close();
      guest.close();
    },
  },
  {
    title: "keeps what the host said before the guest came",
    run: async ({ connect }) => {
      const id = createMeetingId();
      const host = valueOf(await connect().meet(id, "host", createSigningKey()));
      await say(host, "early");
      const guest = valueOf(await connect().meet(id, "guest", createSigningKey()));
      same(await hear(guest), "early");
      host.close();
      guest.close();
    },
  },
  {
    title: "lets the same key come again and go through everything from the start",
    run: async (world) => {
      const { id, guestKey, host, guest } = await meetBoth(world);
      await say(host, "h0");
      await say(guest, "g0");
      same(await hear(guest), "h0");
      guest.close();
      const again = valueOf(await world.connect().meet(id, "guest", guestKey));
      same(await hear(again), "h0");
      await say(again, "g0");
      await say(again, "g1");
      same([await hear(host), await hear(host)], ["g0", "g1"]);
      host.close();
      again.close();
    },
  },
  {
    title: "refuses another message than was sent before under the same number",
    run: async (world) => {
      const { id, guestKey, host, guest } = await meetBoth(world);
      await say(guest, "g0");
      guest.close();
      const again = valueOf(await world.connect().meet(id, "guest", guestKey));
      same(faultOf(await again.send(utf8ToBytes("another"))), "refused");
      same(await hear(host), "g0");
      host.close();
      again.close();
    },
  },
  {
    title: "gives each side to one key only",
    run: async (world) => {
      const { id, host, guest } = await meetBoth(world);
      same(faultOf(await world.connect().meet(id, "guest", createSigningKey())), "used");
      same(faultOf(await world.connect().meet(id, "host", createSigningKey())), "used");
      host.close();
      guest.close();
      same(faultOf(await world.connect().meet(id, "guest", createSigningKey())), "used");
    },
  },
  {
    title: "knows no meeting that no host has opened",
    run: async ({ connect }) => {
      same(faultOf(await connect().meet(createMeetingId(), "guest", createSigningKey())), "expired");
    },
  },
  {
    title: "keeps meetings apart",
    run: async (world) => {
      const [one, other] = [await meetBoth(world), await meetBoth(world)];
      await say(one.host, "one");
      await say(other.host, "other");
      same([await hear(other.guest), await hear(one.guest)], ["other", "one"]);
      for (const { host, guest } of [one, other]) {
        host.close();
        guest.close();
      }
    },
  },
  {
    title: "ends after ten minutes: for who waits, who sends and who comes",
    run: async (world) => {
      const { id, guestKey, host, guest } = await meetBoth(world);
      await say(host, "h0");
      await world.passTime(MEETING_MS - 60_000);
      same(await hear(guest), "h0");
      const waiting = guest.receive();
      await world.passTime(60_000);
      same(faultOf(await waiting), "expired");
      same(faultOf(await host.send(utf8ToBytes("late"))), "expired");
      same(faultOf(await world.connect().meet(id, "guest", guestKey)), "expired");
      host.close();
      guest.close();
    },
  },
  {
    title: "refuses messages that are too long or too many, and keeps the others",
    run: async (world) => {
      const { host, guest } = await meetBoth(world);
      same(faultOf(await host.send(new Uint8Array(MAX_MEETING_MESSAGE_BYTES + 1))), "refused");
      valueOf(await host.send(new Uint8Array(MAX_MEETING_MESSAGE_BYTES)));
      for (let count = 1; count < MAX_MEETING_MESSAGES; count += 1) await say(host, `h${count}`);
      same(faultOf(await host.send(utf8ToBytes("one more"))), "refused");
      same(valueOf(await guest.receive()).length, MAX_MEETING_MESSAGE_BYTES);
      for (let count = 1; count < MAX_MEETING_MESSAGES; count += 1) same(await hear(guest), `h${count}`);
      host.close();
      guest.close();
    },
  },
  {
    title: "ends a side that waits when it is closed, and tells the other side nothing",
    run: async (world) => {
      const { host, guest } = await meetBoth(world);
      const [closing, waiting] = [guest.receive(), host.receive()];
      guest.close();
      same(faultOf(await closing), "closed");
      same(faultOf(await guest.send(utf8ToBytes("after"))), "closed");
      const first = await Promise.race([waiting, Promise.resolve("still waiting")]);
      same(first, "still waiting");
      host.close();
      same(faultOf(await waiting), "closed");
    },
  },
];
