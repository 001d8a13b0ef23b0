/** Two people and their devices over real processes: relays that go back in time, leaving, removing, wrong clocks, newer versions. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DatabaseSync } from "node:sqlite";
import { beforeAll, describe, expect, test } from "vitest";
import type { RelayProcess } from "../relay/relay-process.ts";
import { linesOf, pairFolders, runCall, type CallOptions } from "./device-process.ts";
import { createTestFolder } from "./test-folder.ts";

const TIMEOUT = 180_000;
const folder = createTestFolder("people");
let relay: RelayProcess;
beforeAll(async () => {
  relay = await folder.startRelay();
}, TIMEOUT);

const PIN: CallOptions = { env: { UNDIVIDED_SECRET: "4711" } };
const device = (action: string, dir: string, options: CallOptions = {}) =>
  linesOf(`device ${action} --dir ${dir}`, options);
const init = (dir: string, options: CallOptions = {}) => device(`init --relay ${relay.url}`, dir, options);
const idsIn = async (dir: string, options: CallOptions = {}) =>
  (await device("show", dir, options)).map(({ id }) => String(id)).toSorted();
const standOf = async (dir: string, options: CallOptions = {}) => (await device("status", dir, options))[0];

/** Two devices of one person; the lock that pairing sets is taken off again. */
const createTwoDevices = async (name: string): Promise<readonly [string, string]> => {
  const [one, two] = [folder.path(`${name}-one`), folder.path(`${name}-two`)];
  await init(one);
  await pairFolders(one, two, { own: true, host: PIN });
  await device("lock --off", one, PIN);
  return [one, two];
};

const createCouple = async (name: string): Promise<readonly [string, string]> => {
  const [anna, ben] = [folder.path(`${name}-anna`), folder.path(`${name}-ben`)];
  for (const dir of [anna, ben]) await init(dir);
  await pairFolders(anna, ben);
  return [anna, ben];
};

/** Stops the relay, does something to its data, and starts it on the same port. */
const betweenTwoRelays = async (change: () => void): Promise<void> => {
  await relay.stop();
  change();
  relay = await folder.startRelay();
};

describe("a relay that goes back in time", () => {
  test(
    "is given again what it lost when it comes back with yesterday's copy",
    async () => {
      const [one, two] = await createTwoDevices("rolled");
      await device("log bid answered", one);
      const yesterday = folder.path("yesterday");
      await betweenTwoRelays(() => cpSync(folder.relayData, yesterday, { recursive: true }));
      await device("log bid missed", one);
      await device("log bid missed", two);
      await device("log bid answered", one);
      await betweenTwoRelays(() => {
        rmSync(folder.relayData, { recursive: true });
        cpSync(yesterday, folder.relayData, { recursive: true });
      });
      await device("log bid answered", two);
      for (const dir of [one, two, one]) await standOf(dir);
      expect(await standOf(two)).toMatchObject({ inStep: true });
      expect(await idsIn(one)).toHaveLength(5);
      expect(await idsIn(two)).toEqual(await idsIn(one));
    },
    TIMEOUT,
  );

  test(
    "never brings back a pairing that was left, nor what was deleted for good",
    async () => {
      const [anna, ben] = await createCouple("left");
      await device("log good-moment eye-contact", anna);
      await device("share --weekly good-moment", anna);
      await standOf(ben);
      const before = folder.path("before-leaving");
      await betweenTwoRelays(() => cpSync(folder.relayData, before, { recursive: true }));
      expect(await device("leave", anna)).toEqual([{ left: true }]);
      await betweenTwoRelays(() => {
        rmSync(folder.relayData, { recursive: true });
        cpSync(before, folder.relayData, { recursive: true });
      });
      // Whoever comes first: the one who left says so again, to any relay.
      expect(await standOf(anna)).toMatchObject({ pairing: "ended", ours: null });
      expect(await standOf(ben)).toMatchObject({ pairing: "ended", ours: null });
      expect(await device("show --partner", ben)).toEqual([]);
      expect(await idsIn(anna)).toHaveLength(1);
      const again = await runCall(`device share --weekly good-moment --dir ${anna}`);
      expect(again).toMatchObject({ code: 1, lines: [] });
    },
    TIMEOUT,
  );

  test(
    "with flipped bits in its database is put right or refuses to start; no device is harmed",
    async () => {
      const [one, two] = await createTwoDevices("flipped");
      for (let count = 0; count < 3; count += 1) await device("log bid answered", one);
      const before = await idsIn(one);
      await betweenTwoRelays(() => {
        const database = new DatabaseSync(join(folder.relayData, "mailboxes.sqlite"));
        const rows = database.prepare("SELECT sequence, bytes FROM entries").all();
        const update = database.prepare("UPDATE entries SET bytes = ? WHERE sequence = ?");
        for (const { sequence, bytes } of rows) {
          if (!(bytes instanceof Uint8Array) || typeof sequence !== "number" || sequence % 2 === 0) continue;
          update.run(
            bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)),
            sequence,
          );
        }
        database.close();
      });
      for (const dir of [one, two, one, two]) await standOf(dir);
      await device("log bid missed", two);
      expect(await idsIn(two)).toHaveLength(before.length + 1);
      await standOf(one);
      expect(await idsIn(one)).toEqual(await idsIn(two));
    },
    TIMEOUT,
  );
});

test(
  "a removed device that goes on writing and reading gets nothing new, and nothing of it counts",
  async () => {
    const [one, lost] = await createTwoDevices("removed");
    await device("log bid answered", lost);
    const [named] = (await device("devices", lost)).filter((line) => line["this"] === true);
    const others = await device("devices", one);
    expect(others.some((line) => line["device"] === named?.["device"] && line["new"] === true)).toBe(true);
    expect(await device(`remove ${String(named?.["device"])}`, one)).toEqual([{ removed: named?.["device"] }]);
    await device("log bid missed", one);
    const written = await runCall(`device log bid answered --dir ${lost}`);
    expect(written.stderr).toMatch(/this device was removed/);
    expect(await standOf(lost)).toMatchObject({ inStep: false, mine: { inStep: false, acknowledged: null } });
    const seen = (await runCall(`device show --offline --dir ${lost}`)).lines;
    expect(seen.every(({ outcome }) => outcome === "answered")).toBe(true);
    await standOf(one);
    expect((await device("show", one)).map(({ outcome }) => outcome).toSorted()).toEqual(["answered", "missed"]);
  },
  TIMEOUT,
);

const skewed = (years: number, options: CallOptions = {}): CallOptions => ({
  ...options,
  program: fileURLToPath(new URL("./skewed-main.ts", import.meta.url)),
  env: { ...options.env, SKEW_MS: String(years * 365 * 86_400_000) },
});

test(
  "clocks that are wrong by years, both ways: devices pair, agree, and the later word counts",
  async () => {
    const [ahead, behind] = [folder.path("ahead"), folder.path("behind")];
    const [fast, slow] = [skewed(3), skewed(-5)];
    await init(ahead, fast);
    await pairFolders(ahead, behind, { own: true, host: skewed(3, PIN), guest: slow });
    await device("lock --off", ahead, skewed(3, PIN));
    const [logged] = await device("log moment quick-reply", ahead, fast);
    const id = String(logged?.["id"]);
    await device(`correct ${id} needed`, ahead, fast);
    // The clock behind says it later: what was seen before was before, whatever the clocks say.
    await standOf(behind, slow);
    await device(`correct ${id} needed --take-back`, behind, slow);
    await device("log moment half-an-answer", behind, slow);
    await standOf(ahead, fast);
    const [one, other] = [await device("show", ahead, fast), await device("show", behind, slow)];
    expect(one).toHaveLength(2);
    const textOf = (lines: typeof one) => lines.map((line) => JSON.stringify(line)).toSorted();
    expect(textOf(one)).toEqual(textOf(other));
    const moment = one.find((line) => line["id"] === id);
    expect(JSON.stringify(moment?.["corrections"])).toMatch(/taken-back/);
  },
  TIMEOUT,
);

test(
  "an older version that meets what a newer one wrote keeps it, passes it on, and shows it nowhere",
  async () => {
    const [one, two] = await createTwoDevices("newer");
    const [made] = await device("log bid answered", one);
    const [bid] = await device("show", one);
    const newer = { ...bid, type: "walk-together", version: 7, id: "5".repeat(32), steps: 4711 };
    const later = { ...bid, version: 99, id: "6".repeat(32), mood: "CLEAR" };
    const file = folder.path("newer.jsonl");
    writeFileSync(file, [newer, later].map((line) => `${JSON.stringify(line)}\n`).join(""));
    expect(await linesOf(`import ${file} --dir ${one}`)).toMatchObject([{ added: 2, leftOut: 0 }]);
    await standOf(one);
    await standOf(two);
    expect(await idsIn(two)).toEqual([made?.["id"]]);
    const out = folder.path("passed-on.jsonl");
    await linesOf(`export --dir ${two} --out ${out} --format json`, PIN);
    const passedOn = readFileSync(out, "utf8");
    expect(passedOn).toMatch(/"steps":4711/);
    expect(passedOn).toMatch(/"mood":"CLEAR"/);
  },
  TIMEOUT,
);
