/** A rendezvous over a relay: `relay-meeting.ts`, fetched when somebody meets. */
import type { Millis } from "@undivided/domain";
import { withPart } from "../load-part.ts";
import type { Timer, Transport } from "../transport/transport.ts";
import type { Rendezvous } from "./rendezvous.ts";

export interface RelayRendezvousDeps {
  readonly transport: Transport;
  readonly timer: Timer;
  /** Monotonic. */
  readonly clock: () => Millis;
  /** Numbers in [0, 1), for the waits between attempts. */
  readonly random: () => number;
}

export const createRelayRendezvous = (deps: RelayRendezvousDeps): Rendezvous => ({
  meet: (id, side, key) =>
    withPart(
      () => import("./relay-meeting.ts"),
      ({ meetAtRelay }) => meetAtRelay(deps, id, side, key),
    ),
});
