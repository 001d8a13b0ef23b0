/**
 * The relay protocol: its version, its limits, its named answers, and what a device signs (docs/spec/relay-protocol.md).
 *
 * **Privacy:** everything that the relay gets to see is here: who may speak for a space, sealed bytes, where chains end.
 */
import type { DeviceId } from "@undivided/domain";
import { concatBytes, utf8ToBytes, type Bytes } from "../crypto/public-door.ts";
import { MAX_ENTRY_BYTES } from "../envelope/entry.ts";
import { uint8 } from "../envelope/byte-reader.ts";
import { idToBytes, type SpaceId } from "../envelope/ids.ts";
import { hexToBytes } from "../crypto/public-door.ts";
import type { MeetingId, MeetingSide } from "../pairing/rendezvous.ts";

/** The name under which both sides agree on version 1 when the connection is made (RFC 6455, subprotocol). */
export const RELAY_PROTOCOL = "undivided-relay.1";

/** Where a relay listens, below the address that people are given. */
export const RELAY_PATH = "/relay";

export const CHALLENGE_BYTES = 32;
export const INCARNATION_BYTES = 16;

/** The longest frame, both ways. */
export const MAX_FRAME_BYTES = 1_048_576;
/** The most entries in one push, and in one answer. */
export const MAX_BATCH = 256;
/** What entries of one frame may take together; the rest is for what stands around them. */
export const MAX_BATCH_BYTES = MAX_FRAME_BYTES - 65_536;
/** The longest entry; the same as everywhere. */
export const MAX_PUSHED_ENTRY_BYTES = MAX_ENTRY_BYTES;
export const MAX_NEEDED_EPOCHS = 64;
export const MAX_HEADS = 1024;
export const MAX_WANTED = 1024;
/** A snapshot is sent in parts. */
export const MAX_SNAPSHOT_PART_BYTES = 524_288;
export const MAX_SNAPSHOT_PARTS = 64;
export const SNAPSHOT_VERSION_BYTES = 16;

/** Why one entry of a push was not taken. In the order of their numbers on the wire, from 1. */
export const ENTRY_REFUSALS = [
  "malformed",
  "oversized",
  "newer-version",
  "wrong-space",
  "unknown-device",
  "removed-device",
  "forged",
  "altered",
  "fork",
  /** Its predecessor has not come: push that first. */
  "gap",
  "missing-body",
  /** Its epoch has not come: push the statement that brings it first. */
  "unknown-epoch",
  "wrong-epoch",
  /** A leave entry is offered by `leave`. */
  "leave",
] as const;
export type EntryRefusal = (typeof ENTRY_REFUSALS)[number];

/** Why a request was not carried out. In the order of their numbers on the wire, from 1. */
export const REQUEST_REFUSALS = [
  "malformed",
  /** The signature of `open` or `meet` is not this device's over this connection's challenge. */
  "not-proven",
  /** Asked for a space that this connection has not opened. */
  "not-opened",
  /** The device is not, or not yet, or no longer in the roster. */
  "not-a-member",
  "removed",
  "unknown-space",
  "space-closed",
  "batch-too-large",
  "rate-of-space",
  "rate-of-address",
  "space-full",
  "too-many-spaces",
  "storage-full",
  "read-only",
  "storage-failed",
  "snapshot-too-large",
  "no-snapshot",
  "meeting-expired",
  "meeting-used",
  "meeting-refused",
  "too-many-meetings",
  /** A members, drop or leave statement has come since: the snapshot may show what was to be forgotten. */
  "snapshot-stale",
] as const;
export type RequestRefusal = (typeof REQUEST_REFUSALS)[number];

/** Why a relay ends a connection, as close codes (RFC 6455, 7.4.2: 4000 to 4999 are free for use). */
export const CLOSE_CODES = {
  malformed: 4400,
  "challenge-timeout": 4408,
  idle: 4410,
  slow: 4413,
  "too-many-connections": 4429,
  stopping: 1001,
} as const;
export type CloseReason = keyof typeof CLOSE_CODES;

/** What a device of a space signs to prove on this connection who it is. */
export const openingProof = (challenge: Uint8Array, space: SpaceId, device: DeviceId): Bytes =>
  concatBytes(utf8ToBytes("undivided/1/relay-open"), challenge, idToBytes(space), idToBytes(device));

/** What a side of a meeting signs with the key that it drew for this meeting. */
export const meetingProof = (challenge: Uint8Array, meeting: MeetingId, side: MeetingSide): Bytes =>
  concatBytes(
    utf8ToBytes("undivided/1/relay-meet"),
    challenge,
    hexToBytes(meeting) ?? new Uint8Array(0),
    uint8(side === "host" ? 1 : 2),
  );
