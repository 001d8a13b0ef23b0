export { BACKUP_VERSION } from "./backup/backup-head.ts";
export type { BackupHeadFault } from "./backup/backup-head.ts";
export * from "./backup/backup.ts";
export * from "./crypto/door.ts";
export { delayAfter } from "./device/attempts.ts";
export type { MustWait } from "./device/attempts.ts";
export * from "./device/device.ts";
export type { DeviceDeps, DeviceFault } from "./device/device-core.ts";
export { createPrfSalt } from "./device/device-lock.ts";
export type { DeviceLock, NewLock, SetLockFault } from "./device/device-lock.ts";
export { DEVICE_NOTES } from "./device/device-notes.ts";
export { requireProof } from "./device/open-device.ts";
export type { Couple, OpenDevice } from "./device/open-device.ts";
export type { OwnDevice } from "./device/own-devices.ts";
export type { DeviceInvitation, DeviceWords, PairDeviceFault, PairDeviceResult } from "./device/pair-device.ts";
export { MIN_PIN_LETTERS, normalisePin } from "./device/pin.ts";
export type { LockTooNew, NotProven, Proof, ProofNeeded } from "./device/proof.ts";
export type { ReachFault, RecoverFault, SyncOnce } from "./device/recover.ts";
export { parseRecoveryCode } from "./device/recovery-code.ts";
export type { RecoveryCode, RecoveryCodeFault, RecoverySecret } from "./device/recovery-code.ts";
export type { RingFault } from "./device/ring-keeper.ts";
export type { LockWays } from "./device/lock-ways.ts";
export type { UnlockFault, Unlocking } from "./device/unlock.ts";
export * from "./envelope/entry.ts";
export {
  entryIdFrom,
  epochIdFrom,
  memberIdFrom,
  parseEntryId,
  parseEpochId,
  parseMemberId,
  parseSpaceId,
  spaceIdFrom,
} from "./envelope/ids.ts";
export type { EntryId, EpochId, MemberId, SpaceId } from "./envelope/ids.ts";
export { entryIdOf, openEntry, sealEntry, statementEntry, verifyEntry } from "./envelope/make-entry.ts";
export type { EntryPlace, EntryWithId, OpenFault, TooLong, VerifyFault } from "./envelope/make-entry.ts";
export { MAX_CONTENT_BYTES, SIZE_CLASSES } from "./envelope/padding.ts";
export * from "./log/blob-store.ts";
export * from "./log/chain-receiver.ts";
export * from "./log/log-store.ts";
export { createMemoryBlobStore } from "./log/memory-blob-store.ts";
export { createMemoryLogStore } from "./log/memory-log-store.ts";
export * from "./merge/change.ts";
export * from "./merge/hybrid-clock.ts";
export * from "./merge/merge.ts";
export type { SafetyNumbers } from "./pairing/handshake.ts";
export { pairingLink, parseInvitation } from "./pairing/invitation.ts";
export type { Invitation, InvitationFault, PairingPurpose } from "./pairing/invitation.ts";
export type { PairingFault, WordsToCompare } from "./pairing/pair.ts";
export { isRelayAddress } from "./pairing/relay-address.ts";
export * from "./pairing/rendezvous.ts";
export { createRelayRendezvous, type RelayRendezvousDeps } from "./pairing/relay-rendezvous.ts";
export { wordsOf } from "./pairing/safety-words.ts";
export { createMemoryRendezvous } from "./pairing/memory-rendezvous.ts";
export type { MemoryRendezvous } from "./pairing/memory-rendezvous.ts";
export * from "./space/device-keys.ts";
export type { DeviceCard } from "./space/members-statement.ts";
export * from "./space/replica.ts";
export { activeDevices, counts, currentEpoch } from "./space/roster.ts";
export type { Epoch, Roster, RosterDevice } from "./space/roster.ts";
export { ANSWER_MS, PING_MS, type LinkFault } from "./sync/relay-link.ts";
export { SNAPSHOT_POLICY, type SnapshotPolicy } from "./sync/snapshot-exchange.ts";
export type { SpaceOutcome, SpaceReport, SyncedSpace } from "./sync/space-sync.ts";
export * from "./sync/sync.ts";
export * from "./transport/transport.ts";
export * from "./transport/websocket-transport.ts";
