/** Chapter 2, causes, in English. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"causes"> = {
  title: "Causes",
  question: "What makes the hand reach for it?",
  short: [
    "There’s seldom bad will behind a pick-up. Usually there’s something that wants soothing: too much noise, boredom, a talk that got too close, fear of missing something. Or nothing at all, just a habit.",
    "The phone does give something: a break, a laugh, an answer, somebody who writes back at once. As long as nothing else gives you the same, a good resolution seldom lasts.",
    sourced(
      "Knowing about it isn’t enough. In a ten-day trial with students, self-monitoring and exercises lowered distraction, by their own report, and left habit and time on social media as they were.",
      "throuvala-2020",
    ),
    "So one question is worth a minute after a moment: what was there just before, what did it give me, and what else could give me that?",
  ],
  sections: {
    "not-bad-will": {
      title: "Rarely bad will",
      passages: [
        "From outside it looks like a choice: the screen and not me. From inside there was usually no choice at all, just a gap of two seconds and a hand that knows the way.",
        "Both are true at the same time. It wasn’t meant, and it still hurt. It’s easier to talk when nobody has to prove either.",
      ],
    },
    "the-moment-before": {
      title: "The moment before",
      passages: [
        "The cause lies in the seconds before. Everything was too much. Nothing was going on. The subject hit a sore spot. I felt turned away. It lit up. I wanted out.",
        sourced(
          "When researchers filmed young adults with their phones, turning away often came first, and the phone after it. Then the phone isn’t where it begins; it’s the nearest way out.",
          "respecifying-2023",
        ),
        sourced(
          "What comes in matters as well: in everyday meetings that 87 people wrote down, phone use went with the number of notifications that came in.",
          "connection-cues-2026",
        ),
      ],
    },
    "what-it-gives": {
      title: "What it gives",
      passages: [
        "Ask yourself kindly and you’ll find an answer: relief, comfort, a small reward, an excuse to be elsewhere. A need is nothing to be ashamed of. It’s just worth finding a way that leaves nobody alone.",
        "Overwhelmed: ask for ten minutes and come back. Bored: say so, as an invitation. Out of the talk: name a time to go on. For every cause in the list there are two or three such ways, and settings of your own phone that help.",
        sourced(
          "A small hurdle helps more than a sermon. In an experiment with 500 people, the offer to turn back before an app opened had the strongest effect; a message to think about it had none.",
          "gruening-2023",
        ),
      ],
    },
    "the-pull-of-two": {
      title: "The pull of two",
      passages: [
        sourced(
          "Screens go in company: in everyday meetings people used their phone more where others used theirs. Two diary studies asked people about picking up their own phone in return, and some do.",
          "connection-cues-2026",
          "thomas-2022",
          "southampton-2025",
        ),
        "Nobody has shown that it goes back and forth within minutes, and asking “who began?” doesn’t help. It’s enough if one of you looks up first, as a present.",
      ],
    },
  },
  examples: {
    "after-the-school-run":
      "Two children, one lost shoe, the phone on the washing machine. Three minutes of headlines in the bathroom: it was never about the headlines. It was about a door that closes.",
    "the-hard-subject": "“About Christmas at your parents’ …” And just then the battery level seems worth checking.",
    "for-us-both":
      "“I’ll look up when it opens.” It opens at ten. At ten past nine one of them is reading about a storm in Ohio.",
  },
  takeaway: "My hand is after something. When I know what, I can find it nearer by.",
  exercise: {
    title: "One minute, five questions",
    text: "Take your last moment and answer what comes easily. You can skip any question, and nobody else can see it here.",
    action: "Look at one moment",
  },
};
