/** What one connection asks about a space that it has opened. */
import type { DeviceId } from "@undivided/domain";
import type { Signature } from "../crypto/public-door.ts";
import type { SpaceId } from "../envelope/ids.ts";
import type { StoredEntry, StoreFault } from "../log/log-store.ts";
import type { AnswerBody, Standing } from "./answers.ts";
import type { FanOut } from "./fan-out.ts";
import type { Mailbox } from "./mailbox.ts";
import { MAX_BATCH, MAX_BATCH_BYTES, MAX_SNAPSHOT_PARTS, type RequestRefusal } from "./protocol.ts";
import type { Hub, Member } from "./relay.ts";
import type { Request, RequestBody } from "./requests.ts";

export interface Session {
  readonly device: DeviceId;
  readonly signature: Signature;
  readonly mailbox: Mailbox;
  readonly members: ReadonlySet<Member>;
  readonly fanOut: FanOut;
  readonly member: Member;
  /** Proven: the signature was checked by the key in the roster. */
  standing: Standing;
}

type Of<T extends RequestBody["type"]> = Extract<Request, { type: T }>;

/** The connection that asks. */
export interface Caller {
  readonly address: string;
  /** The session of a space, if it may do what is asked; else the refusal was sent. */
  readonly sessionFor: (request: number, space: SpaceId, may: readonly Standing[]) => Promise<Session | undefined>;
  readonly answer: (request: number, body: AnswerBody) => void;
  readonly refuse: (request: number, reason: RequestRefusal, retryAfterMs?: number) => void;
}

/** What the refusals of a store are called in an answer. */
export const refusalOf = (fault: StoreFault): RequestRefusal =>
  fault.type === "conflict" ? "storage-failed" : fault.type;

/** One for all connections: most of them say nothing most of the time, and each should hold little. */
export const createSpaceRequests = (hub: Hub) => {
  const { limits, counters } = hub;

  const push = async (caller: Caller, { request, space, entries }: Of<"push">): Promise<void> => {
    const { address, sessionFor, answer, refuse } = caller;
    const session = await sessionFor(request, space, ["member", "waiting"]);
    if (session === undefined) return;
    const { mailbox, members, member, fanOut } = session;
    if (entries.length > MAX_BATCH) {
      refuse(request, "batch-too-large");
      return;
    }
    const wait = hub.takeEntries(space, entries.length);
    if (wait > 0) {
      refuse(request, "rate-of-space", wait);
      return;
    }
    if (mailbox.isNew()) {
      const waitForNew = hub.takeNewSpace(address);
      if (waitForNew > 0) {
        refuse(request, "rate-of-address", waitForNew);
        return;
      }
    }
    const size = entries.reduce((sum, { length }) => sum + length, 0);
    if (mailbox.bytes() + size > limits.bytesOfSpace) {
      refuse(request, "space-full");
      return;
    }
    // Held until its commit, also if the connection ends: who opens the space next must not read what was before.
    hub.hold(space);
    const pushed = await mailbox.push(entries);
    hub.exit(space, null);
    if (pushed.type === "error") {
      for (const other of members) other.look();
      refuse(request, refusalOf(pushed.error));
      return;
    }
    const { after, last, refused, taken, hasNewRoster } = pushed.value;
    counters.entriesTaken += taken.length;
    counters.entriesRefused += refused.length;
    answer(request, { type: "pushed", after, last, refused });
    if (taken.length > 0) fanOut.hand(member, after, taken);
    if (hasNewRoster) for (const other of members) other.look();
  };

  /** As many as one frame takes. */
  const entriesIn = (space: SpaceId, after: number, rows: readonly StoredEntry[], limit: number): AnswerBody => {
    const entries: StoredEntry[] = [];
    let size = 0;
    for (const row of rows) {
      size += row.bytes.length + 12;
      if (size > MAX_BATCH_BYTES) break;
      entries.push(row);
    }
    const last = entries.at(-1)?.sequence ?? after;
    const hasMore = entries.length < rows.length || rows.length === limit;
    return { type: "entries", space, after, last, hasMore, entries };
  };
  const pull = async (caller: Caller, request: Of<"pull"> | Of<"pull-chain">): Promise<void> => {
    const { sessionFor, answer, refuse } = caller;
    const session = await sessionFor(request.request, request.space, ["member"]);
    if (session === undefined) return;
    const { space, after } = request;
    const limit = Math.max(1, Math.min(request.limit, MAX_BATCH));
    const rows =
      request.type === "pull"
        ? await session.mailbox.pull(after, limit)
        : await session.mailbox.pullChain(request.device, after, limit);
    if (rows.type === "error") {
      refuse(request.request, refusalOf(rows.error));
      return;
    }
    answer(request.request, entriesIn(space, after, rows.value, limit));
  };

  const need = async (caller: Caller, { request, space, epochs }: Of<"need">): Promise<void> => {
    const { sessionFor, answer, refuse } = caller;
    const session = await sessionFor(request, space, ["member"]);
    if (session === undefined) return;
    const kept = await session.mailbox.addNeed({ device: session.device, epochs });
    if (kept.type === "error") {
      refuse(request, refusalOf(kept.error));
      return;
    }
    answer(request, { type: "done" });
    for (const other of session.members) {
      if (other !== session.member) other.send({ type: "needed", space, need: { device: session.device, epochs } });
    }
  };
  const putSnapshot = async (caller: Caller, request: Of<"put-snapshot">): Promise<void> => {
    const { sessionFor, answer, refuse } = caller;
    const session = await sessionFor(request.request, request.space, ["member"]);
    if (session === undefined) return;
    const { version, sequence, part, parts, bytes } = request;
    if (parts < 1 || parts > MAX_SNAPSHOT_PARTS || part >= parts) {
      refuse(request.request, "snapshot-too-large");
      return;
    }
    if (session.mailbox.bytes() + bytes.length > limits.bytesOfSpace) {
      refuse(request.request, "space-full");
      return;
    }
    const kept = await session.mailbox.putSnapshot(session.device, { version, part, parts, bytes }, sequence);
    if (kept.type === "error") refuse(request.request, refusalOf(kept.error));
    else if (kept.value === "stale") refuse(request.request, "snapshot-stale");
    else answer(request.request, { type: "done" });
  };
  const getSnapshot = async (caller: Caller, asked: Of<"get-snapshot">): Promise<void> => {
    const { sessionFor, answer, refuse } = caller;
    const { request, space, device, part } = asked;
    const session = await sessionFor(request, space, ["member"]);
    if (session === undefined) return;
    const found = await hub.store.readSnapshot(space, device, part);
    if (found.type === "error") {
      refuse(request, refusalOf(found.error));
      return;
    }
    if (found.value === null) {
      refuse(request, "no-snapshot");
      return;
    }
    answer(request, { type: "snapshot", ...found.value });
  };

  return { push, pull, need, putSnapshot, getSnapshot };
};

export type SpaceRequests = ReturnType<typeof createSpaceRequests>;
