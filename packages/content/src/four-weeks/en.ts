/** Four weeks in English. */
import type { FourWeeksTexts } from "./four-weeks.ts";

export const fourWeeks: FourWeeksTexts = {
  title: "Four weeks, one thing at a time",
  lead: "Choose one or two tasks a week. A week that goes wrong is simply over, and the next one begins on its day.",
  alone:
    "For one person alone: everything here is about your own part. It can make your own evenings better; it changes nobody else.",
  weeks: {
    notice: { title: "Week 1: notice", focus: "Only look. Nothing has to be different yet." },
    "reunions-and-meals": { title: "Week 2: door and table", focus: "Two moments of the day that belong to people." },
    bids: { title: "Week 3: small reaches", focus: "Catch one more than last week." },
    "talk-and-agreement": {
      title: "Week 4: talk, and one small thing",
      focus: "Say your own part, and keep one thing.",
    },
  },
  tasks: {
    "three-times-together": "Three times together, twenty minutes each",
    "log-for-a-week": "Log my own moments for a week, as they come",
    "guess-before-looking": "Guess before I look, each time",
    "one-minute-inquiry": "Two one-minute looks at what was behind it",
    "hello-with-empty-hands": "Hello with empty hands, three times",
    "shelf-in-the-hall": "Give my phone a place away from the table",
    "basket-at-supper": "Phones in the basket at two suppers",
    "one-if-then-plan": "One if-then plan of my own",
    "catch-one-more": "Answer one more small thing a day",
    "six-scenes": "Practise with six scenes",
    "a-later-with-a-time": "Each “later” gets a time from me",
    "a-good-moment-a-day": "Notice one good moment a day",
    "prepare-three-sentences": "Prepare three sentences of my own",
    "one-talk": "One talk, half an hour",
    "one-i-will": "One sentence that begins “I will”",
    "look-back-honestly": "Look back, even at what didn’t change",
  },
  lookBack: ["What was different on ordinary days?", "What did I keep, what did I drop?", "Which one thing stays?"],
  honest:
    "Four weeks are short and evenings are few. If the numbers are too uncertain to say anything, we’ll say just that.",
};
