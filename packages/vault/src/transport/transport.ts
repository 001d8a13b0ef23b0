/**
 * Transport: how frames reach a relay and come back. A port; every adapter runs `transport.contract.ts`.
 *
 * A frame arrives whole or not at all; whether it arrives is not promised. Whatever goes wrong ends the link, and `closed` says so
 * once; nothing comes after that.
 */
import type { Bytes } from "../crypto/public-door.ts";

export interface LinkEvents {
  /** From now on frames may be sent. */
  readonly opened: () => void;
  readonly received: (frame: Bytes) => void;
  /** `code` is the close code (RFC 6455, 7.4); null where there was no connection or it broke. */
  readonly closed: (code: number | null) => void;
}

export interface Link {
  /** Before `opened` and after `closed` it does nothing. */
  readonly send: (frame: Uint8Array) => void;
  readonly close: () => void;
}

export interface Transport {
  readonly connect: (events: LinkEvents) => Link;
}

/** Runs something later, unless what it gives is called first. */
export type Timer = (ms: number, run: () => void) => () => void;
