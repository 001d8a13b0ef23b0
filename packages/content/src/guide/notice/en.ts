/** Chapter 1, notice, in English. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"notice"> = {
  title: "Notice",
  question: "What is this small thing, and why do we hardly see it?",
  short: [
    "A micro rejection is a small act, mostly unintended, that makes the other person feel less important than something else. A phone picked up in mid-sentence. A “huh” without looking up. The back of a screen at the door instead of a hello.",
    "One of them is nothing. They count because there are many, and because hardly anybody notices them: not the one who does it, and often not even the one who feels it.",
    sourced(
      "When researchers watched pairs of students in a restaurant, few of them could say afterwards whether a phone had been used at all.",
      "vanden-abeele-2019",
    ),
    "So the first step isn’t to stop anything. It’s to see it in yourself, without giving yourself marks. Looking for it in the other person is no part of it.",
  ],
  sections: {
    "what-it-is": {
      title: "What it is",
      passages: [
        "It’s five past seven, and somebody’s telling you about their day. A buzz, a quick look, “go on, I’m listening”. Nothing happened. And still the story gets a little shorter than it was going to be.",
        "That’s a micro rejection. Nobody wanted to hurt anybody. There was a reason, or there wasn’t; the hand was simply faster. What arrives on the other side is small as well: for a moment I was in second place.",
        sourced(
          "In research it goes by the names of partner phubbing and technoference. You need neither word to notice it.",
          "mcdaniel-2019",
          "beukeboom-2021",
        ),
      ],
    },
    "why-it-slips-by": {
      title: "Why it slips by",
      passages: [
        "A glance takes two seconds. It feels shorter to the one who takes it and longer to the one who waits, and afterwards neither remembers it.",
        sourced(
          "In 100 pairs of students who were watched unnoticed for ten minutes, phones came out in 62. In three of ten of those they looked at the screen together. Few could say afterwards what they had done, or what the other had.",
          "vanden-abeele-2019",
        ),
        "These were students and not couples at home. But if you put your own guess beside your own count for a week, you may find a gap. It isn’t a flaw of character. Habits run without being noticed; that’s what they’re for.",
      ],
    },
    "what-does-not-count": {
      title: "What does not count",
      passages: [
        "Much of what phones do beside a partner is harmless or pleasant: the map, the photo passed across, the song for the kitchen, the call from the babysitter.",
        sourced(
          "Of 383 people who live with a partner, 15 in 100 saw the other’s phone use as negative. Most found it neutral or good. Those who minded said it was the attention they missed.",
          "co-present-2024",
        ),
        "So the only pick-ups that count here came in the middle of a talk, with no break, not shared, and without a word first. And what their owner says outweighs every sensor.",
      ],
    },
    "how-to-notice": {
      title: "How to notice it",
      passages: [
        "Lay the phones down, tap start, talk. Afterwards each phone shows what it noticed, and why, to its own owner only. Corrections take one tap.",
        "Make a guess first. How far the guess is from the count is the interesting part, and it’s yours alone.",
        "For what no sensor sees there’s the log, and every line in it begins with “I”. Notice the good as well: an answered bid, a look, ten minutes with nothing in the hand.",
      ],
    },
  },
  examples: {
    "at-the-door":
      "A key in the lock. In the hall a thumb finishes a message, four seconds. When it looks up, the coat is already hanging and the kitchen light is on.",
    "the-restaurant":
      "“Which street was it?” A phone comes out for both of them. The street is found; three headlines later the soup is there.",
    "half-a-huh":
      "“They want to move the whole department.” “Huh.” “Never mind.” “No, tell me!” But now it’s the short version.",
  },
  takeaway: "One is nothing, many add up, and the first thing is to see my own.",
  exercise: {
    title: "Twenty minutes and a guess",
    text: "Start a time together tonight. At the end, guess first, then look at your own moments and correct what’s wrong.",
    action: "Start together",
  },
};
