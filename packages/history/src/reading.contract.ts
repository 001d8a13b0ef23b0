/** Reads files in a test: everything that a reading says, as plain values. */
import { formatInstant } from "@undivided/domain";
import { readFileSync } from "node:fs";
import type { HistoryFile } from "./bytes/history-file.ts";
import { parseZone } from "./clock/zone.ts";
import type { SkippedLine } from "./history-error.ts";
import { readHistory } from "./read-history.ts";

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const usage = new URL("../../../fixtures/usage/", import.meta.url);

export const fixture = (path: string): NamedBytes => ({ name: path, bytes: readFileSync(new URL(path, usage)) });

export const written = (text: string, name = "made"): NamedBytes => ({ name, bytes: Buffer.from(text) });

/** One buffer for all chunks, as a source may have it: whoever keeps a chunk reads nonsense. */
export const inPieces = ({ name, bytes }: NamedBytes, sizes: readonly number[]): HistoryFile => ({
  name,
  chunks: async function* () {
    const buffer = new Uint8Array(Math.max(1, bytes.length));
    let from = 0;
    for (let index = 0; from < bytes.length; index++) {
      const size = Math.max(1, sizes[index % sizes.length] ?? bytes.length);
      const part = bytes.subarray(from, from + size);
      buffer.set(part);
      yield buffer.subarray(0, part.length);
      buffer.fill(0x2c);
      from += size;
    }
  },
});

export interface ReadOptions {
  readonly zone?: string;
  readonly own?: string;
  readonly sizes?: readonly number[];
}

export const readAll = async (files: readonly NamedBytes[], { zone, own, sizes = [65_536] }: ReadOptions = {}) => {
  const skipped: SkippedLine[] = [];
  const parsed = zone === undefined ? null : parseZone(zone);
  if (parsed?.type === "error") throw new Error(`no such zone: ${zone ?? ""}`);
  const read = await readHistory(
    files.map((file) => inPieces(file, sizes)),
    { zone: parsed?.value ?? null, own: own ?? null, onSkipped: (line) => skipped.push(line) },
  );
  // How far a file that is refused had been read by then is left to the cut.
  if (read.type === "error") return { error: read.error };
  const { sessions, ...rest } = read.value;
  const lines = [...sessions()].map(({ from, until, unlocked, apps }) => [
    formatInstant(from),
    until === null ? null : formatInstant(until),
    unlocked,
    ...apps,
  ]);
  return { ...rest, sessions: lines, skipped };
};
