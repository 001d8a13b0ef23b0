/** What an action of `undivided device` is: one file in `actions/`, one line in `device-actions.ts`. */
import type { Stretch } from "@undivided/vault";
import type { GivenOptions, OptionTable, WrongCall } from "../read-options.ts";
import type { ExitCode, Io } from "../verbs/verb.ts";
import type { Connect } from "./relay-link.ts";

export interface DeviceAction {
  readonly name: string;
  /** Half a sentence for the list of actions. */
  readonly summary: string;
  /** The whole text of `undivided device <action> --help`, without what all actions have in common. */
  readonly usage: string;
  /** Beside `COMMON_OPTIONS`. */
  readonly options: OptionTable;
  readonly run: (call: DeviceCall, io: Io) => Promise<ExitCode | WrongCall>;
}

export interface DeviceCall {
  /** The verb and the action, for messages: "device log". */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly given: GivenOptions;
  readonly world: DeviceWorld;
}

/** What a test has another of: a relay in memory, and a cheaper way from a PIN to a key. */
export interface DeviceWorld {
  readonly connect: Connect;
  readonly stretch: Stretch;
}

export const COMMON_OPTIONS = {
  dir: "text",
  relay: "text",
  "secret-file": "text",
  offline: "flag",
} as const satisfies OptionTable;
