/**
 * What a relay may suffer under its devices: killed at any moment, its database deleted, rolled back, bit-flipped or truncated.
 * Nothing that was acknowledged or written is lost, nothing is doubled, what was left stays left, what was deleted stays deleted.
 *
 * `UNDIVIDED_WRITES` runs the kills over more writes; 10 000 is the long run.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPair, createPhone, outcomesOf, ownIds, socketTo, write, type Phone } from "./phones.ts";
import { startRelay, type RelayProcess } from "./relay-process.ts";
import { createChance, SEED } from "../survival/chance.ts";

let folder = "";
let relay: RelayProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "undivided-relay-"));
});
afterEach(async () => {
  await relay?.kill();
  relay = null;
  rmSync(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, "mailboxes.sqlite");
const inStep = (phones: readonly Phone[], ids: readonly string[]) =>
  expect.poll(() => phones.map(ownIds), { timeout: 30_000 }).toEqual(phones.map(() => ids.toSorted()));
const isEqual = ([one, other]: readonly [Phone, Phone]): void => {
  const heads = ({ replica }: Phone) => [...replica.summary().heads].sort((a, b) => (a.device < b.device ? -1 : 1));
  expect(heads(one)).toEqual(heads(other));
};
/** A new device of the same person gets all of it from the relay alone. */
const stranger = async (pair: readonly [Phone, Phone], url: string): Promise<Phone> => {
  const phone = await createPhone(socketTo(url), { by: pair[0], member: pair[0].keys.member });
  expect(await outcomesOf(pair[0].sync)).toEqual(["in-step"]);
  expect(await outcomesOf(phone.sync)).toEqual(["in-step"]);
  return phone;
};

test(
  `keeps everything acknowledged through kill -9 at random moments (seed ${SEED})`,
  { timeout: 600_000 },
  async () => {
    const writes = Number(process.env["UNDIVIDED_WRITES"] ?? 600);
    const kills = Math.max(5, Math.round(writes / 500));
    relay = await startRelay(folder);
    const { port, url } = relay;
    const pair = await createPair(socketTo(url));
    for (const { sync } of pair) sync.start();
    const ids: string[] = [];
    const chance = createChance(SEED);
    const killAt = new Set(Array.from({ length: kills }, () => Math.floor(chance() * writes)));
    for (let count = 0; count < writes; count += 1) {
      ids.push(await write(pair[count % 2 === 0 ? 0 : 1]));
      // Time for the sockets, so that a kill meets pushes under way.
      if (count % 5 === 0) await new Promise((resolve) => setTimeout(resolve, chance() * 4));
      if (!killAt.has(count)) continue;
      await relay.kill();
      relay = await startRelay(folder, port);
    }
    await inStep(pair, ids);
    isEqual(pair);
    for (const { sync } of pair) sync.stop();
    expect(ownIds(await stranger(pair, url))).toEqual(ids.toSorted());
  },
);

describe("the database under two live devices", () => {
  const begin = async () => {
    relay = await startRelay(folder);
    const { port, url } = relay;
    const pair = await createPair(socketTo(url));
    for (const { sync } of pair) sync.start();
    const ids = [await write(pair[0]), await write(pair[1])];
    await inStep(pair, ids);
    return { port, url, pair, ids };
  };
  const goOn = async ({ pair, ids, url }: Awaited<ReturnType<typeof begin>>): Promise<void> => {
    ids.push(await write(pair[0]), await write(pair[1]));
    await inStep(pair, ids);
    isEqual(pair);
    for (const { sync } of pair) sync.stop();
    expect(ownIds(await stranger(pair, url))).toEqual(ids.toSorted());
  };

  test("deleted: the devices bring everything again", { timeout: 60_000 }, async () => {
    const world = await begin();
    await relay?.kill();
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    relay = await startRelay(folder, world.port);
    await goOn(world);
  });

  test("rolled back to an older copy: the devices bring what it forgot", { timeout: 60_000 }, async () => {
    const world = await begin();
    const copy = mkdtempSync(join(tmpdir(), "undivided-copy-"));
    await relay?.stop();
    cpSync(folder, copy, { recursive: true });
    relay = await startRelay(folder, world.port);
    for (let count = 0; count < 20; count += 1) world.ids.push(await write(world.pair[count % 2 === 0 ? 0 : 1]));
    await inStep(world.pair, world.ids);
    await relay.kill();
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    cpSync(copy, folder, { recursive: true });
    rmSync(copy, { recursive: true });
    relay = await startRelay(folder, world.port);
    await goOn(world);
  });

  test.each([1, 2, 3, 4])(
    "bit-flipped all over (seed %i): what is damaged comes back",
    { timeout: 60_000 },
    async (seed) => {
      const world = await begin();
      for (let count = 0; count < 20; count += 1) world.ids.push(await write(world.pair[count % 2 === 0 ? 0 : 1]));
      await inStep(world.pair, world.ids);
      await relay?.stop();
      const bytes = readFileSync(file());
      let state = seed * 7919;
      const next = (below: number): number => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % below;
      // Seeds 1 and 2: some bits in the bodies of pages. Seed 3: the header. Seed 4: cut in the middle.
      const from = seed === 3 ? 0 : 4096;
      const until = seed === 3 ? 100 : bytes.length;
      for (let flips = 0; flips < (seed === 2 ? 40 : 6); flips += 1) {
        const at = from + next(until - from);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
      }
      writeFileSync(file(), seed === 4 ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes);
      relay = await startRelay(folder, world.port);
      await goOn(world);
    },
  );

  test("of something that is no database: set aside with one line, and begun anew", { timeout: 60_000 }, async () => {
    const world = await begin();
    await relay?.stop();
    writeFileSync(file(), "no database at all, but long enough to look like one. ".repeat(100));
    relay = await startRelay(folder, world.port);
    await goOn(world);
    expect(relay.words()).toContain("mailboxes.sqlite.broken-1");
    expect(
      relay
        .words()
        .split("\n")
        .filter((line) => line.includes("was broken")),
    ).toHaveLength(1);
    expect(statSync(join(folder, "mailboxes.sqlite.broken-1")).size).toBeGreaterThan(1000);
  });
});

test("a relay rolled back to before a leave never revives the space", { timeout: 60_000 }, async () => {
  relay = await startRelay(folder);
  const { port, url } = relay;
  const [one, other] = await createPair(socketTo(url));
  await write(one);
  expect(await outcomesOf(one.sync)).toEqual(["in-step"]);
  expect(await outcomesOf(other.sync)).toEqual(["in-step"]);
  await relay.stop();
  const copy = mkdtempSync(join(tmpdir(), "undivided-copy-"));
  cpSync(folder, copy, { recursive: true });
  // Offline: the keys are destroyed at once, the relay hears of it later.
  expect((await one.replica.leave()).type).toBe("ok");
  relay = await startRelay(folder, port);
  expect(await outcomesOf(one.sync)).toEqual(["left"]);
  await relay.kill();
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  cpSync(copy, folder, { recursive: true });
  rmSync(copy, { recursive: true });
  relay = await startRelay(folder, port);
  expect(await outcomesOf(one.sync)).toEqual(["left"]);
  expect(await outcomesOf(other.sync)).toEqual(["left"]);
  expect(other.replica.isClosed()).toBe(true);
  // A relay that lost everything cannot check the leave entry; who holds it gives it again and brings nothing else.
  await relay.kill();
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  relay = await startRelay(folder, port);
  for (const { sync } of [one, other]) expect(await outcomesOf(sync)).toEqual(["left-here"]);
});

test(
  "no word of a record lies in the relay's files or its log, and a deleted body is gone from them",
  { timeout: 60_000 },
  async () => {
    relay = await startRelay(folder);
    const [one, other] = await createPair(socketTo(relay.url));
    const canary = "kanarienvogel";
    const id = await write(one, canary);
    await outcomesOf(one.sync);
    const stored = await one.store.readChain(one.replica.space, one.keys.device, 0, 100);
    const last = stored.type === "ok" ? stored.value.at(-1) : undefined;
    const sealed = Buffer.from(last?.bytes ?? new Uint8Array(0)).subarray(220, 300);
    const inFiles = (needle: string | Buffer): boolean =>
      readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(needle));
    expect(sealed).toHaveLength(80);
    expect(inFiles(sealed)).toBe(true);
    expect((await one.replica.write({ type: "delete", scope: "own", id })).type).toBe("ok");
    expect(await outcomesOf(one.sync)).toEqual(["in-step"]);
    expect(await outcomesOf(other.sync)).toEqual(["in-step"]);
    expect(inFiles(sealed)).toBe(false);
    expect(inFiles(canary)).toBe(false);
    expect(inFiles(Buffer.from(one.replica.space, "hex"))).toBe(true);
    await relay.stop();
    for (const secret of [canary, one.replica.space, one.keys.device, "127.0.0.1:"]) {
      expect(relay.words().replace(/\{"listening":"[^"]*"\}/, "")).not.toContain(secret);
    }
  },
);
