/**
 * Writing what a snapshot holds (docs/spec/snapshot.md); `snapshot-content.ts` reads it.
 *
 * Part by part, so that a hundred thousand records never hold the thread for long. Fetched when a snapshot is made, which is seldom.
 */
import { createWriter, type ByteWriter } from "../envelope/byte-writer.ts";
import { ENTRY_ID_BYTES, ID_BYTES } from "../envelope/ids.ts";
import type { Bytes } from "../crypto/door.ts";
import type { EntryRef } from "../log/log-store.ts";
import type { Stamp } from "../merge/hybrid-clock.ts";
import type { OwnRecord, Register, SharedRecord } from "../merge/merge.ts";
import { PARTS, type SnapshotContent } from "./snapshot-content.ts";

/** A part is closed when it is longer than this. */
const PART_BYTES = 262_144;
/** Entries of one chain in one part. */
const CHAIN_PORTION = 4096;

/** The parts in order; made one by one, as they are asked for. */
export function* encodeContent(content: SnapshotContent): Generator<Bytes, undefined, unknown> {
  const start = createWriter();
  start.uint8(PARTS.start);
  start.uint64(content.sequence);
  start.uint8(content.isAdopted ? 1 : 0);
  writeStamp(start, content.ownStamp);
  yield start.written();
  for (const chain of content.chains) {
    for (let from = 0; from < chain.bits.length; from += CHAIN_PORTION) {
      const until = Math.min(chain.bits.length, from + CHAIN_PORTION);
      const part = createWriter(64 + (until - from) * 49);
      part.uint8(PARTS.chain);
      part.id(chain.device);
      part.uint32(until - from);
      part.bytes(chain.bits.subarray(from, until));
      part.bytes(chain.names.subarray(from * ENTRY_ID_BYTES, until * ENTRY_ID_BYTES));
      part.bytes(chain.records.subarray(from * ID_BYTES, until * ID_BYTES));
      yield part.written();
    }
  }
  yield* partsOf(PARTS.sealed, content.sealed, (part, { place, epoch }) => {
    writePlace(part, place);
    part.id(epoch);
  });
  yield* partsOf(PARTS.drops, content.pendingDrops, (part, { place, by }) => {
    writePlace(part, place);
    writePlace(part, by);
  });
  yield* partsOf(PARTS.own, content.own.values(), writeOwn);
  yield* partsOf(PARTS.shared, content.shared.values(), writeShared);
  return undefined;
}

function* partsOf<T>(
  type: number,
  items: Iterable<T>,
  write: (part: ByteWriter, item: T) => void,
): Generator<Bytes, undefined, unknown> {
  let part: ByteWriter | null = null;
  for (const item of items) {
    if (part === null) {
      part = createWriter(PART_BYTES + 65_536);
      part.uint8(type);
    }
    write(part, item);
    if (part.length() < PART_BYTES) continue;
    yield part.written();
    part = null;
  }
  if (part !== null) yield part.written();
  return undefined;
}

const writeStamp = (part: ByteWriter, { ms, tick }: Stamp): void => {
  part.uint64(ms);
  part.uint16(tick);
};

const writePlace = (part: ByteWriter, { device, counter }: EntryRef): void => {
  part.id(device);
  part.uint64(counter);
};

const writeRegister = (part: ByteWriter, { text, stamp, device }: Register): void => {
  part.id(device);
  writeStamp(part, stamp);
  part.text(text);
};

const writeOwn = (part: ByteWriter, record: OwnRecord): void => {
  part.uint8(record.type === "present" ? 1 : 0);
  part.id(record.member);
  part.record(record.id);
  if (record.type === "present") writeRegister(part, record.last);
};

const writeShared = (part: ByteWriter, record: SharedRecord): void => {
  part.uint8(record.type === "present" ? 1 : 0);
  part.record(record.id);
  if (record.type === "deleted") return;
  part.uint16(record.fields.size);
  for (const [name, register] of record.fields) {
    part.text(name);
    writeRegister(part, register);
  }
};
