/** docs/spec/snapshot.md: what another own device says of a space in one piece, checked and opened. */
import { join, Malformed, take, toText, uint } from "./bytes.mjs";
import { openSealed, sha256, verify } from "./crypto.mjs";
import { readEntry } from "./entry.mjs";

const stampOf = (reader) => [reader.number(8), reader.number(2)];
const present = (reader) => {
  const byte = reader.number(1);
  if (byte > 1) throw new Malformed("neither present nor deleted");
  return byte === 1;
};
const each = (reader, run) => {
  const found = [];
  while (!reader.isAtEnd()) found.push(run());
  return found;
};

const readPart = (bytes) => {
  const reader = take(bytes);
  const kind = reader.number(1);
  switch (kind) {
    case 1: {
      const start = { kind, sequence: reader.number(8), isTold: present(reader), stamp: stampOf(reader) };
      reader.end();
      return start;
    }
    case 2: {
      const device = reader.hex(16);
      const count = reader.number(4);
      const times = (length) => Array.from({ length: count }, () => reader.hex(length));
      const chain = { kind, device, bits: [...reader.bytes(count)], names: times(32), records: times(16) };
      reader.end();
      return chain;
    }
    case 3:
      return { kind, sealed: each(reader, () => [reader.hex(16), reader.number(8), reader.hex(16)]) };
    case 4:
      return { kind, drops: each(reader, () => [reader.hex(16), reader.number(8), reader.hex(16), reader.number(8)]) };
    case 5:
      return {
        kind,
        own: each(reader, () => {
          const isThere = present(reader);
          const name = { member: reader.hex(16), record: reader.hex(16) };
          if (!isThere) return name;
          return { ...name, device: reader.hex(16), stamp: stampOf(reader), text: toText(reader.counted()) };
        }),
      };
    case 6:
      return {
        kind,
        shared: each(reader, () => {
          const isThere = present(reader);
          const id = reader.hex(16);
          if (!isThere) return { id };
          const fields = reader.list(() => {
            const name = toText(reader.counted());
            return { name, device: reader.hex(16), stamp: stampOf(reader), value: toText(reader.counted()) };
          });
          return { id, fields };
        }),
      };
    default:
      throw new Malformed("an unknown part");
  }
};

/** `author` is the device that paired this one, by the key from pairing; `keyOf` gives an epoch's key by the statements. */
export const readSnapshot = (bytes, { space, author }, keyOf) => {
  const reader = take(bytes);
  if (reader.number(1) !== 1) throw new Malformed("newer-version");
  const purpose = reader.number(1);
  const head = { purpose, space: reader.hex(16), epoch: reader.hex(16), device: reader.hex(16), salt: reader.hex(32) };
  const length = reader.number(8);
  const [ofStatements, ofParts] = [reader.hex(32), reader.hex(32)];
  const signature = reader.bytes(64);
  const statements = reader.bytes(length);
  const parts = reader.rest();
  const isOurs = purpose === 2 && head.space === space && head.device === author.device;
  if (!isOurs) throw new Malformed("another snapshot");
  if (!verify(author.verifyingKey, signature, "undivided/1/snapshot", bytes.subarray(0, 154)))
    throw new Malformed("forged");
  if (sha256(statements).toString("hex") !== ofStatements || sha256(parts).toString("hex") !== ofParts)
    throw new Malformed("forged");
  const entriesIn = take(statements);
  const entries = each(entriesIn, () => readEntry(entriesIn.counted()));
  const key = keyOf(entries, head.epoch);
  const partsIn = take(parts);
  const sealed = each(partsIn, () => partsIn.counted());
  const opened = sealed.map((part, number) => {
    const last = uint(1, number === sealed.length - 1 ? 1 : 0);
    const plain = openSealed(
      key,
      part,
      join("undivided/1/snapshot-part", bytes.subarray(0, 82), uint(4, number), last),
    );
    if (plain === undefined) throw new Malformed("a part does not open");
    return readPart(plain);
  });
  if (opened[0]?.kind !== 1) throw new Malformed("the start comes first");
  const chains = opened.filter(({ kind }) => kind === 2);
  return {
    ...{ ...head, statements: entries },
    /** Names of all entries, as the log has them. */
    names: chains.flatMap(({ names }) => names),
    own: opened.flatMap(({ own = [] }) => own.flatMap(({ text }) => (text === undefined ? [] : [text]))),
    shared: opened.flatMap(({ shared = [] }) =>
      shared.flatMap(({ id, fields }) =>
        fields === undefined
          ? []
          : [{ id, fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])) }],
      ),
    ),
    unread: 0,
  };
};
