/** docs/spec/envelope.md: one entry, and what stands in it. */
import { fromHex, join, Malformed, take, toText, unpad } from "./bytes.mjs";
import { openSealed, sha256, verify } from "./crypto.mjs";

export const KINDS = { record: 1, members: 2, drop: 3, leave: 4 };
const MAX_BODY = 65_564;

/** The form of an entry, and that its body is what its header says. The signature is checked by `isSignedBy`. */
export const readEntry = (bytes) => {
  if (bytes.length > 65_755) throw new Malformed("oversized");
  const reader = take(bytes);
  const version = reader.number(1);
  if (version !== 1) throw new Malformed(version === 0 ? "malformed" : "newer-version");
  const entry = {
    kind: reader.number(1),
    space: reader.hex(16),
    epoch: reader.hex(16),
    device: reader.hex(16),
    counter: reader.number(8),
    previous: reader.hex(32),
  };
  const length = reader.number(4);
  const hash = reader.hex(32);
  const signature = reader.bytes(64);
  const presence = reader.number(1);
  const body = presence === 1 ? reader.bytes(length) : undefined;
  reader.end();
  if (entry.counter < 1 || entry.counter > Number.MAX_SAFE_INTEGER || presence > 1) throw new Malformed("malformed");
  if (length > MAX_BODY) throw new Malformed("oversized");
  if (body !== undefined && sha256(body).toString("hex") !== hash) throw new Malformed("altered");
  const signed = join("undivided/1/entry", bytes.subarray(0, 126));
  return { ...entry, body, header: bytes.subarray(0, 94), signed, signature, name: sha256(signed).toString("hex") };
};

export const isSignedBy = (entry, verifyingKey) => verify(verifyingKey, entry.signature, entry.signed);

/** A statement of who comes and goes. */
export const readMembers = (body) => {
  const reader = take(body);
  if (reader.number(1) !== 1) throw new Malformed("newer-version");
  const people = reader.number(1);
  const generation = reader.number(4);
  const coming = reader.list(() => ({
    device: reader.hex(16),
    member: reader.hex(16),
    verifyingKey: reader.bytes(32),
    wrappingKey: reader.bytes(32),
  }));
  const going = reader.list(() => ({ device: reader.hex(16), last: reader.number(8) }));
  const wrapped = reader.list(() => ({ device: reader.hex(16), key: reader.bytes(80) }));
  const commitment = reader.hex(32);
  const history = reader.counted();
  reader.end();
  return { people, generation, coming, going, wrapped, commitment, history };
};

/** The places whose bodies go. */
export const readDrops = (body) => {
  const reader = take(body);
  if (reader.number(1) !== 1) throw new Malformed("newer-version");
  const places = reader.list(() => ({ device: reader.hex(16), counter: reader.number(8) }));
  reader.end();
  return places;
};

/** "The next of 256, 512, 1024 …". */
export const sizeOf = (length) => {
  let size = 256;
  while (size < length + 4) size *= 2;
  return size;
};

/** What a record entry changes; null if it does not open, or is of a newer form. */
export const openRecord = (entry, key) => {
  const padded = openSealed(key, entry.body, entry.header);
  if (padded === undefined) return null;
  const reader = take(unpad(padded, sizeOf));
  if (reader.number(1) !== 1) return null;
  const operation = reader.number(1);
  const stamp = [reader.number(8), reader.number(2)];
  const record = reader.hex(16);
  if (operation === 1) return { type: "put", stamp, record, text: toText(reader.rest()) };
  if (operation === 2) {
    const fields = reader.list(() => [toText(reader.counted()), toText(reader.counted())]);
    reader.end();
    return { type: "set", stamp, record, fields };
  }
  reader.end();
  if (operation === 3 || operation === 4)
    return { type: operation === 3 ? "delete-own" : "delete-shared", stamp, record };
  return null;
};

/** The founding statement names its space. */
export const spaceFoundedBy = (body) => sha256("undivided/1/space", body).subarray(0, 16).toString("hex");
export const epochOf = (entry) => entry.name.slice(0, 32);
export const ZEROS = "0".repeat(64);
export { fromHex };
