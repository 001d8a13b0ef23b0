/** The guide's first page in English. */
import type { IntroText } from "./intro.ts";

export const intro: IntroText = {
  title: "Five short chapters",
  lead: "Each takes a few minutes, or two if that’s all you have. Read one, try one small thing, come back another day.",
  ways: {
    "short-on-time": {
      title: "Short on time?",
      text: "Every chapter begins with a version for a minute or two, and ends with one sentence to take with you.",
    },
    "doing-well": {
      title: "We’re fine, and want to keep it that way",
      text: "Begin with rituals and bids. It’s easier to look after what’s good than to bring it back.",
    },
    "something-is-off": {
      title: "Something is off",
      text: "Begin with what it does, and with a word for it. The way back has a chapter of its own.",
    },
    alone: {
      title: "Just me",
      text: "Everything about your own part works alone. It can make your own evenings better; what the other person does stays theirs.",
    },
  },
  about:
    "Where something was studied, the source stands beside it. The rest comes from daily life: try it, and keep it or drop it.",
};
