/** Backup files on disk: written whole or not at all, for their owner's eyes; read once, and told apart by how they begin. */
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

const OWNER_ONLY = 0o600;

export type BackupFormat = "sealed" | "json" | "csv";
export const BACKUP_FORMATS: readonly BackupFormat[] = ["sealed", "json", "csv"];

export const isBackupFormat = (text: string): text is BackupFormat => BACKUP_FORMATS.some((one) => one === text);

/** In words, without the file's name; undefined where there was none. */
export type FileWords = string | undefined;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

export const describeFileError = (error: unknown): string => {
  switch (codeOf(error)) {
    case "ENOENT":
      return "no such file or folder";
    case "EISDIR":
      return "is a folder";
    case "ENOTDIR":
      return "lies below a file";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "no right to do that there";
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return "the disk is full";
    default:
      return "the disk or the file failed";
  }
};

/** A name beside the file until all is on the disk: a cut leaves the old file or the new one. Words where it failed. */
export const writeWhole = async (
  path: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<FileWords> => {
  const beside = join(dirname(path), `.undivided-${randomUUID()}.part`);
  try {
    if ((await stat(path).catch(() => undefined))?.isDirectory() === true) return "is a folder";
    const file = await open(beside, "wx", OWNER_ONLY);
    try {
      for await (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    return undefined;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return describeFileError(error);
  }
};

/** More than any life holds; a file beyond it is something else. */
export const MAX_BACKUP_BYTES = 1_073_741_824;

export type ReadOutcome =
  { readonly type: "read"; readonly bytes: Uint8Array } | { readonly type: "unreadable"; readonly words: string };

export const readWhole = async (path: string): Promise<ReadOutcome> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      if (!(chunk instanceof Uint8Array)) throw new Error("a stream of bytes");
      size += chunk.length;
      if (size > MAX_BACKUP_BYTES) return { type: "unreadable", words: "longer than any backup" };
      chunks.push(chunk);
    }
  } catch (error) {
    return { type: "unreadable", words: describeFileError(error) };
  }
  return { type: "read", bytes: Buffer.concat(chunks) };
};

const MAGIC = "UDBACKUP";

/** By its first bytes. An empty file is an export of no records as JSON lines. */
export const formatOf = (bytes: Uint8Array): BackupFormat | undefined => {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (start.startsWith(MAGIC)) return "sealed";
  if (start === "" || start.startsWith("{")) return "json";
  return /^(\uFEFF)?"?type"?,"?id"?,/.test(start) ? "csv" : undefined;
};
