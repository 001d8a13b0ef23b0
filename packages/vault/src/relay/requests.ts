/** Requests: what a device sends to a relay. One message a frame; type (1) ‖ number of the request (4) ‖ the rest. */
import type { DeviceId } from "@undivided/domain";
import {
  concatBytes,
  hexToBytes,
  SIGNATURE_BYTES,
  signatureFrom,
  VERIFYING_KEY_BYTES,
  verifyingKeyFrom,
  type Bytes,
  type Signature,
  type VerifyingKey,
} from "../crypto/public-door.ts";
import {
  counted,
  createReader,
  readCounted,
  uint16,
  uint32,
  uint64,
  uint8,
  type ByteReader,
} from "../envelope/byte-reader.ts";
import { MAX_ENTRY_BYTES } from "../envelope/entry.ts";
import {
  deviceIdFrom,
  epochIdFrom,
  ID_BYTES,
  idToBytes,
  spaceIdFrom,
  type EpochId,
  type SpaceId,
} from "../envelope/ids.ts";
import { MAX_MEETING_MESSAGE_BYTES, meetingIdFrom, type MeetingId, type MeetingSide } from "../pairing/rendezvous.ts";
import { MAX_FRAME_BYTES, MAX_NEEDED_EPOCHS, MAX_SNAPSHOT_PART_BYTES, SNAPSHOT_VERSION_BYTES } from "./protocol.ts";

/** Says who speaks for which space on this connection, and asks for its state and for what comes. */
export interface OpenRequest {
  readonly type: "open";
  readonly space: SpaceId;
  readonly device: DeviceId;
  readonly signature: Signature;
}

export type RequestBody =
  | OpenRequest
  | { readonly type: "state"; readonly space: SpaceId }
  /** Ends what `open` began: nothing more of this space comes on this connection. */
  | { readonly type: "close"; readonly space: SpaceId }
  | { readonly type: "push"; readonly space: SpaceId; readonly entries: readonly Bytes[] }
  | { readonly type: "pull"; readonly space: SpaceId; readonly after: number; readonly limit: number }
  | {
      readonly type: "pull-chain";
      readonly space: SpaceId;
      readonly device: DeviceId;
      readonly after: number;
      readonly limit: number;
    }
  /** Needs no `open`: the signed leave entry is the authorisation. */
  | { readonly type: "leave"; readonly space: SpaceId; readonly entry: Bytes }
  | { readonly type: "need"; readonly space: SpaceId; readonly epochs: readonly EpochId[] }
  | {
      readonly type: "put-snapshot";
      readonly space: SpaceId;
      readonly version: Bytes;
      /** Up to where its maker had everything that the relay has. */
      readonly sequence: number;
      readonly part: number;
      readonly parts: number;
      readonly bytes: Bytes;
    }
  | { readonly type: "get-snapshot"; readonly space: SpaceId; readonly device: DeviceId; readonly part: number }
  | { readonly type: "ping" }
  | {
      readonly type: "meet";
      readonly meeting: MeetingId;
      readonly side: MeetingSide;
      readonly key: VerifyingKey;
      readonly signature: Signature;
    }
  | { readonly type: "say"; readonly meeting: MeetingId; readonly number: number; readonly message: Bytes }
  | { readonly type: "part"; readonly meeting: MeetingId };

/** What a two-byte number of items can say. */
const MAX_COUNTED = 65_535;

export type Request = RequestBody & { readonly request: number };

const TYPES = {
  open: 1,
  state: 2,
  close: 3,
  push: 4,
  pull: 5,
  "pull-chain": 6,
  leave: 7,
  need: 8,
  "put-snapshot": 9,
  "get-snapshot": 10,
  ping: 11,
  meet: 12,
  say: 13,
  part: 14,
} as const;

const TYPE_BY_NUMBER: ReadonlyMap<number, RequestBody["type"]> = new Map([
  [1, "open"],
  [2, "state"],
  [3, "close"],
  [4, "push"],
  [5, "pull"],
  [6, "pull-chain"],
  [7, "leave"],
  [8, "need"],
  [9, "put-snapshot"],
  [10, "get-snapshot"],
  [11, "ping"],
  [12, "meet"],
  [13, "say"],
  [14, "part"],
]);

/** Bytes with their length, in four bytes, in front. */
export const lengthened = (bytes: Uint8Array): Bytes => concatBytes(uint32(bytes.length), bytes);

export const readLengthened = (reader: ByteReader, max: number): Bytes | undefined => {
  const length = reader.uint32();
  return length === undefined || length > max ? undefined : reader.take(length);
};

export const meetingToBytes = (meeting: MeetingId): Bytes => hexToBytes(meeting) ?? new Uint8Array(0);

export const encodeRequest = (request: Request): Bytes =>
  concatBytes(uint8(TYPES[request.type]), uint32(request.request), encodeBody(request));

const encodeBody = (body: RequestBody): Bytes => {
  switch (body.type) {
    case "open":
      return concatBytes(idToBytes(body.space), idToBytes(body.device), body.signature);
    case "state":
    case "close":
      return idToBytes(body.space);
    case "push":
      return concatBytes(idToBytes(body.space), counted(body.entries.map(lengthened)));
    case "pull":
      return concatBytes(idToBytes(body.space), uint64(body.after), uint16(body.limit));
    case "pull-chain":
      return concatBytes(idToBytes(body.space), idToBytes(body.device), uint64(body.after), uint16(body.limit));
    case "leave":
      return concatBytes(idToBytes(body.space), lengthened(body.entry));
    case "need":
      return concatBytes(idToBytes(body.space), counted(body.epochs.map(idToBytes)));
    case "put-snapshot":
      return concatBytes(
        idToBytes(body.space),
        body.version,
        uint64(body.sequence),
        uint16(body.part),
        uint16(body.parts),
        lengthened(body.bytes),
      );
    case "get-snapshot":
      return concatBytes(idToBytes(body.space), idToBytes(body.device), uint16(body.part));
    case "ping":
      return new Uint8Array(0);
    case "meet":
      return concatBytes(meetingToBytes(body.meeting), uint8(body.side === "host" ? 1 : 2), body.key, body.signature);
    case "say":
      return concatBytes(meetingToBytes(body.meeting), uint16(body.number), lengthened(body.message));
    case "part":
      return meetingToBytes(body.meeting);
  }
};

/** Total. `undefined` for anything that `encodeRequest` would not have written. */
export const decodeRequest = (bytes: Uint8Array): Request | undefined => {
  if (bytes.length > MAX_FRAME_BYTES) return undefined;
  const reader = createReader(bytes);
  const type = TYPE_BY_NUMBER.get(reader.uint8() ?? 0);
  const request = reader.uint32();
  if (type === undefined || request === undefined) return undefined;
  const body = readBody(reader, type);
  return body === undefined || !reader.isAtEnd() ? undefined : { ...body, request };
};

export const readId = <T>(reader: ByteReader, from: (bytes: Uint8Array) => T): T | undefined => {
  const bytes = reader.view(ID_BYTES);
  return bytes === undefined ? undefined : from(bytes);
};

const readBody = (reader: ByteReader, type: RequestBody["type"]): RequestBody | undefined => {
  if (type === "ping") return { type };
  if (type === "meet" || type === "say" || type === "part") return readMeetingBody(reader, type);
  const space = readId(reader, spaceIdFrom);
  if (space === undefined) return undefined;
  switch (type) {
    case "open": {
      const device = readId(reader, deviceIdFrom);
      const signature = signatureFrom(reader.view(SIGNATURE_BYTES) ?? new Uint8Array(0));
      return device === undefined || signature === undefined ? undefined : { type, space, device, signature };
    }
    case "state":
    case "close":
      return { type, space };
    case "push": {
      // Too many are a request that is understood and refused by name; the frame bounds how many there can be.
      const entries = readCounted(reader, MAX_COUNTED, (part) => readLengthened(part, MAX_ENTRY_BYTES));
      return entries === undefined ? undefined : { type, space, entries };
    }
    case "pull": {
      const after = reader.uint64();
      const limit = reader.uint16();
      return after === undefined || limit === undefined ? undefined : { type, space, after, limit };
    }
    case "pull-chain": {
      const device = readId(reader, deviceIdFrom);
      const after = reader.uint64();
      const limit = reader.uint16();
      if (device === undefined || after === undefined || limit === undefined) return undefined;
      return { type, space, device, after, limit };
    }
    case "leave": {
      const entry = readLengthened(reader, MAX_ENTRY_BYTES);
      return entry === undefined ? undefined : { type, space, entry };
    }
    case "need": {
      const epochs = readCounted(reader, MAX_NEEDED_EPOCHS, (part) => readId(part, epochIdFrom));
      return epochs === undefined ? undefined : { type, space, epochs };
    }
    case "put-snapshot": {
      const version = reader.take(SNAPSHOT_VERSION_BYTES);
      const sequence = reader.uint64();
      const part = reader.uint16();
      const parts = reader.uint16();
      const bytes = readLengthened(reader, MAX_SNAPSHOT_PART_BYTES);
      if (version === undefined || sequence === undefined || part === undefined) return undefined;
      return parts === undefined || bytes === undefined
        ? undefined
        : { type, space, version, sequence, part, parts, bytes };
    }
    case "get-snapshot": {
      const device = readId(reader, deviceIdFrom);
      const part = reader.uint16();
      return device === undefined || part === undefined ? undefined : { type, space, device, part };
    }
  }
};

const readMeetingBody = (reader: ByteReader, type: "meet" | "say" | "part"): RequestBody | undefined => {
  const meeting = readId(reader, meetingIdFrom);
  if (meeting === undefined) return undefined;
  switch (type) {
    case "meet": {
      const side = reader.uint8();
      const key = verifyingKeyFrom(reader.view(VERIFYING_KEY_BYTES) ?? new Uint8Array(0));
      const signature = signatureFrom(reader.view(SIGNATURE_BYTES) ?? new Uint8Array(0));
      if (key === undefined || signature === undefined || (side !== 1 && side !== 2)) return undefined;
      return { type, meeting, side: side === 1 ? "host" : "guest", key, signature };
    }
    case "say": {
      const number = reader.uint16();
      // One byte more than is allowed, so that a message too long is refused by name and not as a broken frame.
      const message = readLengthened(reader, MAX_MEETING_MESSAGE_BYTES + 1);
      return number === undefined || message === undefined ? undefined : { type, meeting, number, message };
    }
    case "part":
      return { type, meeting };
  }
};
