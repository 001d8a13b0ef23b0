/**
 * The folder of a device without a screen: one SQLite file, readable by its owner alone.
 *
 * Two processes may work in one folder at once: the stores let each entry in once and tell who came second. What replaces the
 * keys as a whole (pairing, lock, recovery, import) takes its turn: `takeTurn` holds a lock of the operating system on a
 * second, empty file, which is gone with the process however it ends.
 */
import { chmod, mkdir, open, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSqliteStores, type SqliteStores } from "@undivided/vault/sqlite";

export const DEVICE_FILE = "device.sqlite";
export const TURN_FILE = "turn.lock";

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

export interface DeviceFolder extends SqliteStores {
  /** Waits for whoever has the turn; gives it back by what it resolves to. Null after `TURN_WAIT_MS`. */
  readonly takeTurn: () => Turn | null;
  readonly close: () => void;
}

export interface Turn {
  readonly end: () => void;
}

export type FolderFault =
  /** No device was made here. */
  | { readonly type: "no-device" }
  | { readonly type: "unwritable" }
  | { readonly type: "not-a-folder" }
  /** Made by a newer version of this program. */
  | { readonly type: "newer-store" }
  /** Something else lies where the device should, or it is damaged. */
  | { readonly type: "unreadable" }
  | { readonly type: "full" };

/** A pairing that waits for the other person holds the turn for minutes: nobody should wait for that. */
const TURN_WAIT_MS = 2000;

export type FolderOutcome = { readonly type: "open"; readonly folder: DeviceFolder } | FolderFault;

/** Makes the folder and the file where `make` says so; else they must be there. */
export const openDeviceFolder = async (path: string, make: boolean): Promise<FolderOutcome> => {
  const file = join(path, DEVICE_FILE);
  const ready = make ? await makeFolder(path) : await findFolder(path);
  if (ready !== null) return ready;
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(file);
  } catch (error) {
    return faultOf(error);
  }
  const stores = openSqliteStores(database);
  if (stores.type === "error") {
    database.close();
    switch (stores.error.type) {
      case "newer-store":
        return { type: "newer-store" };
      case "storage-full":
        return { type: "full" };
      case "read-only":
        return { type: "unwritable" };
      default:
        return { type: "unreadable" };
    }
  }
  return {
    type: "open",
    folder: { ...stores.value, takeTurn: () => takeTurn(path), close: () => database.close() },
  };
};

const findFolder = async (path: string): Promise<FolderFault | null> => {
  try {
    const found = await stat(join(path, DEVICE_FILE));
    return found.isFile() ? null : { type: "unreadable" };
  } catch (error) {
    return codeOf(error) === "ENOTDIR" ? { type: "not-a-folder" } : { type: "no-device" };
  }
};

/** Step by step: Node's own recursive way never ends where a folder cannot be made below one that is there, as in `/proc`. */
const makeBelow = async (path: string): Promise<boolean> => {
  const stands = await stat(path).then(
    () => true,
    () => false,
  );
  if (stands) return false;
  await makeBelow(dirname(path));
  try {
    await mkdir(path, { mode: OWNER_ONLY_FOLDER });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
};

const makeFolder = async (path: string): Promise<FolderFault | null> => {
  try {
    const made = await makeBelow(resolve(path));
    // The mode of `mkdir` is cut by the umask; a folder that was there before keeps its own.
    if (made) await chmod(path, OWNER_ONLY_FOLDER);
    // Made before SQLite opens it: its two further files take the rights of this one.
    for (const name of [DEVICE_FILE, TURN_FILE]) await (await open(join(path, name), "a", OWNER_ONLY_FILE)).close();
    return null;
  } catch (error) {
    return faultOf(error);
  }
};

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const faultOf = (error: unknown): FolderFault => {
  switch (codeOf(error)) {
    case "ENOTDIR":
    case "EEXIST":
      return { type: "not-a-folder" };
    case "ENOSPC":
    case "EDQUOT":
      return { type: "full" };
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOENT":
      return { type: "unwritable" };
    default:
      return { type: "unreadable" };
  }
};

/** An exclusive transaction on an empty database that writes nothing: nothing but the lock itself. */
const takeTurn = (path: string): Turn | null => {
  try {
    const lock = new DatabaseSync(join(path, TURN_FILE), { timeout: TURN_WAIT_MS });
    try {
      lock.exec("BEGIN EXCLUSIVE");
    } catch {
      lock.close();
      return null;
    }
    return { end: () => lock.close() };
  } catch {
    return null;
  }
};
