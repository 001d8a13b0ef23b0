/** A file on disk as the readers of recordings want it. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { RecordedFile } from "@undivided/sensing/recording";

/** Big enough that a three-hour recording is few reads, small enough to be nothing in memory. */
const CHUNK_BYTES = 262_144;

/** `name` is shown as the caller wrote it and resolves against `folder`. Nothing is opened yet. */
export const openNodeFile = async (folder: string, name: string): Promise<RecordedFile> => {
  const path = resolve(folder, name);
  const chunks = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    const found = await stat(path);
    return found.isFile() ? { name, size: found.size, chunks } : { name, chunks };
  } catch {
    // Opening it will fail too, and say why.
    return { name, chunks };
  }
};
