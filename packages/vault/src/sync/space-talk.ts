/**
 * One space over one connection: asking the relay, taking in what it gives, and what is known of its mailbox.
 *
 * A fault ends a round from wherever it is, as `Stopped`, which is caught where the round began.
 */
import type { DeviceId, Result } from "@undivided/domain";
import type { Bytes } from "../crypto/door.ts";
import { decodeEntry } from "../envelope/entry.ts";
import type { EpochId } from "../envelope/ids.ts";
import type { EntryRef, StoreFault } from "../log/log-store.ts";
import type { AnswerBody, MailboxState } from "../relay/answers.ts";
import type { RequestBody } from "../relay/requests.ts";
import type { ReceiveReport, Replica } from "../space/replica.ts";
import type { LinkFault, RelayLink } from "./relay-link.ts";

type StepFault =
  { readonly type: "link"; readonly fault: LinkFault } | { readonly type: "store"; readonly fault: StoreFault };

export class Stopped extends Error {
  readonly fault: StepFault;
  constructor(fault: StepFault) {
    super(fault.type);
    this.fault = fault;
  }
}

export const notUnderstood = (): Stopped => new Stopped({ type: "link", fault: { type: "not-understood" } });

/** What one round moved; `refused` by one of the two sides. */
export interface RoundCounts {
  pulled: number;
  pushed: number;
  refused: number;
}

export interface SpaceTalk {
  readonly replica: Replica;
  readonly link: RelayLink;
  readonly counts: RoundCounts;
  /** Where the relay's chains end, as far as we know. */
  readonly counterByDevice: Map<DeviceId, number>;
  readonly needByDevice: Map<DeviceId, readonly EpochId[]>;
  /** Places that the relay wants. */
  readonly wanted: () => readonly EntryRef[];
  readonly note: (state: MailboxState) => void;
  /** An entry that the relay has for certain. */
  readonly noteThere: (entry: Bytes) => void;
  readonly ask: (body: RequestBody) => Promise<AnswerBody>;
  readonly askState: () => Promise<MailboxState>;
  readonly kept: <T>(result: Result<T, StoreFault>) => T;
  readonly receive: (entries: readonly Bytes[]) => Promise<ReceiveReport>;
  readonly ownCounter: (device: DeviceId) => number;
}

export const createSpaceTalk = (replica: Replica, link: RelayLink): SpaceTalk => {
  const { space } = replica;
  const counterByDevice = new Map<DeviceId, number>();
  const needByDevice = new Map<DeviceId, readonly EpochId[]>();
  const counts: RoundCounts = { pulled: 0, pushed: 0, refused: 0 };
  let wanted: readonly EntryRef[] = [];

  const ask = async (body: RequestBody): Promise<AnswerBody> => {
    const answer = await link.ask(body);
    if (answer.type === "error") throw new Stopped({ type: "link", fault: answer.error });
    return answer.value;
  };
  const kept = <T>(result: Result<T, StoreFault>): T => {
    if (result.type === "error") throw new Stopped({ type: "store", fault: result.error });
    return result.value;
  };
  const note = (state: MailboxState): void => {
    counterByDevice.clear();
    for (const { device, counter } of state.heads) counterByDevice.set(device, counter);
    needByDevice.clear();
    for (const { device, epochs } of state.needs) needByDevice.set(device, epochs);
    wanted = state.wanted;
  };
  return {
    ...{ replica, link, counts, counterByDevice, needByDevice, note, ask, kept },
    wanted: () => wanted,
    noteThere: (bytes) => {
      const entry = decodeEntry(bytes);
      if (entry.type === "error") return;
      const { device, counter } = entry.value;
      counterByDevice.set(device, Math.max(counter, counterByDevice.get(device) ?? 0));
    },
    askState: async () => {
      const answer = await ask({ type: "state", space });
      if (answer.type !== "state") throw notUnderstood();
      note(answer);
      return answer;
    },
    receive: async (entries) => {
      const report = kept(await replica.receive(entries));
      counts.pulled += report.taken;
      counts.refused += report.refused.length;
      return report;
    },
    ownCounter: (device) => replica.summary().heads.find((head) => head.device === device)?.counter ?? 0,
  };
};

/** All entries of these chains together. */
export const entriesIn = (heads: Iterable<{ readonly counter: number }>): number =>
  [...heads].reduce((sum, { counter }) => sum + counter, 0);
