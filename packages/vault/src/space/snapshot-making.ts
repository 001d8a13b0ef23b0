/**
 * Making a snapshot: of everything that there is at one moment, sealed and signed (docs/spec/snapshot.md). Fetched when one is due,
 * which is seldom.
 */
import {
  concatBytes,
  randomBytes,
  seal,
  sha256,
  sign,
  type Bytes,
  type EpochKey,
  type SigningKey,
} from "../crypto/door.ts";
import { uint32, uint64 } from "../envelope/byte-reader.ts";
import { encodeEntry } from "../envelope/entry.ts";
import type { EntryWithId } from "../envelope/make-entry.ts";
import type { OpenSpace } from "./open-space.ts";
import { currentEpoch } from "./roster.ts";
import type { SnapshotContent } from "./snapshot-content.ts";
import { encodeHeader, partHeader, PURPOSES, SIGNED_CONTEXT, type SnapshotHeader } from "./snapshot-envelope.ts";
import type { Frozen } from "./snapshot-keeper.ts";
import { encodeContent } from "./snapshot-writing.ts";

/** All that there is, in a form that does not change; null while there is nothing to be sealed, or no key to seal it with. */
export const freeze = (opened: OpenSpace, sequence: number): Frozen | null => {
  const { membership, keys, gone, freeze: freezeMemory } = opened.memory();
  const founding = membership.founding();
  // Keys are in the order of their epochs: the last is the newest that this device has.
  const newest = [...keys()].at(-1);
  if (opened.leave() !== null || newest === undefined || founding === null || gone().length > 0) return null;
  const entries = membership.statementEntries();
  const statements = [
    ...entries.filter(({ id }) => id === founding.id),
    ...entries.filter(({ id }) => id !== founding.id),
  ];
  return { epoch: newest[0], key: newest[1], statements, content: { ...freezeMemory(), sequence } };
};

/** As `freeze`, under the key of those who belong to the space now; null if there is no such key. */
export const freezeForOthers = (opened: OpenSpace): Frozen | null => {
  const roster = opened.memory().membership.roster();
  const epoch = roster === null ? undefined : currentEpoch(roster);
  const key = epoch === undefined ? undefined : opened.memory().keys().get(epoch.id);
  const frozen = freeze(opened, 0);
  return frozen === null || epoch === undefined || key === undefined ? null : { ...frozen, epoch: epoch.id, key };
};

/** `undefined` if the space was left meanwhile, which destroys the keys under whatever is going on. */
export const sealForOthers = async (opened: OpenSpace, frozen: Frozen): Promise<Bytes | undefined> => {
  const { device, signing } = opened.deps.keys;
  const header = {
    purpose: PURPOSES.transfer,
    space: opened.space,
    epoch: frozen.epoch,
    device,
    salt: randomBytes(32),
  };
  try {
    const isOpen = (): boolean => opened.leave() === null;
    return await sealSnapshot(header, frozen.key, signing, frozen.statements, frozen.content, isOpen);
  } catch (error) {
    if (opened.leave() !== null) return undefined;
    throw error;
  }
};

const withLength = (bytes: Uint8Array): Bytes => concatBytes(uint32(bytes.length), bytes);

/**
 * Seals part by part, and between two parts lets others have the thread; `goOn` is asked there, and `undefined` comes of a no.
 * The content must be one that does not change meanwhile.
 */
export const sealSnapshot = async (
  header: SnapshotHeader,
  key: EpochKey,
  author: SigningKey,
  statements: readonly EntryWithId[],
  content: SnapshotContent,
  goOn: () => boolean = () => true,
): Promise<Bytes | undefined> => {
  const head = encodeHeader(header);
  const sealed: Bytes[] = [];
  const parts = encodeContent(content);
  let part = parts.next();
  for (let index = 0; part.done !== true; index += 1) {
    if (!goOn()) return undefined;
    const next = parts.next();
    const bytes = await seal(key, partHeader(head, index, next.done === true), part.value);
    sealed.push(uint32(bytes.length), bytes);
    part = next;
  }
  const clear = concatBytes(...statements.map(({ entry }) => withLength(encodeEntry(entry))));
  const body = concatBytes(...sealed);
  const signed = concatBytes(head, uint64(clear.length), await sha256(clear), await sha256(body));
  const signature = await sign(author, concatBytes(SIGNED_CONTEXT, signed));
  return concatBytes(signed, signature, clear, body);
};
