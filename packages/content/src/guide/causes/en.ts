/** Chapter 2, causes, in English. */
import { sourced } from "../../sourced.ts";
import type { ChapterText } from "../chapters.ts";

export const chapter: ChapterText<"causes"> = {
  title: "Causes",
  question: "What makes the hand reach for it?",
  short: [
    "Behind a pick-up there is seldom bad will. Mostly there is something that asks to be soothed: too much noise, boredom, a talk that got too close, fear of missing something. Or nothing at all, only a habit.",
    "The phone does give something: a break, a laugh, an answer, somebody who writes back at once. As long as nothing else gives the same, a good resolution stands on weak legs.",
    sourced(
      "Knowing about it is not enough. In a ten-day trial with students, self-monitoring and exercises lowered distraction, by their own report, and left habit and time on social media as they were.",
      "throuvala-2020",
    ),
    "So one question is worth a minute after a moment: what was there just before, what did it give me, and what else could give me that?",
  ],
  sections: {
    "not-bad-will": {
      title: "Rarely bad will",
      passages: [
        "From outside it looks like a choice: the screen and not me. From inside there was mostly no choice. There was a gap of two seconds and a hand that knows the way.",
        "Both are true at the same time. It was not meant, and it arrived. A talk becomes easier when nobody has to prove either.",
      ],
    },
    "the-moment-before": {
      title: "The moment before",
      passages: [
        "The cause lies in the seconds before. Everything was too much. Nothing was going on. The subject hit a sore spot. I felt turned away. It lit up. I wanted out.",
        sourced(
          "When researchers filmed young adults with their phones, turning away often came first, and the phone after it. Then the phone is not the beginning, it is a way out that lies on the table.",
          "respecifying-2023",
        ),
        sourced(
          "Being called matters as well: in everyday meetings that 87 people wrote down, phone use went with the number of notifications that came in.",
          "connection-cues-2026",
        ),
      ],
    },
    "what-it-gives": {
      title: "What it gives",
      passages: [
        "Ask kindly and there is an answer: relief, comfort, a small reward, an excuse to be elsewhere. A need is nothing to be ashamed of. It only deserves a way that leaves nobody alone.",
        "Overwhelmed: ask for ten minutes and come back. Bored: say so, as an invitation. Out of the talk: name a time to go on. For every cause in the list there are two or three such ways, and settings of one's own phone that help.",
        sourced(
          "A small doorstep helps more than a sermon. In an experiment with 500 people, the offer to turn back before an app opened had the strongest effect; a message to think about it had none.",
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
        "Nobody has shown that it goes back and forth within minutes, and “who began?” has no answer that helps. It is enough if one of the two looks up first, as a present.",
      ],
    },
  },
  examples: {
    "after-the-school-run":
      "Two children, one lost shoe, the phone on the washing machine. Three minutes of headlines in the bathroom: it was never about headlines. It was about a door.",
    "the-hard-subject": "“About Christmas at your parents' …” And just then the battery level seems worth checking.",
    "for-us-both":
      "“I will look up when it opens.” It opens at ten. At ten past nine one of the two is reading about a storm in Ohio.",
  },
  takeaway: "The hand reaches for something. When I know for what, I can find it nearer by.",
  exercise: {
    title: "One minute, five questions",
    text: "Take your last moment and answer what comes easily. Each question may be skipped, and nobody else can see it here.",
    action: "Look at one moment",
  },
};
