/** One folder, many troubles: two processes at once, no right to write, no room, keys that somebody else copies. */
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { RelayProcess } from "../relay/relay-process.ts";
import { linesOf, pairFolders, runCall, startCall, type CallOptions } from "./device-process.ts";
import { createTestFolder } from "./test-folder.ts";

const folder = createTestFolder("folder");
const idsIn = async (dir: string, options: CallOptions = {}) =>
  (await linesOf(`device show --dir ${dir}`, options)).map(({ id }) => String(id)).toSorted();
const bids = (count: number) =>
  Array.from({ length: count }, () => '{"type":"bid","day":"2026-11-20","outcome":"missed"}').join("\n");
const TIMEOUT = 180_000;
let relay: RelayProcess;
beforeAll(async () => {
  relay = await folder.startRelay();
}, TIMEOUT);

test(
  "two processes on one folder at once harm neither what the other writes nor the chain",
  async () => {
    const dir = folder.path("both");
    await linesOf(`device init --dir ${dir} --relay ${relay.url}`);
    const ended = await Promise.all([
      linesOf(`device log - --dir ${dir}`, { input: bids(25) }),
      linesOf(`device log - --dir ${dir}`, { input: bids(25) }),
      linesOf(`device show --dir ${dir}`),
      linesOf(`device status --dir ${dir}`),
    ]);
    const written = [...(ended[0] ?? []), ...(ended[1] ?? [])].map(({ id }) => String(id));
    expect(await idsIn(dir)).toEqual(written.toSorted());
    const second = folder.path("both-second");
    await pairFolders(dir, second, { own: true, host: { env: { UNDIVIDED_SECRET: "4711" } } });
    expect(await idsIn(second)).toEqual(written.toSorted());
  },
  TIMEOUT,
);

test(
  "only one process at a time changes keys: a second pairing is told to wait, and records can be logged meanwhile",
  async () => {
    const dir = folder.path("turn");
    await linesOf(`device init --dir ${dir} --relay ${relay.url}`);
    const pairing = startCall(["device", "pair", "--confirm", "--dir", dir]);
    await pairing.line();
    const second = await runCall(`device pair --confirm --dir ${dir}`);
    expect(second).toMatchObject({ code: 1, lines: [] });
    expect(second.stderr).toMatch(/another call in .* is changing its keys/);
    expect(await linesOf(`device log bid answered --dir ${dir}`)).toHaveLength(1);
    pairing.child.kill("SIGTERM");
    expect((await pairing.ended).stderr).toMatch(/ended on this device; nothing was paired/);
    // The turn ends with its holder, however that ended.
    const killed = startCall(["device", "pair", "--confirm", "--dir", dir]);
    await killed.line();
    killed.child.kill("SIGKILL");
    await killed.ended;
    const guest = folder.path("turn-guest");
    await linesOf(`device init --dir ${guest} --relay ${relay.url}`);
    await pairFolders(dir, guest);
  },
  TIMEOUT,
);

test(
  "leaving waits for no call in its folder: a pairing that waits there ends with a word, at whatever point it is",
  async () => {
    const [host, guest] = [folder.path("leaving-host"), folder.path("leaving-guest")];
    await Promise.all([host, guest].map((dir) => linesOf(`device init --dir ${dir} --relay ${relay.url}`)));

    // Waiting for an answer.
    const unanswered = startCall(["device", "pair", "--confirm", "--dir", host]);
    await unanswered.line();
    expect(await linesOf(`device leave --dir ${host}`)).toEqual([{ left: false }]);
    const ended = await unanswered.ended;
    expect([ended.code, ended.lines.length]).toEqual([1, 1]);
    expect(ended.stderr).toMatch(/another call in this folder left/);

    // At the words, where the other side has said yes already: both end, and nobody is paired.
    const hosted = startCall(["device", "pair", "--confirm", "--dir", host]);
    const { link: invitation } = await hosted.line();
    const answered = startCall(["device", "accept", String(invitation), "--dir", guest], { stdin: "open" });
    await Promise.all([answered.line(), hosted.line()]);
    expect(await linesOf(`device leave --dir ${guest}`)).toEqual([{ left: false }]);
    answered.child.stdin?.write("yes\n");
    const [told, left] = await Promise.all([hosted.ended, answered.ended]);
    expect([told.code, left.code]).toEqual([1, 1]);
    expect(left.stderr).toMatch(/another call in this folder left/);
    expect(told.stderr).toMatch(/the other side said no/);

    // While a second device of one's own waits: the couple ends, the device still comes, and nothing of the keys is lost.
    await pairFolders(host, guest);
    const pin: CallOptions = { env: { UNDIVIDED_SECRET: "4711" } };
    const second = folder.path("leaving-second");
    const own = startCall(["device", "pair", "--own", "--confirm", "--dir", host], pin);
    const { link } = await own.line();
    expect(await linesOf(`device leave --dir ${host}`, pin)).toEqual([{ left: true }]);
    await linesOf(["device", "accept", String(link), "--confirm", "--dir", second]);
    expect((await own.ended).lines.at(-1)).toEqual({ paired: "own-device" });
    const stands = await Promise.all([host, second, guest].map((dir) => linesOf(`device status --dir ${dir}`, pin)));
    expect(stands.map(([stand]) => [stand?.["pairing"], stand?.["ours"], stand?.["inStep"]])).toEqual([
      ["ended", null, true],
      ["alone", null, true],
      ["ended", null, true],
    ]);
    expect(await linesOf(`device devices --dir ${host}`, pin)).toHaveLength(2);
  },
  TIMEOUT,
);

test(
  "a disk that is full in the middle of writing loses nothing that was acknowledged, and the device goes on afterwards",
  async () => {
    const dir = folder.path("full");
    await linesOf(`device init --dir ${dir}`);
    await linesOf(`device log - --dir ${dir}`, { input: bids(3) });
    const before = await idsIn(dir);
    // No file of this process may grow beyond so many blocks of 512 bytes: what a full disk is to a program.
    const limited: CallOptions = {
      input: bids(400),
      wrap: (program, args) => ["/bin/sh", ["-c", 'ulimit -f 160; exec "$@"', "sh", program, ...args]],
    };
    const ended = await runCall(`device log - --dir ${dir}`, limited);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/the disk is full|the disk or the file failed/);
    const acknowledged = ended.lines.map(({ id }) => String(id));
    expect(acknowledged.length).toBeLessThan(400);
    const after = await idsIn(dir);
    expect(after).toEqual(expect.arrayContaining([...before, ...acknowledged]));
    await linesOf(`device log bid answered --dir ${dir}`);
    expect(await idsIn(dir)).toHaveLength(after.length + 1);
  },
  TIMEOUT,
);

/** Root may write everywhere; another user must be able to run the program at all. */
const NOBODY = 65_534;
const canRunAsNobody = async (): Promise<boolean> => {
  if (process.getuid?.() !== 0) return true;
  const ended = await runCall(["device"], { uid: NOBODY }).catch(() => undefined);
  return ended?.code === 2;
};

describe.runIf(await canRunAsNobody())("a folder without the right to write", () => {
  const user: CallOptions = process.getuid?.() === 0 ? { uid: NOBODY } : {};

  test(
    "is said to be that, nothing is written, and everything is there when the right is back",
    async () => {
      const base = folder.path("rights");
      mkdirSync(base);
      chmodSync(join(base, ".."), 0o755);
      if (user.uid !== undefined) chownSync(base, user.uid, user.uid);
      const dir = join(base, "device");
      await linesOf(`device init --dir ${dir}`, user);
      await linesOf(`device log - --dir ${dir}`, { ...user, input: bids(2) });
      const before = await idsIn(dir, user);
      for (const name of readdirSync(dir)) chmodSync(join(dir, name), 0o400);
      chmodSync(dir, 0o500);
      const refused = await runCall(`device log bid missed --dir ${dir}`, user);
      expect(refused).toMatchObject({ code: 1, lines: [] });
      expect(refused.stderr).toMatch(/can only be read/);
      const made = await runCall(`device init --dir ${join(dir, "below")}`, user);
      expect(made).toMatchObject({ code: 1, lines: [] });
      expect(made.stderr).toMatch(/can only be read/);
      chmodSync(dir, 0o700);
      for (const name of readdirSync(dir)) chmodSync(join(dir, name), 0o600);
      expect(await idsIn(dir, user)).toEqual(before);
    },
    TIMEOUT,
  );
});

test(
  "a copy of the folder that goes on beside the original is told, and what the original wrote stays",
  async () => {
    const dir = folder.path("original");
    await linesOf(`device init --dir ${dir} --relay ${relay.url}`);
    await linesOf(`device log bid answered --dir ${dir}`);
    const copy = folder.path("copy");
    cpSync(dir, copy, { recursive: true });
    await linesOf(`device log bid missed --dir ${dir}`);
    const before = await idsIn(dir);
    const other = await runCall(`device log bid missed --dir ${copy}`);
    const stand = await runCall(`device status --dir ${copy}`);
    for (const { stderr } of [other, stand]) expect(stderr).toMatch(/this folder is an older copy of itself/);
    expect(stand.lines[0]).toMatchObject({ inStep: false, mine: { inStep: false } });
    // And one that wrote more than the original did.
    await linesOf(`device log - --dir ${copy}`, { input: bids(3) });
    expect((await runCall(`device status --dir ${copy}`)).stderr).toMatch(/this folder is an older copy of itself/);
    await linesOf(`device status --dir ${dir}`);
    expect(await idsIn(dir)).toEqual(before);
  },
  TIMEOUT,
);

test(
  "nothing that was written is readable in any file of device, relay or backup",
  async () => {
    const canary = "CANARY-f3a9-sparrow";
    const secret = { env: { UNDIVIDED_SECRET: `${canary}-secret` } };
    const [dir, guest] = [folder.path("canary"), folder.path("canary-guest")];
    await linesOf(`device init --dir ${dir} --relay ${relay.url}`, secret);
    await linesOf(`device init --dir ${guest} --relay ${relay.url}`);
    await pairFolders(dir, guest, { host: secret });
    await linesOf(["device", "log", "reflection", "--doing", `${canary} at the table`, "--dir", dir], secret);
    await linesOf(`device log good-moment six-second-kiss --dir ${dir}`, secret);
    await linesOf(`device share --weekly good-moment --dir ${dir}`, secret);
    const backup = folder.path("canary.backup");
    await linesOf(`export --dir ${dir} --out ${backup}`, secret);
    const files = [dir, guest, folder.relayData]
      .flatMap((path) => readdirSync(path, { recursive: true }).map((name) => join(path, String(name))))
      .filter((path) => statSync(path).isFile());
    expect(files.length).toBeGreaterThan(4);
    for (const path of [...files, backup]) {
      const bytes = readFileSync(path);
      for (const word of [canary, "CANARY", "six-second-kiss", "good-moment", "reflection", "at the table"]) {
        for (const encoding of ["utf8", "utf16le"] as const) {
          expect(bytes.includes(Buffer.from(word, encoding)), `${word} in ${path}`).toBe(false);
        }
      }
    }
    expect(relay.words()).not.toMatch(/CANARY/);
  },
  TIMEOUT,
);
