/** What IndexedDB throws, as the fault that it means. */
import type { StoreFault } from "../../log/log-store.ts";

export const idbFaultOf = (error: unknown): StoreFault =>
  error instanceof DOMException && error.name === "QuotaExceededError"
    ? { type: "storage-full" }
    : { type: "storage-failed" };
