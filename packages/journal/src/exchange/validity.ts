/**
 * From when until when something of the exchange counts, on whatever clock the phone has.
 *
 * Each opening, sign and view says from when and until when. A phone whose clock is before the one or not before the other
 * shows nothing, so that a clock wrong by years, either way and on either phone, hides and never shows.
 */
import { addToInstant, type Instant } from "@undivided/domain";

/** Clocks of two phones may differ by a day, as in the vault. */
const TOLERANCE_MS = 86_400_000;

export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

export const isValidAt = ({ from, until }: Span, now: Instant): boolean => toleratedFrom(from) <= now && now < until;

export const toleratedFrom = (from: Instant): Instant => addToInstant(from, -TOLERANCE_MS);
