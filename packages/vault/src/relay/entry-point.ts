/**
 * What a relay needs of the vault: the protocol, entries and their check by public keys, who belongs to a space, the mailboxes.
 *
 * Nothing behind this entry point can seal, open, sign or unwrap (`imports.test.ts`).
 */
export { bytesToHex, hexToBytes, randomBytes, type Bytes, type VerifyingKey } from "../crypto/public-door.ts";
export { decodeEntry, encodeEntry, ENTRY_KINDS, withoutBody, type Entry } from "../envelope/entry.ts";
export {
  deviceIdFrom,
  entryIdFrom,
  epochIdFrom,
  idToBytes,
  spaceIdFrom,
  type EntryId,
  type EpochId,
  type SpaceId,
} from "../envelope/ids.ts";
export { signedPart, signedPartOf } from "../envelope/entry.ts";
export type { EntryClaim, EntryVerifier } from "../envelope/entry-verifier.ts";
export { entryIdOf, verifyEntry, type EntryWithId, type VerifyFault } from "../envelope/verify-entry.ts";
export type { EntryRef, Head, LogStore, StoredEntry, StoreFault } from "../log/log-store.ts";
export * from "./answers.ts";
export * from "./connection.ts";
export * from "./counters.ts";
export * from "./limits.ts";
export type {
  Appended,
  MailboxStore,
  SnapshotPart,
  SnapshotWritten,
  StoredMailbox,
  WrittenEntry,
} from "./mailbox-store.ts";
export { createMemoryMailboxStore } from "./memory-mailbox-store.ts";
export * from "./protocol.ts";
export { createRelay, dayOf, LEAVE_DAYS, ORPHAN_DAYS, type Relay, type RelayDeps } from "./relay.ts";
export { decodeRequest, encodeRequest, type Request, type RequestBody } from "./requests.ts";
