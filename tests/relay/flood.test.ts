/**
 * Floods of a real relay over real sockets: each limit answers by its name, and two others go on meanwhile.
 *
 * The relay counts by address; behind a proxy on its own machine that is what the proxy saw, so each client here has an address of its own.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWebSocketTransport, relaySocketUrl, sign, type Transport } from "@undivided/vault";
import { MAX_BATCH, openingProof, RELAY_LIMITS, type RequestBody, spaceIdFrom } from "@undivided/vault/relay";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { openRelayLink, type RelayLink } from "../../packages/vault/src/sync/relay-link.ts";
import { createPair, createPhone, must, ownIds, timer, write, type Phone } from "./phones.ts";
import { startRelay, type RelayProcess } from "./relay-process.ts";

let folder = "";
let relay: RelayProcess;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "undivided-flood-"));
  relay = await startRelay(folder);
});
afterAll(async () => {
  await relay.kill();
  rmSync(folder, { recursive: true, force: true });
});

const socketUrl = (): string => relaySocketUrl(relay.url) ?? "";
const from = (address: string): Transport =>
  createWebSocketTransport(
    socketUrl(),
    (url, protocols) => new WebSocket(url, protocols, { headers: { "x-forwarded-for": address } }),
  );
const linkFrom = async (address: string): Promise<RelayLink> =>
  must(await openRelayLink(from(address), timer, { unasked: () => undefined, ended: () => undefined }));
const open = async (link: RelayLink, { keys, replica }: Phone): Promise<string> => {
  const { space } = replica;
  const signature = await sign(keys.signing, openingProof(link.challenge, space, keys.device));
  return nameOf(link, { type: "open", space, device: keys.device, signature });
};
/** The answer's type; of a refusal its reason, and of a fault of the connection that. */
const nameOf = async (link: RelayLink, body: RequestBody): Promise<string> => {
  const answer = await link.ask(body);
  if (answer.type === "ok") return answer.value.type;
  return answer.error.type === "refused" ? answer.error.reason : answer.error.type;
};
const counter = async (name: string): Promise<number> => {
  const text = await (await fetch(`${relay.url}/metrics`)).text();
  return Number(new RegExp(`^undivided_relay_${name} (\\d+)$`, "m").exec(text)?.[1]);
};

/** Two who write to each other until `flood` is over, and once more after it. */
const others = async (number: number, flood: () => Promise<void>): Promise<void> => {
  const pair = await createPair(from(`198.51.100.${number}`));
  for (const { sync } of pair) sync.start();
  const ids: string[] = [];
  const exchange = async (): Promise<void> => {
    ids.push(await write(pair[ids.length % 2 === 0 ? 0 : 1]));
    await expect.poll(() => pair.map(ownIds), { timeout: 30_000 }).toEqual([ids.toSorted(), ids.toSorted()]);
  };
  let isOver = false;
  const flooding = Promise.allSettled([flood()]).finally(() => (isOver = true));
  do await exchange();
  while (!isOver);
  const [outcome] = await flooding;
  if (outcome.status === "rejected") throw outcome.reason;
  await exchange();
  for (const { sync } of pair) sync.stop();
};

const somewhere = spaceIdFrom(new Uint8Array(16).fill(9));

describe("while two others go on", { timeout: 120_000 }, () => {
  test("connections of one address beyond their number are closed by name", () =>
    others(1, async () => {
      const sockets: WebSocket[] = [];
      const codes: number[] = [];
      for (let made = 0; made < RELAY_LIMITS.connectionsOfAddress + 20; made += 101) {
        const some = Array.from({ length: 101 }, () => {
          const headers = { "x-forwarded-for": "203.0.113.1" };
          return new WebSocket(socketUrl(), ["undivided-relay.1"], { headers }).on("close", (code) => codes.push(code));
        });
        await Promise.all(some.map((socket) => new Promise((resolve) => socket.once("open", resolve))));
        sockets.push(...some);
      }
      await expect
        .poll(() => codes.length, { timeout: 30_000 })
        .toBe(sockets.length - RELAY_LIMITS.connectionsOfAddress);
      expect(new Set(codes)).toEqual(new Set([4429]));
      expect(await counter("refused_connections_total")).toBe(codes.length);
      // The address has no more, another has.
      const refused = await openRelayLink(from("203.0.113.1"), timer, {
        unasked: () => undefined,
        ended: () => undefined,
      });
      expect(refused).toMatchObject({ error: { type: "cut", reason: "too-many-connections" } });
      (await linkFrom("203.0.113.2")).close();
      for (const socket of sockets) socket.terminate();
      await expect.poll(() => counter("connections"), { timeout: 30_000 }).toBeLessThan(100);
    }));

  test("bytes of one address beyond their rate are refused by name, with when to come again", () =>
    others(2, async () => {
      const link = await linkFrom("203.0.113.3");
      const entries = Array.from({ length: 15 }, () => new Uint8Array(65_536));
      const frames = Math.ceil(RELAY_LIMITS.bytesOfAddress.burst / (15 * 65_536)) + 20;
      const answers: string[] = [];
      for (let sent = 0; sent < frames; sent += 10) {
        const asked = Array.from({ length: 10 }, () => nameOf(link, { type: "push", space: somewhere, entries }));
        answers.push(...(await Promise.all(asked)));
      }
      expect(answers[0]).toBe("not-opened");
      expect(answers.at(-1)).toBe("rate-of-address");
      const again = await link.ask({ type: "push", space: somewhere, entries });
      expect(again).toMatchObject({ error: { type: "refused", reason: "rate-of-address" } });
      const wait = again.type === "error" && again.error.type === "refused" ? again.error.retryAfterMs : 0;
      expect(wait).toBeGreaterThan(0);
      link.close();
    }));

  test("entries of one space beyond their rate, of one push beyond their number, and spaces beyond theirs", () =>
    others(3, async () => {
      const phone = await createPhone(from("203.0.113.4"));
      must(await phone.sync.syncOnce());
      const link = await linkFrom("203.0.113.4");
      expect(await open(link, phone)).toBe("state");
      const { space } = phone.replica;
      const push = (count: number) =>
        nameOf(link, { type: "push", space, entries: Array.from({ length: count }, () => new Uint8Array(1)) });
      expect(await push(MAX_BATCH + 1)).toBe("batch-too-large");
      const pushes = Math.ceil(RELAY_LIMITS.entriesOfSpace.burst / MAX_BATCH) + 40;
      const answers = await Promise.all(Array.from({ length: pushes }, () => push(MAX_BATCH)));
      expect(new Set(answers)).toEqual(new Set(["pushed", "rate-of-space"]));
      const opened: string[] = [];
      for (let number = 0; number <= RELAY_LIMITS.spacesOfConnection; number += 1) {
        opened.push(await open(link, { ...phone, replica: { ...phone.replica, space: spaceOf(number) } }));
      }
      expect(opened.slice(0, -2).every((name) => name === "state")).toBe(true);
      expect(opened.at(-1)).toBe("too-many-spaces");
      link.close();
    }));

  test("a client that asks and does not read is cut", () =>
    others(4, async () => {
      const phone = await createPhone(from("203.0.113.5"));
      for (let number = 0; number < 16; number += 1) await write(phone, "x".repeat(60_000));
      must(await phone.sync.syncOnce());
      const sockets: WebSocket[] = [];
      const transport = createWebSocketTransport(socketUrl(), (url, protocols) => {
        const socket = new WebSocket(url, protocols, { headers: { "x-forwarded-for": "203.0.113.5" } });
        sockets.push(socket);
        return socket;
      });
      const link = must(await openRelayLink(transport, timer, { unasked: () => undefined, ended: () => undefined }));
      expect(await open(link, phone)).toBe("state");
      sockets[0]?.pause();
      const { space } = phone.replica;
      const asked = Array.from({ length: 60 }, () => nameOf(link, { type: "pull", space, after: 0, limit: MAX_BATCH }));
      await expect.poll(() => counter("slow_clients_total"), { timeout: 30_000 }).toBe(1);
      sockets[0]?.resume();
      expect((await Promise.all(asked)).at(-1)).toBe("unreachable");
    }));
});

test("says nothing about any of it", () => {
  expect(
    relay
      .words()
      .replace(/\{"listening":"[^"]*"\}\n/, "")
      .replace("app not built: npm start builds it\n", ""),
  ).toBe("");
});

function spaceOf(number: number) {
  return spaceIdFrom(new Uint8Array(16).fill(100 + number));
}
