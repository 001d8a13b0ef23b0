/** The file of a database: its folder, who may read it, and where a broken one goes. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";

/** Step by step: Node's own recursive way never ends where a folder cannot be made below one that is there, as in `/proc`. */
export const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
};

/**
 * Only its owner reads it: ciphertext, but also who belongs together. SQLite gives the log the rights of the database. A file that is
 * there is not opened for that: closing it would end the lock that this process may hold on it.
 */
export const makePrivate = (file: string): void => {
  if (!existsSync(file)) closeSync(openSync(file, "wx", 0o600));
  for (const part of ["", "-wal", "-shm"]) {
    try {
      chmodSync(file + part, 0o600);
    } catch {
      // It is not there, or another's, who chose its rights.
    }
  }
};

/** Gives the name under which a broken file lies now; a new one can be begun. */
export const setFileAside = (file: string): string => {
  for (let number = 1; ; number += 1) {
    const aside = `${file}.broken-${number}`;
    if (existsSync(aside)) continue;
    renameSync(file, aside);
    for (const part of ["-wal", "-shm"]) if (existsSync(file + part)) renameSync(file + part, aside + part);
    return aside;
  }
};
