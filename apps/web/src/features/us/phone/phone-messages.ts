/** What *What my phone remembers* and its worker say to each other. */
import type { Instant, Interval, PhoneLooksRecord } from "@undivided/domain";
import type { FoundDevice, HistoryError, Oddities, SkippedLine, Unseen } from "@undivided/history";
import type { Estimate } from "@undivided/insight";

export interface NamedBlob {
  readonly name: string;
  readonly blob: Blob;
}

/** One week of an import, before it is kept. */
export type LooksWeek = Pick<PhoneLooksRecord, "week" | "source" | "seesLockScreen" | "watched" | "at" | "seconds">;

export interface PhonePreview {
  readonly weeks: readonly LooksWeek[];
  readonly looks: number;
  readonly from: Instant;
  readonly until: Instant;
  /** Null where no end was seen. */
  readonly medianSeconds: number | null;
  readonly shareUnder30s: number | null;
  readonly unseen: readonly Unseen[];
  readonly oddities: Oddities;
  readonly skipped: { readonly count: number; readonly first: readonly SkippedLine[] };
}

export interface SideRates {
  readonly together: Estimate<"gamma-poisson-dispersed">;
  readonly apart: Estimate<"gamma-poisson-dispersed">;
}

export interface PhonePicture {
  readonly looks: number;
  /** Looks an hour. */
  readonly all: SideRates;
  /** Together over apart. */
  readonly ratio: Estimate<"permuted-stretches">;
  /** 24, from midnight on. */
  readonly hours: readonly SideRates[];
  /** 7, Monday first. */
  readonly days: readonly SideRates[];
}

export type PhoneRequest =
  | {
      readonly type: "read";
      readonly files: readonly NamedBlob[];
      /** For times without a zone; null: to be asked for. */
      readonly zone: string | null;
      /** Which phone or person is one's own; null: to be asked for where there are several. */
      readonly own: string | null;
    }
  | {
      readonly type: "cross";
      readonly records: readonly PhoneLooksRecord[];
      readonly together: readonly Interval<Instant>[];
      /** Such as `daily 19:00-22:00`; null: only `together`. */
      readonly rule: string | null;
      readonly zone: string;
    };

export type PhoneReply =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "read"; readonly preview: PhonePreview }
  | { readonly type: "which"; readonly devices: readonly FoundDevice[] }
  | { readonly type: "zone" }
  | { readonly type: "refused"; readonly error: HistoryError | { readonly type: "broken" } }
  | { readonly type: "crossed"; readonly picture: PhonePicture };
