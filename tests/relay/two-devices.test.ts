/** Two devices in step through the relay as people run it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createPair, ownIds, socketTo, write } from "./phones.ts";
import { startRelay } from "./relay-process.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "undivided-relay-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("two devices hear of each other through a relay, which stops cleanly and quietly", async () => {
  const relay = await startRelay(folder);
  const [one, other] = await createPair(socketTo(relay.url));
  for (const { sync } of [one, other]) sync.start();
  const ids = [await write(one), await write(other), await write(one)].toSorted();
  await expect.poll(() => [ownIds(one), ownIds(other)], { timeout: 10_000 }).toEqual([ids, ids]);
  await expect.poll(() => one.sync.state().type).toBe("in-step");
  expect(await (await fetch(`${relay.url}/health`)).json()).toEqual({ status: "ok" });
  expect(await (await fetch(`${relay.url}/metrics`)).text()).toMatch(/undivided_relay_entries_taken_total [5-9]/);
  expect(await relay.stop()).toBe(0);
  expect(relay.words()).toMatch(/^(app not built[^\n]*\n)?\{"listening":"[^"]+"\}\n$/);
  await expect.poll(() => one.sync.state().type).not.toBe("in-step");
  for (const { sync } of [one, other]) sync.stop();
});
