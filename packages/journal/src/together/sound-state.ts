/**
 * Sound: both say yes, each time (rule 8 of the product).
 *
 * Each on their own phone where the phones hear each other; both on the screen that will listen where they do not, or where
 * there is one phone. One no, from anywhere, is a no; what nobody has answered is no answer, and is asked.
 */
import type { SoundState, YesNo } from "../commands/together.ts";

export interface SoundAnswers {
  readonly mine: YesNo | null;
  /** On this screen, by the other person. */
  readonly here: YesNo | null;
  /** From the other phone; `unheard` while it is not heard in this time together. */
  readonly theirs: YesNo | null | "unheard";
}

export const soundState = ({ mine, here, theirs }: SoundAnswers): SoundState => {
  if (mine === "no" || here === "no" || theirs === "no") return { type: "off" };
  // Also where nothing is said anywhere: silence is no answer, so the question stays open until the time begins.
  if (mine === null) return { type: "asking", missing: "mine" };
  if (theirs === "yes") return { type: "on" };
  // A phone that is heard answers for its owner: nobody else may, on another screen.
  if (theirs === null) return { type: "asking", missing: "theirs" };
  return here === "yes" ? { type: "on" } : { type: "asking", missing: "theirs-here" };
};
