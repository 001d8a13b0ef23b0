/**
 * The key ring: every secret of one device, as one value, byte by byte (docs/spec/key-ring.md).
 *
 * What a device can do follows from it and from nothing else: without it the sealed log beside it is noise.
 */
import { parsePersonId, type PersonId } from "@undivided/domain";
import {
  bytesToHex,
  bytesToUtf8,
  concatBytes,
  hexToBytes,
  revealSecret,
  SECRET_BYTES,
  signingKeyFrom,
  unwrappingKeyFrom,
  utf8ToBytes,
  type Bytes,
} from "../crypto/door.ts";
import { counted, createReader, readCounted, uint16, uint8, type ByteReader } from "../envelope/byte-reader.ts";
import { deviceIdFrom, ID_BYTES, idToBytes, memberIdFrom, spaceIdFrom, type SpaceId } from "../envelope/ids.ts";
import type { TrustedDevice } from "../space/trusted.ts";
import type { DeviceKeys } from "../space/device-keys.ts";
import { encodeTrusted, readTrusted } from "./trusted-device.ts";

/** This device's part in one space. */
export interface SpaceKeys {
  readonly space: SpaceId;
  readonly keys: DeviceKeys;
  /** The own device that this one was paired by, as pairing showed it: its snapshots are believed, nobody else's. */
  readonly pairedBy?: TrustedDevice;
}

export interface KeyRing {
  readonly person: PersonId;
  /** Null while nothing was ever sent anywhere. */
  readonly relay: string | null;
  readonly mine: SpaceKeys;
  readonly ours: SpaceKeys | null;
  /** Spaces that were left: their leave entries are in the log, and every relay is told. */
  readonly left: readonly SpaceId[];
}

/** The first has no `pairedBy`. Written where there is none: an older app then still opens it. */
const FIRST_VERSION = 1;
const RING_VERSION = 2;
const MAX_LEFT = 10_000;

/** Without `pairedBy`, which stands elsewhere in the ring and nowhere in a note. */
export const encodeSpaceKeys = ({ space, keys }: SpaceKeys): Bytes =>
  concatBytes(
    idToBytes(space),
    idToBytes(keys.device),
    idToBytes(keys.member),
    revealSecret(keys.signing),
    revealSecret(keys.unwrapping),
  );

/** **Privacy:** all secrets in clear; the caller seals it at once and overwrites it. @throws Error if a key was destroyed. */
export const encodeKeyRing = ({ person, relay, mine, ours, left }: KeyRing): Bytes => {
  const address = utf8ToBytes(relay ?? "");
  const pairedBy = [mine.pairedBy, ours?.pairedBy].map((by) => counted(by === undefined ? [] : [encodeTrusted(by)]));
  const isFirst = mine.pairedBy === undefined && ours?.pairedBy === undefined;
  return concatBytes(
    uint8(isFirst ? FIRST_VERSION : RING_VERSION),
    hexToBytes(person) ?? new Uint8Array(0),
    uint16(address.length),
    address,
    encodeSpaceKeys(mine),
    counted(ours === null ? [] : [encodeSpaceKeys(ours)]),
    counted(left.map(idToBytes)),
    ...(isFirst ? [] : pairedBy),
  );
};

/** Total. `undefined` for anything that `encodeKeyRing` of this version or one before would not have written. */
export const decodeKeyRing = (bytes: Uint8Array): KeyRing | "newer-version" | undefined => {
  const reader = createReader(bytes);
  const version = reader.uint8();
  if (version !== undefined && version > RING_VERSION) return "newer-version";
  const person = parsePersonId(bytesToHex(reader.take(ID_BYTES) ?? new Uint8Array(0)));
  const relay = bytesToUtf8(reader.take(reader.uint16() ?? -1) ?? Uint8Array.of(0xff));
  const mine = readSpaceKeys(reader);
  const ours = readCounted(reader, 1, readSpaceKeys);
  const left = readCounted(reader, MAX_LEFT, readSpace);
  const isFirst = version === FIRST_VERSION;
  const [mineBy, oursBy] = isFirst ? [[], []] : [readPairedBy(reader), readPairedBy(reader)];
  if (!isFirst && version !== RING_VERSION) return undefined;
  if (person.type === "error" || relay === undefined || !reader.isAtEnd()) return undefined;
  if (mine === undefined || ours === undefined || left === undefined) return undefined;
  if (mineBy === undefined || oursBy === undefined) return undefined;
  const isOfNobody = ours.length === 0 && oursBy.length > 0;
  if (isOfNobody || (!isFirst && mineBy.length + oursBy.length === 0)) return undefined;
  return {
    person: person.value,
    relay: relay === "" ? null : relay,
    mine: withPairedBy(mine, mineBy[0]),
    ours: ours[0] === undefined ? null : withPairedBy(ours[0], oursBy[0]),
    left,
  };
};

const readPairedBy = (reader: ByteReader) => readCounted(reader, 1, readTrusted);
const withPairedBy = (keys: SpaceKeys, pairedBy: TrustedDevice | undefined): SpaceKeys =>
  pairedBy === undefined ? keys : { ...keys, pairedBy };

export const readSpaceKeys = (reader: ByteReader): SpaceKeys | undefined => {
  const space = reader.take(ID_BYTES);
  const device = reader.take(ID_BYTES);
  const member = reader.take(ID_BYTES);
  const signing = signingKeyFrom(reader.take(SECRET_BYTES) ?? new Uint8Array(0));
  const unwrapping = unwrappingKeyFrom(reader.take(SECRET_BYTES) ?? new Uint8Array(0));
  if (space === undefined || device === undefined || member === undefined) return undefined;
  if (signing.type === "error" || unwrapping.type === "error") return undefined;
  return {
    space: spaceIdFrom(space),
    keys: {
      device: deviceIdFrom(device),
      member: memberIdFrom(member),
      signing: signing.value,
      unwrapping: unwrapping.value,
    },
  };
};

const readSpace = (reader: ByteReader): SpaceId | undefined => {
  const space = reader.take(ID_BYTES);
  return space === undefined ? undefined : spaceIdFrom(space);
};
