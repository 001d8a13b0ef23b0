/** A device's folder as `undivided insight` reads it: locked, open, and none. */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { err, millis, parseRecordId } from "@undivided/domain";
import { openJournal } from "@undivided/journal";
import { openDevice, type Stretch } from "@undivided/vault";
import { stretchPassphrase } from "@undivided/vault/argon2id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDeviceFolder } from "../device/folder.ts";
import { instantOf, localOffset } from "../device/local-clock.ts";
import { createMemoryIo } from "../memory-io.ts";
import { createInsightVerb } from "../verbs/insight.ts";
import { simulateVerb } from "../verbs/simulate.ts";

const stretch: Stretch = (passphrase, salt) =>
  stretchPassphrase(passphrase, salt, { passes: 1, memoryKiB: 8, lanes: 1 });
const pin = "a lamp and a bowl";
let root = "";

const run = async (...args: readonly string[]) => {
  const io = createMemoryIo(root);
  const code = await createInsightVerb(stretch).run(args, io);
  return { code, text: io.stdout.text(), stderr: io.stderr.text() };
};

/** A device with these records, locked or not. */
const makeDevice = async (name: string, lines: string, isLocked: boolean): Promise<void> => {
  const { now } = createMemoryIo();
  const opened = await openDeviceFolder(join(root, name), true);
  if (opened.type !== "open") throw new Error(opened.type);
  const { folder } = opened;
  const wall = () => instantOf(now);
  const made = await openDevice({
    logs: folder.logs,
    blobs: folder.blobs,
    wall,
    clock: () => millis(performance.now()),
    stretch,
    rendezvousAt: () => ({ meet: async () => err({ type: "unreachable" }) }),
  });
  if (made.type === "error") throw new Error(made.error.type);
  const person = await made.value.createPerson(null);
  if (person.type === "error") throw new Error(person.error.type);
  const device = person.value;
  const keys = device.keysIn(device.mine.space);
  if (keys === undefined) throw new Error("no keys");
  let ids = 0;
  const journal = await openJournal({
    mine: device.mine,
    ours: () => null,
    person: device.person,
    device: keys.device,
    wall,
    utcOffset: localOffset,
    randomId: () => {
      const id = parseRecordId((ids += 1).toString(16).padStart(32, "0"));
      if (id.type === "error") throw new Error("an id");
      return id.value;
    },
    leave: async () => err({ type: "not-allowed" }),
  });
  const report = await journal.files.importJsonLines(lines, { file: "example", adopt: true });
  if (report.type === "error") throw new Error(report.error.type);
  expect(report.value.faults).toEqual([]);
  if (isLocked) {
    const set = await device.lock.set({ pin, passkey: null }, null);
    if (set.type === "error") throw new Error(set.error.type);
  }
  folder.close();
};

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "undivided-records-"));
  const io = createMemoryIo(root);
  await simulateVerb.run(["--couple", "--weeks", "3", "--records", "1"], io);
  await writeFile(join(root, "example.jsonl"), io.stdout.text());
  await makeDevice("open", io.stdout.text(), false);
  await makeDevice("locked", io.stdout.text(), true);
  await writeFile(join(root, "pin"), `${pin}\n`);
  await writeFile(join(root, "wrong"), "something else");
}, 120_000);
afterAll(() => rm(root, { recursive: true, force: true }));

describe("undivided insight of a device's folder", () => {
  it("says the same as of the plain export of the same records", async () => {
    const plain = await run("example.jsonl");
    const read = await run("open");
    expect({ code: read.code, stderr: read.stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(read.text)).toEqual(JSON.parse(plain.text));
  });

  it("asks for what opens a lock, and says why where it does not", async () => {
    const without = await run("locked");
    expect(without).toMatchObject({ code: 2, text: "" });
    expect(without.stderr).toContain("UNDIVIDED_SECRET");
    const wrong = await run("locked", "--secret-file", "wrong");
    expect(wrong).toMatchObject({ code: 1, text: "" });
    expect(wrong.stderr).not.toContain("something else");
    expect(await run("locked", "--secret-file", "pin")).toMatchObject({ code: 0, stderr: "" });
  });

  it("makes no device where there is none", async () => {
    const empty = await mkdtemp(join(root, "empty-"));
    const { code, text, stderr } = await run(empty);
    expect({ code, text }).toEqual({ code: 1, text: "" });
    expect(stderr).toContain("no device in this folder");
    expect(await readdir(empty)).toEqual([]);
  });
});
