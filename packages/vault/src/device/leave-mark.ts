/**
 * The leave mark: 16 random bytes beside the ring that change with every leaving (docs/spec/key-ring.md).
 *
 * A pairing of two people reads it when it begins, and gains its keys only if it is still the same, in the very write that gains
 * them: so whoever leaves has left, whatever waits in another tab or process. It says nothing and is not sealed.
 */
import { ok, type Result } from "@undivided/domain";
import { randomBytes, type Bytes } from "../crypto/door.ts";
import { blobName, isSameBlob, type BlobStore } from "../log/blob-store.ts";
import type { StoreFault } from "../log/log-store.ts";

const NAME = blobName("device/left");
const MARK_BYTES = 16;

/** As it was at one moment; null before anybody has left. */
export interface LeaveMark {
  readonly name: typeof NAME;
  readonly bytes: Bytes | null;
}

export const readLeaveMark = async (blobs: BlobStore): Promise<Result<LeaveMark, StoreFault>> => {
  const bytes = await blobs.read(NAME);
  return bytes.type === "error" ? bytes : ok({ name: NAME, bytes: bytes.value });
};

export const isSameMark = (one: LeaveMark, other: LeaveMark): boolean => isSameBlob(one.bytes, other.bytes);

/** From here on no pairing that began before gains anything. */
export const changeLeaveMark = (blobs: BlobStore): Promise<Result<null, StoreFault>> =>
  blobs.write(NAME, randomBytes(MARK_BYTES));
