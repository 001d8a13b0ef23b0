/** The relay in this process over real sockets: the transport's contract, other versions, many devices, a full disk. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, createUpgrade, listen, openMailboxes, type Mailboxes } from "@undivided/relay";
import { transportCases } from "@undivided/vault/transport.contract";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPair, createPhone, outcomesOf, ownIds, socketTo, write } from "./phones.ts";

let folder = "";
let end: () => Promise<void> = async () => undefined;
let mailboxes: Mailboxes | null = null;
const said: string[] = [];

const serve = async (): Promise<string> => {
  const opened = openMailboxes(folder, { say: (line) => said.push(line) });
  if (opened.type !== "opened") throw new Error(opened.type);
  mailboxes = opened.mailboxes;
  const { close, relay, counters } = opened.mailboxes;
  const listening = await listen(createApp(undefined, { counters }), "127.0.0.1", 0, { upgrade: createUpgrade(relay) });
  if (listening.type !== "listening") throw new Error(listening.type);
  end = async () => {
    close();
    await listening.close();
  };
  return `http://127.0.0.1:${listening.port}`;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "undivided-socket-"));
  said.length = 0;
});
afterEach(async () => {
  await end();
  rmSync(folder, { recursive: true, force: true });
});

const closedPort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

describe("the transport over WebSockets", () => {
  test.each(transportCases)("$title", async ({ run }) => {
    await run({ transport: socketTo(await serve()), nowhere: socketTo(`http://127.0.0.1:${await closedPort()}`) });
  });
});

test("an app that speaks another version is refused, and one that speaks a newer one beside it is not", async () => {
  const url = (await serve()).replace("http", "ws");
  const outcome = (protocols: string[]) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`${url}/relay`, protocols);
      socket.addEventListener("open", () => {
        resolve(socket.protocol);
        socket.close();
      });
      socket.addEventListener("error", () => resolve("refused"));
    });
  expect(await outcome(["undivided-relay.2"])).toBe("refused");
  expect(await outcome([])).toBe("refused");
  expect(await outcome(["undivided-relay.2", "undivided-relay.1"])).toBe("undivided-relay.1");
});

test("text, and frames that are too long, end the connection and nothing else", async () => {
  const address = await serve();
  const [one] = await createPair(socketTo(address));
  const codeAfter = (send: (socket: WebSocket) => void) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(`${address.replace("http", "ws")}/relay`, "undivided-relay.1");
      socket.addEventListener("open", () => send(socket));
      socket.addEventListener("close", ({ code }) => resolve(code));
    });
  expect(await codeAfter((socket) => socket.send("hello"))).toBe(4400);
  expect([1009, 1006]).toContain(await codeAfter((socket) => socket.send(new Uint8Array(1_200_000))));
  await write(one);
  expect(await outcomesOf(one.sync)).toEqual(["in-step"]);
});

test("a second process cannot use the folder", async () => {
  await serve();
  expect(openMailboxes(folder, { say: () => undefined })).toEqual({ type: "in-use" });
});

test(
  "sixty devices of thirty pairs at once, clocks wrong by decades, all come into step",
  { timeout: 60_000 },
  async () => {
    const address = await serve();
    const pairs = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const one = await createPhone(socketTo(address), { years: index % 2 === 0 ? 40 : -40 });
        const other = await createPhone(socketTo(address), { by: one });
        for (const { sync } of [one, other]) sync.start();
        await expect.poll(() => other.replica.roster()?.devices.size, { timeout: 30_000 }).toBe(2);
        return [one, other] as const;
      }),
    );
    await Promise.all(
      pairs.map(async (pair) => {
        const ids: string[] = [];
        for (let count = 0; count < 6; count += 1) ids.push(await write(pair[count % 2 === 0 ? 0 : 1]));
        await expect.poll(() => pair.map(ownIds), { timeout: 30_000 }).toEqual([ids.toSorted(), ids.toSorted()]);
      }),
    );
    expect(mailboxes?.counters.connections).toBe(60);
    for (const { sync } of pairs.flat()) sync.stop();
    expect(said).toEqual([]);
  },
);
