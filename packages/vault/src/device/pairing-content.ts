/**
 * What two devices tell each other once both have confirmed the words, byte by byte (docs/spec/pairing.md).
 *
 * The first byte of each names the purpose. A side reads only what belongs to the purpose that its own screen showed: a card for a
 * couple's space is not read as one for a person's own, whoever sends it.
 */
import { parsePersonId, type DeviceId, type PersonId } from "@undivided/domain";
import {
  bytesToHex,
  concatBytes,
  hexToBytes,
  VERIFYING_KEY_BYTES,
  verifyingKeyFrom,
  WRAPPING_KEY_BYTES,
  wrappingKeyFrom,
  type Bytes,
  type VerifyingKey,
  type WrappingKey,
} from "../crypto/door.ts";
import { counted, createReader, readCounted, uint8, type ByteReader } from "../envelope/byte-reader.ts";
import {
  deviceIdFrom,
  ID_BYTES,
  idToBytes,
  memberIdFrom,
  spaceIdFrom,
  type MemberId,
  type SpaceId,
} from "../envelope/ids.ts";
import type { InvitationVersion } from "../pairing/invitation.ts";
import type { TrustedDevice } from "../space/trusted.ts";
import { encodeTrusted, readTrusted } from "./trusted-device.ts";

/** A device's public half without the person: whose it is says who admits it. */
export interface OwnCard {
  readonly device: DeviceId;
  readonly verifyingKey: VerifyingKey;
  readonly wrappingKey: WrappingKey;
}

export type GuestContent =
  /** Of the second person; the member is drawn by the guest. */
  | { readonly type: "partner"; readonly member: MemberId; readonly card: OwnCard }
  | { readonly type: "own-device"; readonly mine: OwnCard; readonly ours: OwnCard };

/** Where a device of this member belongs. */
export interface Part {
  readonly space: SpaceId;
  readonly member: MemberId;
  /** The host's own device in that space, by which its snapshots are known; null in the first version. */
  readonly host: TrustedDevice | null;
}

export type HostContent =
  | { readonly type: "partner"; readonly space: SpaceId }
  | { readonly type: "own-device"; readonly person: PersonId; readonly mine: Part; readonly ours: Part | null };

const PARTNER = 1;
const OWN_DEVICE = 2;

const encodeCard = ({ device, verifyingKey, wrappingKey }: OwnCard): Bytes =>
  concatBytes(idToBytes(device), verifyingKey, wrappingKey);

const readCard = (reader: ByteReader): OwnCard | undefined => {
  const device = reader.take(ID_BYTES);
  const verifyingKey = verifyingKeyFrom(reader.take(VERIFYING_KEY_BYTES) ?? new Uint8Array(0));
  const wrappingKey = wrappingKeyFrom(reader.take(WRAPPING_KEY_BYTES) ?? new Uint8Array(0));
  if (device === undefined || verifyingKey === undefined || wrappingKey === undefined) return undefined;
  return { device: deviceIdFrom(device), verifyingKey, wrappingKey };
};

const encodePart = ({ space, member, host }: Part): Bytes =>
  concatBytes(idToBytes(space), idToBytes(member), host === null ? new Uint8Array(0) : encodeTrusted(host));

const readPart = (reader: ByteReader, version: InvitationVersion): Part | undefined => {
  const space = reader.take(ID_BYTES);
  const member = reader.take(ID_BYTES);
  const host = version === 1 ? null : readTrusted(reader);
  if (space === undefined || member === undefined || host === undefined) return undefined;
  return { space: spaceIdFrom(space), member: memberIdFrom(member), host };
};

export const encodeGuestContent = (content: GuestContent): Bytes =>
  content.type === "partner"
    ? concatBytes(uint8(PARTNER), idToBytes(content.member), encodeCard(content.card))
    : concatBytes(uint8(OWN_DEVICE), encodeCard(content.mine), encodeCard(content.ours));

export const encodeHostContent = (content: HostContent): Bytes =>
  content.type === "partner"
    ? concatBytes(uint8(PARTNER), idToBytes(content.space))
    : concatBytes(
        uint8(OWN_DEVICE),
        hexToBytes(content.person) ?? new Uint8Array(0),
        encodePart(content.mine),
        counted(content.ours === null ? [] : [encodePart(content.ours)]),
      );

/** Total. `undefined` for what is not exactly of this form. */
export const decodeGuestContent = (bytes: Uint8Array): GuestContent | undefined => {
  const reader = createReader(bytes);
  const type = reader.uint8();
  if (type === PARTNER) {
    const member = reader.take(ID_BYTES);
    const card = readCard(reader);
    if (member === undefined || card === undefined || !reader.isAtEnd()) return undefined;
    return { type: "partner", member: memberIdFrom(member), card };
  }
  const [mine, ours] = [readCard(reader), readCard(reader)];
  if (type !== OWN_DEVICE || mine === undefined || ours === undefined || !reader.isAtEnd()) return undefined;
  return { type: "own-device", mine, ours };
};

/** Total. `undefined` for what is not exactly of the form of this version. */
export const decodeHostContent = (bytes: Uint8Array, version: InvitationVersion): HostContent | undefined => {
  const reader = createReader(bytes);
  const type = reader.uint8();
  if (type === PARTNER) {
    const space = reader.take(ID_BYTES);
    return space === undefined || !reader.isAtEnd() ? undefined : { type: "partner", space: spaceIdFrom(space) };
  }
  const person = parsePersonId(bytesToHex(reader.take(ID_BYTES) ?? new Uint8Array(0)));
  const mine = readPart(reader, version);
  const ours = readCounted(reader, 1, (part) => readPart(part, version));
  if (type !== OWN_DEVICE || person.type === "error" || mine === undefined) return undefined;
  if (ours === undefined || !reader.isAtEnd()) return undefined;
  return { type: "own-device", person: person.value, mine, ours: ours[0] ?? null };
};

/** The guest's last word: what it was given is kept. */
export const DONE: Bytes = Uint8Array.of(0xff);
export const isDone = (bytes: Uint8Array): boolean => bytes.length === 1 && bytes[0] === DONE[0];
