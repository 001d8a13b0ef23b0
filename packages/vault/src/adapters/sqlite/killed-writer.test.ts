/**
 * A process that writes records, deletes some and makes snapshots, and is killed with -9 at moments that nobody chose: what it had
 * acknowledged is there, and what it had acknowledged as deleted is not.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { bytesToHex, randomBytes } from "../../crypto/door.ts";
import { createMemberId, createDeviceKeys } from "../../space/device-keys.ts";
import { revealSecret } from "../../crypto/door.ts";
import { foundSpace, openReplica } from "../../space/replica.ts";
import { parseEpochMs } from "@undivided/domain";
import { openSqliteLogStore, openSqliteStores } from "./sqlite-stores.ts";

const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${result.error.type}`);
  return result.value;
};
const wall = () => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z")));
const here = (path: string): string => new URL(path, import.meta.url).href;

/** Writes as fast as it can, a few at once, and says the identifier of each record once it is acknowledged. */
const writer = (file: string, space: string, keys: readonly string[]): string => `
  import { DatabaseSync } from "node:sqlite";
  import { openSqliteStores } from ${JSON.stringify(here("./sqlite-stores.ts"))};
  import { openReplica } from ${JSON.stringify(here("../../space/replica.ts"))};
  import * as door from ${JSON.stringify(here("../../crypto/door.ts"))};
  const [device, member, signing, unwrapping] = ${JSON.stringify(keys)};
  const { logs: store, blobs } = openSqliteStores(new DatabaseSync(${JSON.stringify(file)})).value;
  const own = {
    device, member,
    signing: door.signingKeyFrom(door.hexToBytes(signing)).value,
    unwrapping: door.unwrappingKeyFrom(door.hexToBytes(unwrapping)).value,
  };
  const replica = (await openReplica({ store, blobs, snapshotAfter: () => 12, keys: own, wall: () => ${wall()} }, ${JSON.stringify(space)})).value;
  const write = async () => {
    for (;;) {
      const id = door.bytesToHex(door.randomBytes(16));
      const result = await replica.write({ type: "put", id, text: id });
      if (result.type === "ok") process.stdout.write(id + "\\n");
      if (!/^[0-3]/.test(id)) continue;
      const gone = await replica.write({ type: "delete", scope: "own", id });
      if (gone.type === "ok") process.stdout.write("gone " + id + "\\n");
    }
  };
  await Promise.all([write(), write(), write()]);
`;

const runAndKill = (script: string, afterLines: number): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      if (lines.length === afterLines) child.kill("SIGKILL");
    });
    child.once("close", () => resolve(lines.filter((line) => /^(gone )?[0-9a-f]{32}$/.test(line))));
  });

test("keeps every acknowledged record through kill -9, and a chain that goes on without a fork", async () => {
  const folder = mkdtempSync(join(tmpdir(), "undivided-killed-"));
  const file = join(folder, "log.sqlite");
  try {
    const keys = createDeviceKeys(createMemberId());
    const secrets = [keys.signing, keys.unwrapping].map((key) => bytesToHex(revealSecret(key)));
    const first = new DatabaseSync(file);
    const { space } = must(await foundSpace({ store: must(openSqliteLogStore(first)), keys, wall }, 1));
    first.close();
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const afterLines = 1 + (randomBytes(1)[0] ?? 0);
      acknowledged.push(...(await runAndKill(writer(file, space, [keys.device, keys.member, ...secrets]), afterLines)));
      const database = new DatabaseSync(file);
      const { logs: store, blobs } = must(openSqliteStores(database));
      const replica = must(await openReplica({ store, blobs, keys, wall }, space));
      const fromLog = must(await openReplica({ store, keys, wall }, space));
      expect(new Map(replica.state().own)).toEqual(new Map(fromLog.state().own));
      const typeById = new Map([...replica.state().own.values()].map(({ id, type }): [string, string] => [id, type]));
      const gone = new Set(acknowledged.flatMap((line) => (line.startsWith("gone ") ? line.slice(5) : [])));
      const written = acknowledged.filter((line) => !line.startsWith("gone "));
      expect(written.filter((id) => !typeById.has(id))).toEqual([]);
      expect([...gone].filter((id) => typeById.get(id) !== "deleted")).toEqual([]);
      // Whatever is stored belongs to one whole chain.
      const stored = must(await store.readChain(space, keys.device, 0, 100_000));
      expect(replica.summary().heads[0]?.counter).toBe(stored.length);
      database.close();
    }
    expect(acknowledged.length).toBeGreaterThan(3);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
