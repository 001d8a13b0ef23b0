/** Where wrong attempts at the lock are counted, apart from what counts them: erasing a device must need nothing that is fetched. */
import type { Result } from "@undivided/domain";
import { blobName, type BlobStore } from "../log/blob-store.ts";
import type { StoreFault } from "../log/log-store.ts";

export const ATTEMPTS = blobName("device/attempts");

export const forgetAttempts = (blobs: BlobStore): Promise<Result<null, StoreFault>> => blobs.remove(ATTEMPTS);
