/** The picture of each kind that is logged by hand. */
import type { BidOutcome, GoodMomentKind, LoggedMomentKind } from "@undivided/domain";
import type { PictureName } from "../../ui/pictures.ts";

export const momentPictures = {
  "picked-up-in-mid-talk": "mid-talk",
  "quick-reply": "quick-reply",
  "email-while-listening": "mail-listening",
  "phone-at-the-door": "at-the-door",
  "scrolled-beside-you": "side-by-side",
  "half-an-answer": "half-answer",
  "missed-a-bid": "missed-bid",
  "looked-up-and-drifted": "drifted",
} as const satisfies Readonly<Record<LoggedMomentKind, PictureName>>;

export const goodPictures = {
  "bid-answered": "answered",
  "eye-contact": "eye-contact",
  "six-second-kiss": "embrace",
  "ten-minutes-without-phones": "basket",
} as const satisfies Readonly<Record<GoodMomentKind, PictureName>>;

export const bidPictures = {
  answered: "answered",
  missed: "missed-bid",
} as const satisfies Readonly<Record<BidOutcome, PictureName>>;
