/** What *What my phone remembers* and its worker say to each other. */
import type {
  AppKind,
  CalendarTime,
  HoursByRule,
  HoursFromCalendar,
  Instant,
  Interval,
  PhoneLooksRecord,
} from "@undivided/domain";
import type {
  CalendarError,
  FoundDevice,
  HistoryError,
  HistorySource,
  Oddities,
  SkippedLine,
  Unseen,
} from "@undivided/history";
import type { Estimate } from "@undivided/insight";
import type { NamedBlob } from "../../../platform/named-blob.ts";

/** One week of an import, before it is kept. `kinds` is there wherever the source names apps; its owner says whether it is kept. */
export type LooksWeek = Pick<
  PhoneLooksRecord,
  "week" | "source" | "seesLockScreen" | "watched" | "at" | "seconds" | "kinds"
>;

export interface LeftOut {
  readonly count: number;
  /** As many as fit on a screen. */
  readonly first: readonly SkippedLine[];
}

export interface KindCount {
  readonly kind: AppKind;
  readonly looks: number;
}

export interface PhonePreview {
  readonly weeks: readonly LooksWeek[];
  readonly sources: readonly HistorySource[];
  readonly looks: number;
  readonly from: Instant;
  readonly until: Instant;
  /** Null where no end was seen. */
  readonly medianSeconds: number | null;
  readonly shareUnder30s: number | null;
  readonly withoutEnd: number;
  readonly unseen: readonly Unseen[];
  readonly oddities: Oddities;
  readonly skipped: LeftOut;
  /** Empty where the source names no apps. */
  readonly kinds: readonly KindCount[];
}

export type Rate = Estimate<"gamma-poisson-dispersed" | "gamma-quasi-poisson">;

export interface SideRates {
  readonly together: Rate;
  readonly apart: Rate;
}

/** Looks an hour, or minutes an hour. */
export interface Measured {
  readonly all: SideRates;
  /** Together over apart. */
  readonly ratio: Estimate<"permuted-stretches">;
  /** 24, from midnight on. */
  readonly hours: readonly SideRates[];
  /** 7, Monday first. */
  readonly days: readonly SideRates[];
}

export interface KindRates {
  readonly kind: AppKind;
  readonly looks: SideRates;
  readonly minutes: SideRates;
}

export interface PhonePicture {
  readonly looks: Measured;
  readonly minutes: Measured;
  /** Looks whose end was not seen: they have no minutes. */
  readonly withoutEnd: number;
  /** Empty unless its owner had kinds kept. */
  readonly kinds: readonly KindRates[];
  /** Hours of each in the weeks that the phone remembers. */
  readonly yields: { readonly logged: number; readonly hours: readonly number[]; readonly all: number };
}

export interface LookOfDay {
  readonly from: Instant;
  readonly until: Instant | null;
  readonly isTogether: boolean;
  readonly kinds: readonly AppKind[];
}

export type OwnHours = HoursByRule | HoursFromCalendar;

/** What looks are crossed with. */
export interface TimesTogether {
  /** Times that were started in the app. */
  readonly logged: readonly Interval<Instant>[];
  readonly hours: readonly OwnHours[];
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
      readonly type: "calendar";
      readonly file: NamedBlob;
      readonly zone: string | null;
      readonly records: readonly PhoneLooksRecord[];
    }
  | ({
      readonly type: "cross";
      readonly records: readonly PhoneLooksRecord[];
      readonly zone: string;
      /** Only looks with an app of this kind; null: all. */
      readonly kind: AppKind | null;
    } & TimesTogether)
  | ({
      readonly type: "day";
      readonly records: readonly PhoneLooksRecord[];
      readonly zone: string;
      /** `YYYY-MM-DD` on the clock of `zone`. */
      readonly day: string;
    } & TimesTogether);

export interface CalendarPreview {
  readonly times: readonly CalendarTime[];
  readonly hours: number;
  /** Of these, hours in the weeks that the phone remembers. */
  readonly hoursWatched: number;
  readonly skipped: LeftOut;
}

export type Refusal =
  | HistoryError
  | CalendarError
  | { readonly type: "broken" }
  | { readonly type: "too-many-times"; readonly limit: number };

export type PhoneReply =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "read"; readonly preview: PhonePreview }
  | { readonly type: "which"; readonly devices: readonly FoundDevice[] }
  | { readonly type: "zone" }
  | { readonly type: "refused"; readonly error: Refusal }
  | { readonly type: "calendar"; readonly preview: CalendarPreview }
  | { readonly type: "crossed"; readonly picture: PhonePicture }
  | { readonly type: "day"; readonly looks: readonly LookOfDay[] };
