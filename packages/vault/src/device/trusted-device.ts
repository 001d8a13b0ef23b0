/** The device whose snapshots are believed, as bytes: device (16) ‖ Ed25519 key (32). */
import { concatBytes, VERIFYING_KEY_BYTES, verifyingKeyFrom, type Bytes } from "../crypto/door.ts";
import type { ByteReader } from "../envelope/byte-reader.ts";
import { deviceIdFrom, ID_BYTES, idToBytes } from "../envelope/ids.ts";
import type { TrustedDevice } from "../space/trusted.ts";

export const encodeTrusted = ({ device, verifyingKey }: TrustedDevice): Bytes =>
  concatBytes(idToBytes(device), verifyingKey);

export const readTrusted = (reader: ByteReader): TrustedDevice | undefined => {
  const device = reader.take(ID_BYTES);
  const verifyingKey = verifyingKeyFrom(reader.take(VERIFYING_KEY_BYTES) ?? new Uint8Array(0));
  return device === undefined || verifyingKey === undefined
    ? undefined
    : { device: deviceIdFrom(device), verifyingKey };
};
