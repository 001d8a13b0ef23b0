import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stretchPassphrase } from "@undivided/vault/argon2id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMemoryRelay } from "../device/memory-relay-link.ts";
import { createMemoryIo, type MemoryIo, type MemoryWorld } from "../memory-io.ts";
import { createDeviceVerb } from "./device.ts";

const RELAY = "http://relay.example.org:8787";
let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "undivided-device-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly stderr: string;
}

const createWorld = () => {
  const relay = createMemoryRelay();
  const verb = createDeviceVerb({
    connect: relay.connect,
    // As cheap as Argon2id gets: these tests are about who is asked, not about what a guess costs.
    stretch: (pin, salt) => stretchPassphrase(pin, salt, { passes: 1, memoryKiB: 8, lanes: 1 }),
  });
  const start = (args: string, world: MemoryWorld = {}): { readonly io: MemoryIo; readonly ended: Promise<Ended> } => {
    const io = createMemoryIo(root, world);
    const ended = verb.run(args.split(" "), io).then((code) => ({
      code,
      lines: io.stdout
        .text()
        .split("\n")
        .filter((line) => line !== "")
        .map((line): Record<string, unknown> => JSON.parse(line)),
      stderr: io.stderr.text(),
    }));
    return { io, ended };
  };
  const run = (args: string, world: MemoryWorld = {}): Promise<Ended> => start(args, world).ended;
  /** What a call that must succeed wrote. */
  const lines = async (args: string, world: MemoryWorld = {}) => {
    const ended = await run(args, world);
    if (ended.code !== 0) throw new Error(`${args}: ${ended.code} ${ended.stderr}`);
    return ended.lines;
  };
  const pair = async (host: string, guest: string, more = "", world: MemoryWorld = {}) => {
    const hosted = start(`pair --confirm --dir ${host}${more}`, world);
    const link: { link: string } = JSON.parse(await hosted.io.stdout.firstLine());
    const answered = await run(`accept ${link.link} --confirm --dir ${guest}`);
    return { host: await hosted.ended, guest: answered, link: link.link };
  };
  return { relay, run, lines, pair, start };
};

/** Two people, paired. */
const createCouple = async (name: string) => {
  const world = createWorld();
  const [one, two] = [`${name}/one`, `${name}/two`];
  for (const dir of [one, two]) await world.lines(`init --dir ${dir} --relay ${RELAY}`);
  await world.pair(one, two);
  return { ...world, one, two };
};

describe("undivided device", () => {
  it("makes a device that logs, shows, corrects, deletes and brings back, alone", async () => {
    const { lines, run } = createWorld();
    const [made] = await lines("init --dir alone");
    expect(made).toEqual({ person: expect.any(String), device: expect.any(String), relay: null, lock: false });
    const [logged] = await lines("log moment quick-reply --dir alone");
    expect(logged).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}$/), type: "moment" });
    await lines("log felt-second lonely --dir alone");
    const shown = await lines("show --dir alone");
    expect(shown.map(({ type }) => type).toSorted()).toEqual(["felt-second", "moment"]);
    expect(shown.every(({ owner }) => owner === made?.["person"])).toBe(true);

    await lines(`correct ${String(logged?.["id"])} needed --dir alone`);
    const [moment] = await lines("show --type moment --dir alone");
    expect(moment?.["corrections"]).toMatchObject([{ type: "said", correction: "needed" }]);

    const [deleted] = await lines(`delete ${String(logged?.["id"])} --dir alone`);
    expect(await lines("show --type moment --dir alone")).toEqual([]);
    await lines(`undo ${String(deleted?.["undo"])} --dir alone`);
    expect(await lines("show --type moment --dir alone")).toHaveLength(1);
    expect((await run("init --dir alone")).stderr).toMatch(/there is a device in .*alone already/);
  });

  it("takes records as JSON from standard input, names each bad line, and passes it over unless strict", async () => {
    const { lines, run } = createWorld();
    await lines("init --dir json");
    const good = '{"type":"bid","day":"2026-11-20","outcome":"answered"}';
    const input = `${good}\n\n{"type":"bid","day":"soon","outcome":"answered"}\n{"type":"bid","owner":"x"}\n${good}\n`;
    const ended = await run("log - --dir json", { input });
    expect(ended).toMatchObject({ code: 0, lines: [{ type: "bid" }, { type: "bid" }] });
    expect(ended.stderr).toBe(
      [
        "standard input:3: not-a-day at day",
        "standard input:4: owner is given by the journal, leave it out",
        "standard input: 2 lines left out",
        "",
      ].join("\n"),
    );
    expect(await run("log - --strict --dir json", { input })).toMatchObject({ code: 1, lines: [{ type: "bid" }] });
    expect(await lines("show --dir json")).toHaveLength(3);
  });

  it("pairs two people: one link, the same words, and nothing shared by that", async () => {
    const { lines, pair } = createWorld();
    for (const dir of ["pair/one", "pair/two"]) await lines(`init --dir ${dir} --relay ${RELAY}`);
    await lines("log moment phone-at-the-door --dir pair/one");
    const { host, guest, link } = await pair("pair/one", "pair/two");
    expect(link).toMatch(/^http:\/\/relay\.example\.org:8787\/pair#/);
    expect(host.lines[1]?.["words"]).toHaveLength(4);
    expect(guest.lines[0]).toEqual(host.lines[1]);
    expect([host.lines[2], guest.lines[1]]).toEqual([{ paired: "partner" }, { paired: "partner" }]);
    expect([host.code, guest.code]).toEqual([0, 0]);
    expect((await lines("status --dir pair/two"))[0]).toMatchObject({ pairing: "paired", inStep: true });
    expect(await lines("show --partner --dir pair/two")).toEqual([]);
  });

  it("pairs only after yes: without it neither side has a pairing", async () => {
    const { lines, run, start } = createWorld();
    for (const dir of ["no/one", "no/two"]) await lines(`init --dir ${dir} --relay ${RELAY}`);
    for (const input of ["no\n", "", "y\n"]) {
      const hosted = start("pair --dir no/one", { input });
      const link: { link: string } = JSON.parse(await hosted.io.stdout.firstLine());
      const guest = await run(`accept ${link.link} --dir no/two`, { input });
      const host = await hosted.ended;
      expect([host.code, guest.code]).toEqual([1, 1]);
      expect(guest.stderr).toMatch(/not confirmed: nothing was paired/);
    }
    expect((await lines("status --dir no/one"))[0]).toMatchObject({ pairing: "alone", ours: null });
    // One no is enough: the other side, that said yes, ends at once.
    for (const [hostSays, guestSays] of [
      ["yes", "no"],
      ["no", "yes"],
    ]) {
      const asked = start("pair --dir no/one", { input: `${hostSays}\n` });
      const { link } = JSON.parse(await asked.io.stdout.firstLine());
      const guest = await run(`accept ${link} --dir no/two`, { input: `${guestSays}\n` });
      const host = await asked.ended;
      expect([host.code, guest.code]).toEqual([1, 1]);
      expect(hostSays === "yes" ? host.stderr : guest.stderr).toMatch(/the other side said no/);
    }
    const hosted = start("pair --dir no/one", { input: "yes\n" });
    const link: { link: string } = JSON.parse(await hosted.io.stdout.firstLine());
    expect((await run(`accept ${link.link} --dir no/two`, { input: " YES \n" })).code).toBe(0);
    expect((await hosted.ended).code).toBe(0);
  });

  it("shows the other what both opened, and takes it back", async () => {
    const { lines, run, one, two } = await createCouple("share");
    const ids: unknown[] = [];
    for (const dir of [one, two]) {
      const [logged] = await lines(`log good-moment eye-contact --dir ${dir}`);
      ids.push(logged?.["id"]);
    }
    expect(await lines(`share ${String(ids[0])} --preview --dir ${one}`)).toEqual([
      { view: { type: "good-moment", day: expect.any(String), kind: "eye-contact" } },
    ]);
    const [shared] = await lines(`share ${String(ids[0])} --dir ${one}`);
    expect(shared).toEqual({ shared: { id: ids[0] }, until: expect.any(String) });
    expect(await lines(`show --sharing --dir ${one}`)).toEqual([
      { shared: "item", id: ids[0], until: shared?.["until"] },
    ]);
    expect(await lines(`show --partner --dir ${two}`)).toEqual([]);
    await lines(`share ${String(ids[1])} --days 7 --dir ${two}`);
    await lines(`show --dir ${one}`);
    expect(await lines(`show --partner --dir ${two}`)).toMatchObject([{ type: "good-moment", kind: "eye-contact" }]);
    // Another's, or none, is no record of mine: nothing was done, and it is said.
    for (const id of [String(ids[1]), "0".repeat(32)]) {
      const refused = await run(`withdraw ${id} --dir ${one}`);
      expect(refused).toMatchObject({ code: 1, lines: [] });
      expect(refused.stderr).toMatch(/there is no such record/);
    }
    for (let twice = 0; twice < 2; twice += 1) {
      expect(await lines(`withdraw ${String(ids[0])} --dir ${one}`)).toEqual([{ withdrawn: { id: ids[0] } }]);
    }
    expect(await lines(`show --partner --dir ${two}`)).toEqual([]);
  });

  it("leaves alone and at once, out of reach too; own records stay, the rest is gone on both sides", async () => {
    const { lines, relay, run, one, two } = await createCouple("leave");
    await lines(`log bid answered --dir ${one}`);
    relay.setReachable(false);
    const left = await run(`leave --dir ${one}`);
    expect(left).toMatchObject({ code: 0, lines: [{ left: true }] });
    expect(left.stderr).toMatch(/the relay was not reached/);
    expect(await lines(`leave --dir ${one}`)).toEqual([{ left: false }]);
    expect((await lines(`status --dir ${one}`))[0]).toMatchObject({ pairing: "ended", ours: null });
    expect(await lines(`show --dir ${one}`)).toHaveLength(1);
    expect((await lines(`status --dir ${two}`))[0]).toMatchObject({ pairing: "paired" });
  });

  it("works out of reach of the relay: done here, said on standard error, in step at the next call", async () => {
    const { lines, relay, run } = createWorld();
    await lines(`init --dir offline --relay ${RELAY}`);
    relay.setReachable(false);
    const logged = await run("log bid missed --dir offline");
    expect(logged.code).toBe(0);
    expect(logged.stderr).toMatch(/the relay was not reached/);
    expect((await run("log bid missed --offline --dir offline")).stderr).toBe("");
    const [alone] = await lines("status --dir offline");
    expect(alone).toMatchObject({ relayReached: false, inStep: null, mine: { inStep: null } });
    relay.setReachable(true);
    const [again] = await lines("status --dir offline");
    expect(again).toMatchObject({ relayReached: true, inStep: true });
    expect(again?.["mine"]).toMatchObject({ acknowledged: 4, written: 4 });
  });

  it("says what is wrong with a call, with exit code 2, before anything is opened", async () => {
    const { run } = createWorld();
    for (const [args, words] of [
      ["", /no action ""; there is init, pair, /],
      ["toString", /no action "toString"/],
      ["log moment quick-reply", /--dir is missing/],
      ["log moment rude --dir nowhere", /"rude" is not in the list/],
      ["log moment quick-reply --pin 1234 --dir nowhere", /Unknown option '--pin'/],
      ["init --dir nowhere --relay ftp://relay", /--relay is "ftp:\/\/relay", and that is no web address/],
      ["recover ABCD --dir nowhere --relay http://relay", /the code is never an argument/],
      ["recover --dir nowhere --relay http://relay", /needs the recovery code: in a file named by --secret-file/],
      ["show --partner --type bid --dir nowhere", /--type does not go with --partner/],
      ["share --dir nowhere", /it takes one of these/],
      ["share --weekly reflection --dir nowhere", /--weekly is "reflection"/],
      ["remove me --dir nowhere", /no id of a device/],
      ["accept hello --dir nowhere", /that is no link of an invitation/],
    ] as const) {
      const ended = await run(args);
      expect(ended.code, args).toBe(2);
      expect(ended.lines).toEqual([]);
      expect(ended.stderr).toMatch(words);
    }
    const ended = await run("show --dir nowhere");
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/there is no device in .*nowhere: "undivided device init --dir/);
  });
});

describe("the lock of a device on the command line", () => {
  const withSecret = (secret: string, more: Record<string, string> = {}): MemoryWorld => ({
    env: { UNDIVIDED_SECRET: secret, ...more },
  });

  it("is asked for before a second device, a recovery code or a new lock; without one, one is set first", async () => {
    const { lines, pair, run } = createWorld();
    await lines(`init --dir lock/one --relay ${RELAY}`);
    for (const action of ["pair --own --confirm", "code"]) {
      const refused = await run(`${action} --dir lock/one`);
      expect(refused).toMatchObject({ code: 2, lines: [] });
      expect(refused.stderr).toMatch(/needs the new PIN .* which has no lock yet/);
    }
    await writeFile(join(root, "pin"), "4711\n");
    expect(await lines("lock --secret-file pin --dir lock/one")).toEqual([{ locked: true }]);
    const pin = withSecret("4711");

    expect(await run("show --dir lock/one")).toMatchObject({ code: 2, lines: [] });
    expect((await run("show --dir lock/one", withSecret("0815"))).stderr).toMatch(/that does not open the lock/);
    await lines("log bid answered --dir lock/one", pin);

    const { host, guest } = await pair("lock/one", "lock/two", " --own", pin);
    expect([host.code, guest.code]).toEqual([0, 0]);
    expect(guest.lines.at(-1)).toEqual({ paired: "own-device" });
    expect(await lines("show --dir lock/two")).toMatchObject([{ type: "bid" }]);
    const devices = await lines("devices --dir lock/two");
    expect(devices).toHaveLength(2);
    expect((await run("show --dir lock/one", pin)).stderr).toMatch(/a device of mine came: /);

    const [code] = await lines("code --dir lock/one", pin);
    expect(code?.["code"]).toMatch(/^([0-9A-Z]{4}-){13}[0-9A-Z]{4}$/);
    const changed = withSecret("4711", { UNDIVIDED_NEW_SECRET: "a longer phrase" });
    expect(await lines("lock --dir lock/one", changed)).toEqual([{ locked: true }]);
    expect((await run("show --dir lock/one", pin)).code).toBe(1);
    // Forgotten: the code opens it.
    await lines("show --dir lock/one", withSecret(String(code?.["code"])));

    await lines("recover --dir lock/three --relay http://relay.example.org", withSecret(String(code?.["code"])));
    expect(await lines("show --dir lock/three")).toMatchObject([{ type: "bid" }]);
    const lost = devices.find((one) => one["this"] === true);
    await lines(`remove ${String(lost?.["device"])} --dir lock/three`);
    const refused = await run("log bid missed --dir lock/two");
    await lines("show --dir lock/two");
    expect(refused.code === 0 || refused.stderr.includes("removed")).toBe(true);
    expect((await lines("show --dir lock/three")).length).toBe(1);
    expect(await lines("lock --off --dir lock/one", withSecret("a longer phrase"))).toEqual([{ locked: false }]);
    await lines("show --dir lock/one");
  });
});
