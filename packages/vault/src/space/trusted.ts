/** Whose snapshots a device begins with, and why it does not. */
import type { DeviceId } from "@undivided/domain";
import type { VerifyingKey } from "../crypto/door.ts";
import type { StoreFault } from "../log/log-store.ts";
import type { SnapshotFault } from "./snapshot-envelope.ts";

/** The device whose snapshots are believed, as pairing showed it. */
export interface TrustedDevice {
  readonly device: DeviceId;
  readonly verifyingKey: VerifyingKey;
}

export type AdoptFault =
  | StoreFault
  | SnapshotFault
  | { readonly type: "wrong-space" }
  /** Not by the device that is trusted, or that one does not belong to the space, or is another person's. */
  | { readonly type: "not-trusted" }
  /** Not for this device, or not yet admitted: it lacks the key. */
  | { readonly type: "not-opened" }
  /** It names other entries than this device has itself. */
  | { readonly type: "contradiction" }
  /** What begins with a snapshot could not be fetched: this device begins with the log. */
  | { readonly type: "unreachable" };
