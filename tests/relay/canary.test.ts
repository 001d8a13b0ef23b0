/** A word written in a record is in no frame between devices and a real relay, in none of its files, and in nothing that it says. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Transport } from "@undivided/vault";
import { expect, test } from "vitest";
import { createPair, must, ownIds, socketTo, write } from "./phones.ts";
import { startRelay } from "./relay-process.ts";

const CANARY = "kanarienvogel-über-dem-meer";

/** How a word may look in bytes: as text, in UTF-16, in hexadecimal, and in base64 wherever it begins. */
const looks: readonly Buffer[] = [
  Buffer.from(CANARY),
  Buffer.from(CANARY, "utf16le"),
  Buffer.from(Buffer.from(CANARY).toString("hex")),
  ...[0, 1, 2].map((skipped) =>
    Buffer.from(
      Buffer.from(CANARY)
        .subarray(skipped, skipped + 18)
        .toString("base64"),
    ),
  ),
];
const shows = (bytes: Uint8Array): boolean => looks.some((look) => Buffer.from(bytes).includes(look));

/** The same transport; every frame, both ways, goes into `frames` as it is. */
const recorded = (transport: Transport, frames: Uint8Array[]): Transport => ({
  connect: (events) => {
    const link = transport.connect({
      ...events,
      received: (frame) => {
        frames.push(new Uint8Array(frame));
        events.received(frame);
      },
    });
    return {
      ...link,
      send: (frame) => {
        frames.push(new Uint8Array(frame));
        link.send(frame);
      },
    };
  },
});

test("a word of a record is in no frame, no file and no line of the relay", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "undivided-canary-"));
  const relay = await startRelay(folder);
  try {
    const frames: Uint8Array[] = [];
    const pair = await createPair(recorded(socketTo(relay.url), frames));
    const ids = [await write(pair[0], CANARY), await write(pair[1], CANARY), await write(pair[0], CANARY.repeat(40))];
    for (const { sync } of [...pair, ...pair]) must(await sync.syncOnce());
    expect(pair.map(ownIds)).toEqual([ids.toSorted(), ids.toSorted()]);
    // The looks find it where it is.
    expect([...pair[1].replica.state().own.values()].some((own) => shows(Buffer.from(JSON.stringify(own))))).toBe(true);
    expect(shows(Buffer.from(`..${Buffer.from(`ab${CANARY}`).toString("base64")}`))).toBe(true);
    expect(frames.length).toBeGreaterThan(20);
    expect(frames.filter(shows)).toEqual([]);
    const files = (): readonly Buffer[] => readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    expect(files().some((bytes) => bytes.includes(Buffer.from(pair[0].replica.space, "hex")))).toBe(true);
    expect(files().some(shows)).toBe(false);
    await relay.stop();
    expect(files().some(shows)).toBe(false);
    expect(shows(Buffer.from(relay.words()))).toBe(false);
  } finally {
    await relay.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
