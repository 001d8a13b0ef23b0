/**
 * Sync: keeps a device's spaces in step with a relay, once or for as long as it runs.
 *
 * One connection carries all spaces. It is made again after it was lost, each time a little later; on every connection heads are
 * compared first. What is written locally is pushed as soon as it is kept; what others write comes as it is committed.
 */
import { err, ok, type Result } from "@undivided/domain";
import type { SpaceId } from "../envelope/ids.ts";
import type { AnswerBody } from "../relay/answers.ts";
import type { CloseReason } from "../relay/protocol.ts";
import { createListeners } from "../space/listeners.ts";
import type { Timer, Transport } from "../transport/transport.ts";
import { waitAfter } from "./backoff.ts";
import { openRelayLink, type LinkFault, type RelayLink } from "./relay-link.ts";
import { createSnapshotExchange, type SnapshotExchange, type SnapshotPolicy } from "./snapshot-exchange.ts";
import { createSpaceSync, type Cursor, type SpaceReport, type SpaceSync, type SyncedSpace } from "./space-sync.ts";

export type SyncState =
  /** Not started, or the relay cannot be reached; it is tried again by itself while it runs. */
  | { readonly type: "offline" }
  | { readonly type: "connecting" }
  /**
   * Everything that is kept here is kept at the relay, and the other way round; a device that began with a snapshot shows everything
   * and fetches at leisure what is still absent (`Replica.health`).
   */
  | { readonly type: "in-step" }
  | {
      readonly type: "refused";
      readonly reason: Exclude<Extract<SpaceReport["outcome"], { type: "refused" }>["reason"], never> | CloseReason;
    };

export interface SyncReport {
  readonly spaces: readonly SpaceReport[];
}

export interface Sync {
  /** Connects if it must, brings every space in step, and says what happened. */
  readonly syncOnce: () => Promise<Result<SyncReport, LinkFault>>;
  readonly start: () => void;
  readonly stop: () => void;
  /** Tries again at once; for when the platform says that there is a network again. */
  readonly nudge: () => void;
  readonly state: () => SyncState;
  /** The last report of each space. */
  readonly reports: () => ReadonlyMap<SpaceId, SpaceReport>;
  /** Calls after `state` or `reports` may have changed; gives what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly add: (space: SyncedSpace) => void;
  readonly remove: (space: SpaceId) => void;
}

export interface SyncDeps {
  readonly spaces: readonly SyncedSpace[];
  readonly transport: Transport;
  readonly timer: Timer;
  /** Numbers in [0, 1), for the waits between attempts. */
  readonly random: () => number;
  /** When snapshots are put and begun with. */
  readonly snapshots?: SnapshotPolicy;
}

interface Member {
  readonly synced: SyncedSpace;
  readonly cursor: Cursor;
  readonly exchange: SnapshotExchange;
  unsubscribe: () => void;
  sync: SpaceSync | null;
  /** A round goes on; `isDue` asks for another one after it. */
  isBusy: boolean;
  isDue: boolean;
  /** Something is left to do at leisure, and goes on; `isTendDue` asks for it again afterwards. */
  isTending: boolean;
  isTendDue: boolean;
}

/** How long after a refusal a space is tried again, at first. */
const REFUSED_MS = 5_000;

/** Between two portions of what can wait: what its owner does comes first. */
const TEND_MS = 100;
/** How many portions one `syncOnce` does of that. */
const PORTIONS_AT_ONCE = 16;

export const createSync = ({ spaces, transport, timer, random, snapshots }: SyncDeps): Sync => {
  const members = new Map<SpaceId, Member>();
  const reports = new Map<SpaceId, SpaceReport>();
  const listeners = createListeners();
  let state: SyncState = { type: "offline" };
  let link: RelayLink | null = null;
  let connecting: Promise<Result<RelayLink, LinkFault>> | null = null;
  let isRunning = false;
  let failures = 0;
  let cancelRetry: () => void = () => undefined;

  const show = (next: SyncState): void => {
    const isSame =
      next.type === state.type && (next.type !== "refused" || state.type !== "refused" || next.reason === state.reason);
    state = next;
    if (!isSame) listeners.notify();
  };
  const showOverall = (): void => {
    if (link === null) return;
    if ([...members.values()].some(({ isBusy, isDue }) => isBusy || isDue)) return show({ type: "connecting" });
    const refused = [...reports.values()].find(({ outcome }) => outcome.type === "refused")?.outcome;
    show(refused?.type === "refused" ? refused : { type: "in-step" });
  };
  const report = (one: SpaceReport): void => {
    if (!members.has(one.space)) return;
    reports.set(one.space, one);
    listeners.notify();
  };

  const stepMember = async (member: Member): Promise<Result<SpaceReport, LinkFault>> => {
    if (link === null) return err({ type: "unreachable" });
    member.sync ??= createSpaceSync(member.synced, link, member.cursor, member.exchange);
    const stepped = await member.sync.step();
    if (stepped.type === "ok") report(stepped.value);
    return stepped;
  };
  /** Rounds until nothing new has come meanwhile. */
  const poke = async (member: Member): Promise<void> => {
    member.isDue = true;
    if (member.isBusy || link === null) return;
    member.isBusy = true;
    try {
      while (member.isDue && link !== null) {
        member.isDue = false;
        showOverall();
        const stepped = await stepMember(member);
        if (stepped.type === "error") break;
        if (stepped.value.outcome.type !== "refused" || !isRunning) continue;
        timer(REFUSED_MS * (1 + random()), () => {
          if (isRunning) void poke(member);
        });
      }
    } finally {
      member.isBusy = false;
      showOverall();
      // The link was lost in mid-step and a new one has asked for this member meanwhile.
      if (member.isDue && link !== null) void poke(member);
      else tendSoon(member);
    }
  };
  const tendSoon = (member: Member): void => {
    if (!isRunning || member.sync === null) return;
    // What goes on may have looked before the round that asks now, or go on over a line that is lost.
    member.isTendDue = member.isTending;
    if (member.isTending) return;
    member.isTending = true;
    timer(TEND_MS, () => void tendPortion(member));
  };
  const tendPortion = async (member: Member): Promise<void> => {
    const tended = isRunning && !member.isBusy ? await member.sync?.tend() : undefined;
    member.isTending = false;
    const next = tended?.type === "ok" ? tended.value : "idle";
    if (next === "round") void poke(member);
    else if (next === "more" || member.isTendDue) tendSoon(member);
  };
  /** For who comes once: as far as it goes in one go. */
  const tendOnce = async (member: Member): Promise<void> => {
    for (let portion = 0; portion < PORTIONS_AT_ONCE; portion += 1) {
      const tended = await member.sync?.tend();
      if (tended?.type !== "ok" || tended.value === "idle") return;
      if (tended.value === "round" && (await stepMember(member)).type === "error") return;
    }
  };
  const spaceOf = (answer: AnswerBody): SpaceId | undefined => ("space" in answer ? answer.space : undefined);
  const hear = async (answer: AnswerBody): Promise<void> => {
    const space = spaceOf(answer);
    const member = space === undefined ? undefined : members.get(space);
    if (member?.sync === null || member === undefined) return;
    if (await member.sync.hear(answer)) void poke(member);
    // A statement that came so has made the relay drop what waited there for a new device.
    else tendSoon(member);
  };
  const lost = (fault: LinkFault): void => {
    link = null;
    for (const member of members.values()) member.sync = null;
    show(
      fault.type === "cut" && fault.reason !== "idle" ? { type: "refused", reason: fault.reason } : { type: "offline" },
    );
    if (isRunning) retryLater();
  };
  const connect = (): Promise<Result<RelayLink, LinkFault>> => {
    if (link !== null) return Promise.resolve(ok(link));
    connecting ??= (async () => {
      show({ type: "connecting" });
      const opened = await openRelayLink(transport, timer, {
        unasked: (answer) => void hear(answer),
        ended: (fault) => {
          if (opened.type === "ok" && link === opened.value) lost(fault);
        },
      });
      connecting = null;
      if (opened.type === "ok") {
        link = opened.value;
        return opened;
      }
      lost(opened.error);
      return opened;
    })();
    return connecting;
  };
  const retryLater = (): void => {
    failures += 1;
    cancelRetry();
    cancelRetry = timer(waitAfter(failures, random()), () => void goOn());
  };
  const goOn = async (): Promise<void> => {
    cancelRetry();
    if (!isRunning) return;
    const opened = await connect();
    if (opened.type === "error") return;
    if (!isRunning) {
      opened.value.close();
      return;
    }
    await Promise.all([...members.values()].map(poke));
    if (link !== null) failures = 0;
  };
  const add = (synced: SyncedSpace): void => {
    const { space } = synced.replica;
    if (members.has(space)) return;
    const cursor = { incarnation: "", sequence: 0 };
    const exchange = createSnapshotExchange(synced, snapshots);
    const member: Member = {
      ...{ synced, cursor, exchange, sync: null, unsubscribe: () => undefined },
      ...{ isBusy: false, isDue: false, isTending: false, isTendDue: false },
    };
    member.unsubscribe = synced.replica.subscribe(() => {
      if (isRunning && member.sync?.isAhead() !== false) void poke(member);
    });
    members.set(space, member);
    if (isRunning) void poke(member);
  };
  for (const space of spaces) add(space);

  return {
    syncOnce: async () => {
      const wasConnected = link !== null;
      const opened = await connect();
      if (opened.type === "error") return opened;
      const stepped = await Promise.all([...members.values()].map(stepMember));
      const failed = stepped.find((one) => one.type === "error");
      if (failed === undefined && !isRunning) await Promise.all([...members.values()].map(tendOnce));
      if (!wasConnected && !isRunning) {
        link = null;
        for (const member of members.values()) member.sync = null;
        opened.value.close();
        show({ type: "offline" });
      } else showOverall();
      if (failed?.type === "error") return failed;
      return ok({ spaces: stepped.flatMap((one) => (one.type === "ok" ? [one.value] : [])) });
    },
    start: () => {
      if (isRunning) return;
      isRunning = true;
      failures = 0;
      void goOn();
    },
    stop: () => {
      isRunning = false;
      cancelRetry();
      const open = link;
      link = null;
      for (const member of members.values()) member.sync = null;
      open?.close();
      show({ type: "offline" });
    },
    nudge: () => {
      if (isRunning && link === null && connecting === null) void goOn();
    },
    state: () => state,
    reports: () => new Map(reports),
    subscribe: listeners.subscribe,
    add,
    remove: (space) => {
      const member = members.get(space);
      members.delete(space);
      reports.delete(space);
      member?.unsubscribe();
      if (member?.sync !== null) void link?.ask({ type: "close", space });
    },
  };
};
