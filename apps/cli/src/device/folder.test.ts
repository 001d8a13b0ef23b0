import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEVICE_FILE, openDeviceFolder, TURN_FILE, type DeviceFolder } from "./folder.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "undivided-folder-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const opened = async (path: string, make = true): Promise<DeviceFolder> => {
  const outcome = await openDeviceFolder(path, make);
  if (outcome.type !== "open") throw new Error(outcome.type);
  return outcome.folder;
};
const rightsOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

describe("the folder of a device", () => {
  it("is made with its parents, for its owner alone, and so is every file in it", async () => {
    const path = join(root, "a", "b");
    const folder = await opened(path);
    expect(await rightsOf(path)).toBe(0o700);
    const turn = folder.takeTurn();
    const names = await readdir(path);
    expect(names).toEqual(expect.arrayContaining([DEVICE_FILE, `${DEVICE_FILE}-wal`, TURN_FILE]));
    for (const name of names) expect(await rightsOf(join(path, name)), name).toBe(0o600);
    turn?.end();
    folder.close();
    expect(await readdir(path)).toEqual([DEVICE_FILE, TURN_FILE]);
  });

  it("keeps the rights of a folder that was there before, and of nothing else in it", async () => {
    const path = join(root, "shared");
    await mkdir(path);
    await chmod(path, 0o755);
    (await opened(path)).close();
    expect(await rightsOf(path)).toBe(0o755);
    expect(await rightsOf(join(path, DEVICE_FILE))).toBe(0o600);
  });

  it("gives the turn to one at a time, and takes it back however the holder ended", async () => {
    const path = join(root, "turn");
    const [one, two] = [await opened(path), await opened(path)];
    const turn = one.takeTurn();
    expect(turn).not.toBeNull();
    expect(two.takeTurn()).toBeNull();
    turn?.end();
    const next = two.takeTurn();
    expect(next).not.toBeNull();
    next?.end();
    one.close();
    two.close();
  });

  it("says why there is none", async () => {
    expect(await openDeviceFolder(join(root, "nowhere"), false)).toEqual({ type: "no-device" });
    const file = join(root, "file");
    await writeFile(file, "");
    expect(await openDeviceFolder(file, true)).toEqual({ type: "not-a-folder" });
    expect(await openDeviceFolder(join(file, "below"), false)).toEqual({ type: "not-a-folder" });
    const noise = join(root, "noise");
    await mkdir(noise);
    await writeFile(join(noise, DEVICE_FILE), "this is no database, however one looks at it".repeat(100));
    expect(await openDeviceFolder(noise, false)).toEqual({ type: "unreadable" });
    const newer = join(root, "newer");
    (await opened(newer)).close();
    const database = new DatabaseSync(join(newer, DEVICE_FILE));
    database.exec("PRAGMA user_version = 999");
    database.close();
    expect(await openDeviceFolder(newer, false)).toEqual({ type: "newer-store" });
  });
});
