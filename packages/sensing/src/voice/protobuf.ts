/**
 * Protocol Buffers wire format, as much of it as reading a weights file needs: one message's fields, one level at a time.
 *
 * Method: https://protobuf.dev/programming-guides/encoding/. Total on any bytes: a message is read whole or refused by name.
 * Limits: no groups (wire types 3 and 4, long deprecated); a varint above 2^53 loses its low bits.
 */
import { err, ok, type Result } from "@undivided/domain";

export type ProtobufField =
  | { readonly type: "varint"; readonly number: number; readonly value: number }
  | { readonly type: "bytes"; readonly number: number; readonly bytes: Uint8Array }
  /** A 32- or 64-bit value: skipped, since no field read here has one. */
  | { readonly type: "fixed"; readonly number: number };

/** `at` counts bytes from the start of the message that failed. */
export type ProtobufError =
  { readonly type: "truncated"; readonly at: number } | { readonly type: "malformed"; readonly at: number };

/** The fields of one message in file order. The `bytes` are views into the given array, not copies. */
export const readProtobufFields = (message: Uint8Array): Result<readonly ProtobufField[], ProtobufError> => {
  const fields: ProtobufField[] = [];
  let at = 0;
  let failure: ProtobufError["type"] | undefined;

  const readVarint = (): number => {
    let value = 0;
    let scale = 1;
    for (let length = 0; length < 10; length++) {
      const byte = message[at];
      if (byte === undefined) {
        failure ??= "truncated";
        return 0;
      }
      at++;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    failure ??= "malformed";
    return 0;
  };

  const take = (length: number): Uint8Array => {
    if (length > message.length - at) {
      failure ??= "truncated";
      return message.subarray(at, at);
    }
    at += length;
    return message.subarray(at - length, at);
  };

  while (at < message.length && failure === undefined) {
    const fieldStart = at;
    const key = readVarint();
    const number = Math.floor(key / 8);
    if (number === 0) failure ??= "malformed";
    const wireType = key % 8;
    if (wireType === 0) fields.push({ type: "varint", number, value: readVarint() });
    else if (wireType === 2) fields.push({ type: "bytes", number, bytes: take(readVarint()) });
    else if (wireType === 1 || wireType === 5) {
      take(wireType === 1 ? 8 : 4);
      fields.push({ type: "fixed", number });
    } else failure ??= "malformed";
    if (failure !== undefined) at = fieldStart;
  }
  return failure === undefined ? ok(fields) : err({ type: failure, at });
};
