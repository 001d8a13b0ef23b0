/** A folder for one test file, deleted after it; and a relay in it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { startRelay, type RelayProcess } from "../relay/relay-process.ts";

export interface TestFolder {
  readonly path: (name: string) => string;
  readonly relayData: string;
  /** On the same port as before, once there was one. */
  readonly startRelay: () => Promise<RelayProcess>;
}

export const createTestFolder = (name: string): TestFolder => {
  const root = mkdtempSync(join(tmpdir(), `undivided-${name}-`));
  const relayData = join(root, "relay");
  const running = new Set<RelayProcess>();
  let port = 0;
  afterAll(async () => {
    for (const relay of running) await relay.kill();
    rmSync(root, { recursive: true, force: true });
  });
  return {
    path: (of) => join(root, of),
    relayData,
    startRelay: async () => {
      const relay = await startRelay(relayData, port);
      port = relay.port;
      running.add(relay);
      return relay;
    },
  };
};
