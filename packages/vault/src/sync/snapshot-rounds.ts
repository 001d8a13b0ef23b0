/** What `snapshot-exchange.ts` does once there is somebody to exchange snapshots with. */
import { err, ok, type Result } from "@undivided/domain";
import { concatBytes, randomBytes, type Bytes } from "../crypto/door.ts";
import { createReader, uint64 } from "../envelope/byte-reader.ts";
import type { MailboxState, SnapshotName } from "../relay/answers.ts";
import { MAX_SNAPSHOT_PART_BYTES, MAX_SNAPSHOT_PARTS, SNAPSHOT_VERSION_BYTES } from "../relay/protocol.ts";
import type { Summary } from "../space/replica.ts";
import type { LinkFault } from "./relay-link.ts";
import {
  isAwaited,
  type Ask,
  type ExchangedSpace,
  type SnapshotPolicy,
  type SnapshotRounds,
} from "./snapshot-exchange.ts";
import { entriesIn } from "./space-talk.ts";

/** Enough that the line is never idle, and little enough that each part comes in time over a slow one. */
const GET_AT_ONCE = 4;
const PUT_AT_ONCE = 2;
/** Parts are no smaller than this, so that a small snapshot is one or two. */
const LEAST_PART_BYTES = 65_536;
/** How often fetching one version may come to nothing. */
const MAX_FAILURES = 3;
/** How often one is made for the same roster and about as many entries: a relay that drops each one is not fed for ever. */
const MAX_ATTEMPTS = 6;

/** The first 8 bytes of a version say how many entries it holds: what it is worth to fetch. Only a hint. */
const versionOf = (entries: number): Bytes => concatBytes(uint64(entries), randomBytes(SNAPSHOT_VERSION_BYTES - 8));
const entriesOf = (version: Uint8Array): number => createReader(version).uint64() ?? 0;

const partsOf = (bytes: Bytes): readonly Bytes[] => {
  const size = Math.max(LEAST_PART_BYTES, Math.ceil(bytes.length / MAX_SNAPSHOT_PARTS));
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, part) =>
    bytes.subarray(part * size, (part + 1) * size),
  );
};

/** Something else than what was asked for: the snapshot has gone, or is another one by now. */
type Ended = LinkFault | { readonly type: "gone" };

/** Works over all items, some at once, until one gives a reason to stop, which is what this gives. */
const someAtOnce = async <T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<Ended | null>,
): Promise<Ended | null> => {
  const waiting = items.values();
  const reasons: Ended[] = [];
  const run = async (): Promise<void> => {
    for (const item of waiting) {
      if (reasons.length > 0) return;
      const reason = await work(item);
      if (reason !== null) reasons.push(reason);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return reasons[0] ?? null;
};

const nothingFetched = () => ({ version: "", parts: new Map<number, Bytes>(), failures: 0 });

/** Kept over reconnections, so that what was fetched before the line was cut is not fetched again. */
export const createSnapshotRounds = (exchanged: ExchangedSpace, policy: SnapshotPolicy): SnapshotRounds => {
  const { replica, keys, pairedBy } = exchanged;
  const { space } = replica;
  const givenUp = new Set<string>();
  let portions = 0;
  /** The last sequence number at which the relay had what this device lacked: one round is tried for it. */
  let behindAt: number | null = null;
  let fetching = nothingFetched();
  /** False once a relay has ended the connection over a snapshot: it is older than snapshots are. The log serves. */
  let isUnderstood = true;
  let made: { roster: unknown; entries: number; attempts: number } = { roster: null, entries: 0, attempts: 0 };

  const ownEntries = ({ heads }: Summary = replica.summary()): number => entriesIn(heads);
  const helps = (entries: number): boolean => {
    const own = ownEntries();
    return pairedBy !== undefined && entries - own >= policy.least && entries >= 2 * own;
  };

  /** True when all parts are here. */
  const fetchParts = async (
    { device, version, parts }: SnapshotName,
    ask: Ask,
  ): Promise<Result<boolean, LinkFault>> => {
    const missing = Array.from({ length: parts }, (_, part) => part).filter((part) => !fetching.parts.has(part));
    const before = fetching.parts.size;
    const ended = await someAtOnce(missing, GET_AT_ONCE, async (part) => {
      const answer = await ask({ type: "get-snapshot", space, device, part });
      if (answer.type === "error") return answer.error;
      const found = answer.value;
      const isIt = found.type === "snapshot" && String(found.version) === String(version) && found.parts === parts;
      if (!isIt) return { type: "gone" };
      fetching.parts.set(part, found.bytes);
      return null;
    });
    if (fetching.parts.size === before) fetching.failures += 1;
    if (ended === null) return ok(true);
    return ended.type === "gone" || ended.type === "refused" ? ok(false) : err(ended);
  };

  const take: SnapshotRounds["take"] = async (state, ask) => {
    const named = state.snapshots.find(({ device }) => device === pairedBy?.device);
    if (named === undefined || pairedBy === undefined || named.parts > MAX_SNAPSHOT_PARTS) return ok(false);
    const version = String(named.version);
    if (givenUp.has(version) || !helps(Math.min(entriesOf(named.version), entriesIn(state.heads)))) return ok(false);
    if (fetching.version !== version) fetching = { version, parts: new Map(), failures: 0 };
    const fetched = await fetchParts(named, ask);
    if (fetched.type === "error" || !fetched.value) {
      if (fetching.failures < MAX_FAILURES) return fetched;
      givenUp.add(version);
      fetching = nothingFetched();
      return fetched;
    }
    const inOrder = [...fetching.parts].toSorted(([one], [other]) => one - other).map(([, bytes]) => bytes);
    fetching = nothingFetched();
    const adopted = await replica.adoptSnapshot(concatBytes(...inOrder), pairedBy);
    if (adopted.type === "error") givenUp.add(version);
    return ok(adopted.type === "ok");
  };

  /** Whether the relay has what this device lacks; beyond the end of a removed device nothing counts. */
  const isBehind = (state: MailboxState): boolean => {
    const own = new Map(replica.summary().heads.map(({ device, counter }) => [device, counter]));
    return state.heads.some(({ device, counter }) => {
      const last = replica.roster()?.devices.get(device)?.last ?? counter;
      return (own.get(device) ?? 0) < Math.min(counter, last);
    });
  };
  const isDue = (state: MailboxState): boolean => {
    const { absent, forkedAt } = replica.health();
    const entries = ownEntries();
    if (!isUnderstood || absent > 0 || forkedAt !== null || entries < policy.least || !isAwaited(exchanged))
      return false;
    const there = state.snapshots.find(({ device }) => device === keys.device);
    const isNewEnough = (since: number): boolean => entries - since < policy.renewAfter(entries);
    if (there !== undefined && isNewEnough(entriesOf(there.version))) return false;
    if (made.roster !== replica.roster() || !isNewEnough(made.entries)) {
      made = { roster: replica.roster(), entries, attempts: 0 };
    }
    return made.attempts < MAX_ATTEMPTS;
  };

  return {
    isToLook: (there) => {
      portions += 1;
      return portions % policy.lookEvery === 0 && helps(entriesIn(there));
    },
    take,
    put: async (state, ask) => {
      if (!isDue(state)) return ok(false);
      if (isBehind(state)) {
        const isNews = behindAt !== state.last;
        behindAt = state.last;
        return ok(isNews);
      }
      made.attempts += 1;
      // Everything up to there is here: the relay compares it with its newest statement.
      const sequence = state.last;
      const roster = replica.roster();
      const entries = ownEntries();
      const sealed = await replica.snapshotFor();
      if (sealed.type === "error" || replica.isClosed()) return ok(false);
      // A new epoch had to begin for it, or somebody came: the relay has to hear that before.
      if (replica.roster() !== roster) return ok(true);
      if (sealed.value.length > MAX_SNAPSHOT_PARTS * MAX_SNAPSHOT_PART_BYTES) return ok(false);
      const version = versionOf(entries);
      const parts = partsOf(sealed.value);
      const ended = await someAtOnce([...parts.entries()], PUT_AT_ONCE, async ([part, bytes]) => {
        const answer = await ask({ type: "put-snapshot", space, version, sequence, part, parts: parts.length, bytes });
        return answer.type === "error" ? answer.error : null;
      });
      if (ended?.type === "cut" && ended.reason === "malformed") isUnderstood = false;
      // A refusal is no fault of the line: the device goes on without. Stale asks for a round, which brings what made it so.
      if (ended === null || ended.type === "gone") return ok(false);
      return ended.type === "refused" ? ok(ended.reason === "snapshot-stale") : err(ended);
    },
  };
};
