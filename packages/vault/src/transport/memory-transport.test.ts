import { millis } from "@undivided/domain";
import { describe, expect, test } from "vitest";
import { createCounters } from "../relay/counters.ts";
import { createMemoryMailboxStore } from "../relay/memory-mailbox-store.ts";
import { createRelay } from "../relay/relay.ts";
import { createMemoryNetwork } from "./memory-transport.ts";
import { transportCases } from "./transport.contract.ts";
import { relaySocketUrl } from "./websocket-transport.ts";

describe("the transport in memory", () => {
  test.each(transportCases)("$title", async ({ run }) => {
    const store = createMemoryMailboxStore();
    const relay = createRelay({ store, clock: () => millis(0), day: () => 1, counters: createCounters() });
    await run({
      transport: createMemoryNetwork(relay).transport(),
      nowhere: createMemoryNetwork(null).transport(),
    });
  });
});

test.each([
  ["http://localhost:8787", "ws://localhost:8787/relay"],
  ["https://home.example.org/", "wss://home.example.org/relay"],
  ["https://example.org/undivided/", "wss://example.org/undivided/relay"],
  ["wss://[::1]:9000/relay", "wss://[::1]:9000/relay"],
])("the address %s leads to %s", (address, url) => {
  expect(relaySocketUrl(address)).toBe(url);
});

test.each(["", "localhost", "ftp://x", "javascript:alert(1)", "http://a b", "http://user@host", "https://x/?q"])(
  "%j is no address of a relay",
  (address) => {
    expect(relaySocketUrl(address)).toBeUndefined();
  },
);
