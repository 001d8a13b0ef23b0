import { millis } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { createSigningKey, utf8ToBytes } from "../crypto/door.ts";
import { createCounters } from "../relay/counters.ts";
import { createMemoryMailboxStore } from "../relay/memory-mailbox-store.ts";
import { createRelay } from "../relay/relay.ts";
import { createMemoryNetwork } from "../transport/memory-transport.ts";
import type { Timer } from "../transport/transport.ts";
import { createRelayRendezvous } from "./relay-rendezvous.ts";
import { rendezvousCases } from "./rendezvous.contract.ts";
import { createMeetingId } from "./rendezvous.ts";

/** Waits between attempts are a thousandth of what they are for people. */
const timer: Timer = (ms, run) => {
  const id = setTimeout(run, ms >= 30_000 ? ms : ms / 1000);
  return () => clearTimeout(id);
};

const createWorld = () => {
  let now = 0;
  const relay = createRelay({
    store: createMemoryMailboxStore(),
    clock: () => millis(now),
    day: () => 20_000,
    counters: createCounters(),
  });
  const network = createMemoryNetwork(relay);
  return {
    network,
    connect: () =>
      createRelayRendezvous({ transport: network.transport(), timer, clock: () => millis(now), random: Math.random }),
    passTime: async (ms: number): Promise<void> => {
      now += ms;
      relay.tick();
    },
  };
};

describe("the rendezvous over a relay", () => {
  test.each(rendezvousCases)("$title", ({ run }) => run(createWorld()));

  test("goes on over a connection that was lost, while it waits and while it speaks", async () => {
    const { connect, network } = createWorld();
    const id = createMeetingId();
    const [host, guest] = [
      await connect().meet(id, "host", createSigningKey()),
      await connect().meet(id, "guest", createSigningKey()),
    ];
    if (host.type === "error" || guest.type === "error") throw new Error("not met");
    const waiting = guest.value.receive();
    network.cutAll();
    await host.value.send(utf8ToBytes("one"));
    expect(await waiting).toEqual({ type: "ok", value: utf8ToBytes("one") });
    network.cutAll();
    await host.value.send(utf8ToBytes("two"));
    expect(await guest.value.receive()).toEqual({ type: "ok", value: utf8ToBytes("two") });
  });

  test("says that nobody is there where no relay answers", async () => {
    const network = createMemoryNetwork(null);
    const alone = createRelayRendezvous({
      transport: network.transport(),
      timer,
      clock: () => millis(0),
      random: Math.random,
    });
    expect(await alone.meet(createMeetingId(), "host", createSigningKey())).toEqual({
      type: "error",
      error: { type: "unreachable" },
    });
  });
});
