/** What a device asks of a relay. `relay-client.ts` is the one over the network; a test may have another. */
import type { OpenDevice, Rendezvous, SyncOnce } from "@undivided/vault";
import type { Io } from "../verbs/verb.ts";
import type { DeviceFolder } from "./folder.ts";

/** How bringing a device in step went. */
export type Reached =
  /** It answered; what became of each space stands with it. */
  | { readonly type: "reached"; readonly spaces: readonly SpaceStep[] }
  /** No answer, a refusal, or cut off in the middle: the next call goes on. */
  | { readonly type: "not-reached"; readonly why: string; readonly spaces: readonly SpaceStep[] };

/** One space, as this device and the relay hold it. */
export interface SpaceStep {
  readonly space: "mine" | "ours";
  /** The relay has all that this device wrote, and this device all that the relay has. */
  readonly isInStep: boolean;
  /** What the relay says of this device: it does not know it yet, or it was removed. A relay may say so wrongly, so it only says so. */
  readonly standing: "member" | "waiting" | "removed";
  /** Entries of this device that the relay has acknowledged as durable; null where it did not come to that. */
  readonly acknowledged: number | null;
}

/** Nothing is connected before it is asked for. */
export type Connect = (io: Io, folder: DeviceFolder) => RelayLink;

export interface RelayLink {
  /** The meeting place for pairing at this address. */
  readonly rendezvousAt: (address: string) => Rendezvous;
  readonly recoveryAt: (address: string) => SyncOnce;
  /** Once, both ways, all spaces; hands in the leaves that wait. */
  readonly bringInStep: (device: OpenDevice) => Promise<Reached>;
  /** Ends every connection, also one that waits. */
  readonly close: () => void;
}
