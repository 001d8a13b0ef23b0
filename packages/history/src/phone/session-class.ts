/**
 * Words for how long a look was, by its duration alone.
 *
 * Sources: a glance is under 15 s (Ferreira and others 2014), a check under 30 s (Oulasvirta and others 2012), a review up to 60 s and
 * use above (Banovic and others 2014).
 */
export type SessionClass = "glance" | "check" | "review" | "use";

/** Ferreira, Goncalves, Kostakos, Barkhuus, Dey: Contextual experience sampling of mobile application micro-usage, MobileHCI 2014. */
export const GLANCE_UNDER_MS = 15_000;
/** Oulasvirta, Rattenbury, Ma, Raita: Habits make smartphone use more pervasive, Personal and Ubiquitous Computing 16, 2012. */
export const CHECK_UNDER_MS = 30_000;
/** Banovic, Brant, Mankoff, Dey: ProactiveTasks: the short of mobile device use sessions, MobileHCI 2014. */
export const REVIEW_UP_TO_MS = 60_000;

export const classOfDuration = (durationMs: number): SessionClass => {
  if (durationMs < GLANCE_UNDER_MS) return "glance";
  if (durationMs < CHECK_UNDER_MS) return "check";
  return durationMs <= REVIEW_UP_TO_MS ? "review" : "use";
};
