/** The guide's first page in English. */
import type { IntroText } from "./intro.ts";

export const intro: IntroText = {
  title: "Five short chapters",
  lead: "Each takes a few minutes, or two if that is all there is. Read one, try one small thing, come back another day.",
  ways: {
    "short-on-time": {
      title: "Short on time?",
      text: "Every chapter begins with a two-minute version and one sentence to take along.",
    },
    "doing-well": {
      title: "We are fine, and want to keep it that way",
      text: "Begin with rituals and bids. What is good is easier to look after than to bring back.",
    },
    "something-is-off": {
      title: "Something is off",
      text: "Begin with what it does, and with a word for it. The way back is a chapter of its own.",
    },
    alone: {
      title: "Just me",
      text: "Everything about one's own part works alone. It can make one's own evenings better; what another person does remains theirs.",
    },
  },
  about:
    "Where something was studied, the source stands beside it. The rest is experience of daily life, to be tried and kept or dropped.",
};
