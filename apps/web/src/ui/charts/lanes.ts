/**
 * What a timeline draws: lanes under each other on one axis of time. All times in milliseconds, intervals half-open.
 *
 * Every tone differs from its neighbours by shape as well as by colour: talk and lifted stand tall, rest and still lie
 * low, quiet is a thin line, unknown is hatched. So a lane can be read in grey, in print and in forced colours.
 */
import type { Envelope } from "./min-max.ts";

export type BandTone = "talk" | "quiet" | "rest" | "lifted" | "still" | "unknown";

export interface Band {
  readonly at: number;
  readonly until: number;
  readonly tone: BandTone;
}

/** Filled = counted, an open line = not counted, dots = cannot be known. */
export type MarkerKind = "counted" | "not-counted" | "open";

export interface Marker {
  readonly at: number;
  readonly until: number;
  readonly kind: MarkerKind;
  /** A word or two beside the sign, shown where there is room. */
  readonly label: string;
}

/** A measured curve. `ceiling` is the top of the scale; the bottom is nought. */
export interface Strip {
  readonly shape: "line" | "area";
  readonly envelope: Envelope;
  readonly ceiling: number;
  /** A dotted line at this value: above it the thing counts as happening. */
  readonly threshold: number | null;
}

export type Lane =
  | { readonly type: "markers"; readonly name: string; readonly note: string; readonly markers: readonly Marker[] }
  | {
      readonly type: "bands";
      readonly name: string;
      readonly note: string;
      readonly strip: Strip | null;
      readonly bands: readonly Band[];
    };
