/** Answers: what a relay sends to a device. One message a frame; type (1) ‖ number of the request, 0 if unasked (4) ‖ the rest. */
import type { DeviceId } from "@undivided/domain";
import { concatBytes, type Bytes } from "../crypto/public-door.ts";
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
import { createWriter } from "../envelope/byte-writer.ts";
import { MAX_ENTRY_BYTES } from "../envelope/entry.ts";
import {
  deviceIdFrom,
  ENTRY_ID_BYTES,
  entryIdFrom,
  epochIdFrom,
  idToBytes,
  spaceIdFrom,
  type EpochId,
  type SpaceId,
} from "../envelope/ids.ts";
import type { EntryRef, Head } from "../log/log-store.ts";
import { MAX_MEETING_MESSAGE_BYTES, meetingIdFrom, type MeetingId } from "../pairing/rendezvous.ts";
import {
  CHALLENGE_BYTES,
  ENTRY_REFUSALS,
  INCARNATION_BYTES,
  MAX_BATCH,
  MAX_FRAME_BYTES,
  MAX_HEADS,
  MAX_NEEDED_EPOCHS,
  MAX_SNAPSHOT_PART_BYTES,
  MAX_WANTED,
  REQUEST_REFUSALS,
  SNAPSHOT_VERSION_BYTES,
  type EntryRefusal,
  type RequestRefusal,
} from "./protocol.ts";
import { lengthened, meetingToBytes, readId, readLengthened } from "./requests.ts";

/** `member` reads and writes; `waiting` is not in the roster that the relay knows; `removed` never again. */
export const STANDINGS = ["member", "waiting", "removed"] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Need {
  readonly device: DeviceId;
  readonly epochs: readonly EpochId[];
}

export interface SnapshotName {
  readonly device: DeviceId;
  readonly version: Bytes;
  readonly parts: number;
}

/** What the relay has of a space. To who is not a member: nothing but the standing. */
export interface MailboxState {
  readonly standing: Standing;
  /** The sequence number of the last entry; 0 if there is none. */
  readonly last: number;
  readonly heads: readonly Head[];
  /** Places of which it has the entry without the body that it should have. */
  readonly wanted: readonly EntryRef[];
  readonly needs: readonly Need[];
  readonly snapshots: readonly SnapshotName[];
}

export interface SequencedEntry {
  readonly sequence: number;
  readonly bytes: Bytes;
}

export type AnswerBody =
  | { readonly type: "hello"; readonly challenge: Bytes; readonly incarnation: Bytes }
  | ({ readonly type: "state"; readonly space: SpaceId } & MailboxState)
  | {
      readonly type: "pushed";
      /** What was taken stands after `after` and up to `last`. */
      readonly after: number;
      readonly last: number;
      readonly refused: readonly { readonly index: number; readonly reason: EntryRefusal }[];
    }
  | {
      readonly type: "entries";
      readonly space: SpaceId;
      /** They come right after this sequence number; nothing lies between. */
      readonly after: number;
      readonly last: number;
      readonly hasMore: boolean;
      readonly entries: readonly SequencedEntry[];
    }
  | { readonly type: "left"; readonly space: SpaceId; readonly entry: Bytes }
  | { readonly type: "needed"; readonly space: SpaceId; readonly need: Need }
  | { readonly type: "snapshot"; readonly version: Bytes; readonly parts: number; readonly bytes: Bytes }
  | { readonly type: "done" }
  | { readonly type: "refused"; readonly reason: RequestRefusal; readonly retryAfterMs: number }
  | { readonly type: "said"; readonly meeting: MeetingId; readonly number: number; readonly message: Bytes }
  | { readonly type: "over"; readonly meeting: MeetingId };

export type Answer = AnswerBody & { readonly request: number };

const TYPE_NUMBERS = {
  hello: 128,
  state: 129,
  pushed: 130,
  entries: 131,
  left: 132,
  needed: 133,
  snapshot: 134,
  done: 135,
  refused: 136,
  said: 137,
  over: 138,
} as const;

const TYPE_BY_NUMBER: ReadonlyMap<number, AnswerBody["type"]> = new Map([
  [128, "hello"],
  [129, "state"],
  [130, "pushed"],
  [131, "entries"],
  [132, "left"],
  [133, "needed"],
  [134, "snapshot"],
  [135, "done"],
  [136, "refused"],
  [137, "said"],
  [138, "over"],
]);

export const encodeAnswer = (answer: Answer): Bytes =>
  answer.type === "entries"
    ? encodeEntries(answer)
    : concatBytes(uint8(TYPE_NUMBERS[answer.type]), uint32(answer.request), encodeBody(answer));

/** What most bytes of a relay go through: each is copied once. */
const encodeEntries = ({ request, space, after, last, hasMore, entries }: Answer & { type: "entries" }): Bytes => {
  const writer = createWriter(40 + entries.reduce((sum, { bytes }) => sum + 12 + bytes.length, 0));
  writer.uint8(TYPE_NUMBERS.entries);
  writer.uint32(request);
  writer.id(space);
  writer.uint64(after);
  writer.uint64(last);
  writer.uint8(hasMore ? 1 : 0);
  writer.uint16(entries.length);
  for (const { sequence, bytes } of entries) {
    writer.uint64(sequence);
    writer.uint32(bytes.length);
    writer.bytes(bytes);
  }
  return writer.written();
};

const encodeNeed = ({ device, epochs }: Need): Bytes => concatBytes(idToBytes(device), counted(epochs.map(idToBytes)));

const encodeBody = (body: Exclude<AnswerBody, { type: "entries" }>): Bytes => {
  switch (body.type) {
    case "hello":
      return concatBytes(body.challenge, body.incarnation);
    case "state":
      return concatBytes(
        idToBytes(body.space),
        uint8(STANDINGS.indexOf(body.standing) + 1),
        uint64(body.last),
        counted(
          body.heads.map(({ device, counter, id }) => concatBytes(idToBytes(device), uint64(counter), idToBytes(id))),
        ),
        counted(body.wanted.map(({ device, counter }) => concatBytes(idToBytes(device), uint64(counter)))),
        counted(body.needs.map(encodeNeed)),
        counted(
          body.snapshots.map(({ device, version, parts }) => concatBytes(idToBytes(device), version, uint16(parts))),
        ),
      );
    case "pushed":
      return concatBytes(
        uint64(body.after),
        uint64(body.last),
        counted(
          body.refused.map(({ index, reason }) =>
            concatBytes(uint16(index), uint8(ENTRY_REFUSALS.indexOf(reason) + 1)),
          ),
        ),
      );
    case "left":
      return concatBytes(idToBytes(body.space), lengthened(body.entry));
    case "needed":
      return concatBytes(idToBytes(body.space), encodeNeed(body.need));
    case "snapshot":
      return concatBytes(body.version, uint16(body.parts), lengthened(body.bytes));
    case "done":
      return new Uint8Array(0);
    case "refused":
      return concatBytes(uint8(REQUEST_REFUSALS.indexOf(body.reason) + 1), uint32(body.retryAfterMs));
    case "said":
      return concatBytes(meetingToBytes(body.meeting), uint16(body.number), lengthened(body.message));
    case "over":
      return meetingToBytes(body.meeting);
  }
};

/** Total. `undefined` for anything that `encodeAnswer` would not have written. */
export const decodeAnswer = (bytes: Uint8Array): Answer | undefined => {
  if (bytes.length > MAX_FRAME_BYTES) return undefined;
  const reader = createReader(bytes);
  const type = TYPE_BY_NUMBER.get(reader.uint8() ?? 0);
  const request = reader.uint32();
  if (type === undefined || request === undefined) return undefined;
  const body = readBody(reader, type);
  return body === undefined || !reader.isAtEnd() ? undefined : { ...body, request };
};

const readBody = (reader: ByteReader, type: AnswerBody["type"]): AnswerBody | undefined => {
  switch (type) {
    case "hello": {
      const challenge = reader.take(CHALLENGE_BYTES);
      const incarnation = reader.take(INCARNATION_BYTES);
      return challenge === undefined || incarnation === undefined ? undefined : { type, challenge, incarnation };
    }
    case "state":
      return readState(reader);
    case "pushed": {
      const after = reader.uint64();
      const last = reader.uint64();
      const refused = readCounted(reader, MAX_BATCH, readRefusedEntry);
      if (after === undefined || last === undefined || refused === undefined) return undefined;
      return { type, after, last, refused };
    }
    case "entries":
      return readEntries(reader);
    case "left": {
      const space = readId(reader, spaceIdFrom);
      const entry = readLengthened(reader, MAX_ENTRY_BYTES);
      return space === undefined || entry === undefined ? undefined : { type, space, entry };
    }
    case "needed": {
      const space = readId(reader, spaceIdFrom);
      const need = readNeed(reader);
      return space === undefined || need === undefined ? undefined : { type, space, need };
    }
    case "snapshot": {
      const version = reader.take(SNAPSHOT_VERSION_BYTES);
      const parts = reader.uint16();
      const bytes = readLengthened(reader, MAX_SNAPSHOT_PART_BYTES);
      if (version === undefined || parts === undefined || bytes === undefined) return undefined;
      return { type, version, parts, bytes };
    }
    case "done":
      return { type };
    case "refused": {
      const reason = REQUEST_REFUSALS[(reader.uint8() ?? 0) - 1];
      const retryAfterMs = reader.uint32();
      return reason === undefined || retryAfterMs === undefined ? undefined : { type, reason, retryAfterMs };
    }
    case "said": {
      const meeting = readId(reader, meetingIdFrom);
      const number = reader.uint16();
      const message = readLengthened(reader, MAX_MEETING_MESSAGE_BYTES);
      if (meeting === undefined || number === undefined || message === undefined) return undefined;
      return { type, meeting, number, message };
    }
    case "over": {
      const meeting = readId(reader, meetingIdFrom);
      return meeting === undefined ? undefined : { type, meeting };
    }
  }
};

const readState = (reader: ByteReader): AnswerBody | undefined => {
  const space = readId(reader, spaceIdFrom);
  const standing = STANDINGS[(reader.uint8() ?? 0) - 1];
  const last = reader.uint64();
  const heads = readCounted(reader, MAX_HEADS, readHead);
  const wanted = readCounted(reader, MAX_WANTED, readPlace);
  const needs = readCounted(reader, MAX_HEADS, readNeed);
  const snapshots = readCounted(reader, MAX_HEADS, readSnapshotName);
  if (space === undefined || standing === undefined || last === undefined) return undefined;
  if (heads === undefined || wanted === undefined || needs === undefined || snapshots === undefined) return undefined;
  return { type: "state", space, standing, last, heads, wanted, needs, snapshots };
};

const readEntries = (reader: ByteReader): AnswerBody | undefined => {
  const space = readId(reader, spaceIdFrom);
  const after = reader.uint64();
  const last = reader.uint64();
  const hasMore = reader.uint8();
  const entries = readCounted(reader, MAX_BATCH, readSequenced);
  if (space === undefined || after === undefined || last === undefined || entries === undefined) return undefined;
  if (hasMore === undefined || hasMore > 1) return undefined;
  return { type: "entries", space, after, last, hasMore: hasMore === 1, entries };
};

const readPlace = (reader: ByteReader): EntryRef | undefined => {
  const device = readId(reader, deviceIdFrom);
  const counter = reader.uint64();
  return device === undefined || counter === undefined ? undefined : { device, counter };
};

const readHead = (reader: ByteReader): Head | undefined => {
  const place = readPlace(reader);
  const id = reader.view(ENTRY_ID_BYTES);
  return place === undefined || id === undefined ? undefined : { ...place, id: entryIdFrom(id) };
};

const readNeed = (reader: ByteReader): Need | undefined => {
  const device = readId(reader, deviceIdFrom);
  const epochs = readCounted(reader, MAX_NEEDED_EPOCHS, (part) => readId(part, epochIdFrom));
  return device === undefined || epochs === undefined ? undefined : { device, epochs };
};

const readSnapshotName = (reader: ByteReader): SnapshotName | undefined => {
  const device = readId(reader, deviceIdFrom);
  const version = reader.take(SNAPSHOT_VERSION_BYTES);
  const parts = reader.uint16();
  return device === undefined || version === undefined || parts === undefined ? undefined : { device, version, parts };
};

const readSequenced = (reader: ByteReader): SequencedEntry | undefined => {
  const sequence = reader.uint64();
  const bytes = readLengthened(reader, MAX_ENTRY_BYTES);
  return sequence === undefined || bytes === undefined ? undefined : { sequence, bytes };
};

const readRefusedEntry = (reader: ByteReader) => {
  const index = reader.uint16();
  const reason = ENTRY_REFUSALS[(reader.uint8() ?? 0) - 1];
  return index === undefined || reason === undefined ? undefined : { index, reason };
};
