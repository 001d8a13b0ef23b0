/**
 * Relay: many connections, many mailboxes, who hears of what. Knows neither sockets nor disks; both are passed in.
 *
 * An entry is acknowledged after its commit and then handed to the others who have the space open. That is a hint: whoever missed it
 * catches up by sequence numbers. A client that does not read is cut and catches up later.
 * **Privacy:** nothing here is written down but what the store keeps; addresses serve the limits, in memory, while they matter.
 */
import type { Millis } from "@undivided/domain";
import { randomBytes, type Bytes } from "../crypto/public-door.ts";
import { createWebEntryVerifier, type EntryVerifier } from "../envelope/entry-verifier.ts";
import type { SpaceId } from "../envelope/ids.ts";
import type { AnswerBody } from "./answers.ts";
import { createConnection, type Connection, type Peer } from "./connection.ts";
import type { RelayCounters } from "./counters.ts";
import { createFanOut, type FanOut } from "./fan-out.ts";
import { createBuckets, RELAY_LIMITS, type RelayLimits } from "./limits.ts";
import { openMailbox, type Mailbox } from "./mailbox.ts";
import type { MailboxStore } from "./mailbox-store.ts";
import { createMeetings, type Meetings } from "./meetings.ts";
import { CHALLENGE_BYTES } from "./protocol.ts";
import { createSpaceRequests } from "./space-requests.ts";
import type { StoreFault } from "../log/log-store.ts";
import { ok, type Result } from "@undivided/domain";

const DAY_MS = 86_400_000;

export interface RelayDeps {
  readonly store: MailboxStore;
  /** Monotonic. */
  readonly clock: () => Millis;
  /** Days since 1970, for the expiry of what nobody uses. */
  readonly day: () => number;
  readonly counters: RelayCounters;
  readonly limits?: Partial<RelayLimits>;
  /** WebCrypto if there is none. */
  readonly verifier?: EntryVerifier;
}

/** One who has a space open. */
export interface Member {
  readonly send: (answer: AnswerBody) => void;
  /** As `send`, for what many get: an encoded answer that nobody asked for. */
  readonly hand: (frame: Bytes) => void;
  /** Looks again whether it belongs to the space. */
  readonly look: () => void;
}

/** A space that somebody has open, or its end. */
export type OpenSpace =
  | { readonly type: "open"; readonly mailbox: Mailbox; readonly members: Set<Member>; readonly fanOut: FanOut }
  | { readonly type: "closed"; readonly leave: Bytes };

interface Held {
  readonly opened: Promise<Result<OpenSpace, StoreFault>>;
  readonly members: Set<Member>;
  holders: number;
}

/** What connections share. */
export interface Hub {
  readonly store: MailboxStore;
  readonly clock: () => Millis;
  readonly limits: RelayLimits;
  readonly counters: RelayCounters;
  readonly meetings: Meetings;
  readonly newChallenge: () => Bytes;
  /** Holds the space open until `exit` is called as often; a member hears of what comes. What is closed or failed is not held. */
  readonly enter: (space: SpaceId, member: Member | null) => Promise<Result<OpenSpace, StoreFault>>;
  readonly exit: (space: SpaceId, member: Member | null) => void;
  /** Holds a space that is open; `exit` ends that too. */
  readonly hold: (space: SpaceId) => void;
  /** Tells everybody who has the space open that it is closed, and forgets it. */
  readonly closed: (space: SpaceId, leave: Bytes) => void;
  readonly takeEntries: (space: SpaceId, count: number) => number;
  readonly takeBytes: (address: string, count: number) => number;
  readonly takeNewSpace: (address: string) => number;
  readonly touch: (space: SpaceId) => void;
}

export interface Relay {
  /** Greets a new connection; null if there is no room, after it was told so. `address` is compared, never kept. */
  readonly connect: (peer: Peer, address: string) => Connection | null;
  /** Ends what has taken too long; to be called about once a second. */
  readonly tick: () => void;
  /** Ends all connections. */
  readonly stop: () => void;
}

export const createRelay = (deps: RelayDeps): Relay => {
  const { store, clock, day, counters, limits: given, verifier = createWebEntryVerifier() } = deps;
  const limits = { ...RELAY_LIMITS, ...given };
  const meetings = createMeetings(clock, limits);
  const entries = createBuckets(limits.entriesOfSpace, clock);
  const bytes = createBuckets(limits.bytesOfAddress, clock);
  const newSpaces = createBuckets(limits.newSpacesOfAddress, clock);
  const connections = new Map<Connection, string>();
  const countByAddress = new Map<string, number>();
  const heldBySpace = new Map<SpaceId, Held>();
  const touchedOn = new Map<SpaceId, number>();
  let sweptAt = clock();

  const loadSpace = async (space: SpaceId, members: Set<Member>): Promise<Result<OpenSpace, StoreFault>> => {
    const leave = await store.readLeave(space);
    if (leave.type === "error") return leave;
    if (leave.value !== null) return ok({ type: "closed", leave: leave.value });
    const mailbox = await openMailbox(store, verifier, space);
    if (mailbox.type === "error") return mailbox;
    return ok({ type: "open", mailbox: mailbox.value, members, fanOut: createFanOut(space, members, counters) });
  };
  const exit = (space: SpaceId, member: Member | null): void => {
    const held = heldBySpace.get(space);
    if (held === undefined) return;
    if (member !== null) held.members.delete(member);
    held.holders -= 1;
    if (held.holders <= 0) heldBySpace.delete(space);
  };
  const enter = async (space: SpaceId, member: Member | null): Promise<Result<OpenSpace, StoreFault>> => {
    const members = new Set<Member>();
    const held = heldBySpace.get(space) ?? { members, holders: 0, opened: loadSpace(space, members) };
    heldBySpace.set(space, held);
    // Counted before anything is waited for: two may come and go at once, and there must be one mailbox for a space.
    held.holders += 1;
    const opened = await held.opened;
    if (opened.type === "error" || opened.value.type === "closed") {
      if (heldBySpace.get(space) === held) heldBySpace.delete(space);
    } else if (member !== null) held.members.add(member);
    return opened;
  };
  const hub: Hub = {
    ...{ store, clock, limits, counters, meetings, enter, exit },
    hold: (space) => {
      const held = heldBySpace.get(space);
      if (held !== undefined) held.holders += 1;
    },
    newChallenge: () => randomBytes(CHALLENGE_BYTES),
    closed: (space, leave) => {
      const held = heldBySpace.get(space);
      heldBySpace.delete(space);
      for (const member of held?.members ?? []) member.send({ type: "left", space, entry: leave });
    },
    takeEntries: (space, count) => entries.take(space, count),
    takeBytes: (address, count) => bytes.take(address, count),
    takeNewSpace: (address) => newSpaces.take(address, 1),
    touch: (space) => {
      const today = day();
      if (touchedOn.get(space) === today) return;
      touchedOn.set(space, today);
      void store.touch(space, today);
    },
  };
  const requests = createSpaceRequests(hub);
  const forget = (connection: Connection): void => {
    const address = connections.get(connection);
    if (address === undefined || !connections.delete(connection)) return;
    const left = (countByAddress.get(address) ?? 1) - 1;
    if (left === 0) countByAddress.delete(address);
    else countByAddress.set(address, left);
    counters.connections = connections.size;
  };

  return {
    connect: (peer, address) => {
      const ofAddress = countByAddress.get(address) ?? 0;
      if (connections.size >= limits.connections || ofAddress >= limits.connectionsOfAddress) {
        counters.refusedConnections += 1;
        peer.close("too-many-connections");
        return null;
      }
      const connection: Connection = createConnection(hub, requests, peer, address, () => forget(connection));
      connections.set(connection, address);
      countByAddress.set(address, ofAddress + 1);
      counters.connections = connections.size;
      return connection;
    },
    tick: () => {
      for (const connection of [...connections.keys()]) connection.tick();
      meetings.sweep();
      counters.meetings = meetings.count();
      counters.openSpaces = heldBySpace.size;
      if (clock() - sweptAt < 60_000) return;
      sweptAt = clock();
      for (const buckets of [entries, bytes, newSpaces]) buckets.sweep();
      const today = day();
      for (const [space, touched] of touchedOn) if (touched !== today) touchedOn.delete(space);
    },
    stop: () => {
      for (const connection of [...connections.keys()]) connection.end("stopping");
    },
  };
};

/** How long an open space that no device has asked for stays: two years. After that its devices, if there are any, push again. */
export const ORPHAN_DAYS = 730;
/** How long a leave entry stays: ten years. Both people's devices keep it for longer. */
export const LEAVE_DAYS = 3650;

export const dayOf = (epochMs: number): number => Math.floor(epochMs / DAY_MS);
