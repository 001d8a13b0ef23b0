/** The statement in a drop entry: whose bodies go. Readable by the relay, which drops them too. */
import { concatBytes, type Bytes } from "../crypto/public-door.ts";
import { counted, createReader, readCounted, uint64, uint8, type ByteReader } from "../envelope/byte-reader.ts";
import { deviceIdFrom, ID_BYTES, idToBytes } from "../envelope/ids.ts";
import type { EntryRef } from "../log/log-store.ts";

const STATEMENT_VERSION = 1;

/** How many places one statement may name. */
export const MAX_DROPS = 2000;

export const encodeDropStatement = (places: readonly EntryRef[]): Bytes =>
  concatBytes(
    uint8(STATEMENT_VERSION),
    counted(places.map(({ device, counter }) => concatBytes(idToBytes(device), uint64(counter)))),
  );

/** Total. `undefined` for anything that `encodeDropStatement` would not have written. */
export const decodeDropStatement = (bytes: Uint8Array): readonly EntryRef[] | undefined => {
  const reader = createReader(bytes);
  const version = reader.uint8();
  const places = readCounted(reader, MAX_DROPS, readPlace);
  return version === STATEMENT_VERSION && reader.isAtEnd() ? places : undefined;
};

const readPlace = (reader: ByteReader): EntryRef | undefined => {
  const device = reader.take(ID_BYTES);
  const counter = reader.uint64();
  return device === undefined || counter === undefined ? undefined : { device: deviceIdFrom(device), counter };
};
