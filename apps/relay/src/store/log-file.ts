/**
 * The file of the write-ahead log, kept at its full length.
 *
 * An fsync of a file that has grown must also bring its new length to the disk, through the journal of the file system; one of a file
 * that was overwritten need not, and takes half as long (docs/adr/0023). SQLite appends while the log is young, so the rest of it is
 * filled with zeros. It does not read them: a frame counts by its salt and its checksum.
 */
import { closeSync, fdatasync, fstatSync, ftruncateSync, openSync, statfsSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** After so many pages SQLite checkpoints by itself; the log is a little longer, for the last transaction. */
export const LOG_PAGES = 4000;
const PAGE_BYTES = 4096 + 24;
const FULL_BYTES = (LOG_PAGES + 256) * PAGE_BYTES;

/** Room is for records first: on a disk with less than this the log stays as it is. */
const LEAST_FREE_BYTES = 512 * 1_048_576;

const ZEROS = new Uint8Array(1_048_576);

/**
 * Fills what is missing, behind everything that SQLite has written. To be called on SQLite's own thread, which thus writes nothing
 * meanwhile; takes about ten milliseconds. Without room or rights nothing changes.
 */
export const fillLog = (file: string): void => {
  let log: number | undefined;
  try {
    log = openSync(file, "r+");
    const { size } = fstatSync(log);
    const { bavail, bsize } = statfsSync(dirname(file));
    if (size < FULL_BYTES && bavail * bsize >= LEAST_FREE_BYTES) writeZeros(log, size);
  } catch {
    // There is no log, or it may not be touched: SQLite goes on as ever.
  }
  if (log === undefined) return;
  const written = log;
  // Brought to the disk aside, so that the next commit need not.
  fdatasync(written, () => closeSync(written));
};

const writeZeros = (log: number, from: number): void => {
  try {
    let at = from;
    while (at < FULL_BYTES) at += writeSync(log, ZEROS, 0, Math.min(ZEROS.length, FULL_BYTES - at), at);
  } catch {
    ftruncateSync(log, from);
  }
};
