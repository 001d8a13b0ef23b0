/** The guided talk in English. */
import type { TalkTexts } from "./talk.ts";

export const talk: TalkTexts = {
  before:
    "It takes about half an hour, less if less is needed. Either of the two can pause or stop at any time, and nothing is lost. A tired evening is not the evening for it.",
  steps: {
    prepare: {
      title: "Alone first",
      invite: "Three short answers for yourself. Nobody else can read them here; what is said later is up to you.",
      starters: ["I have noticed in myself that …", "It makes me feel …", "I wish for …"],
    },
    "own-it": {
      title: "My part",
      invite:
        "One begins with something of their own that is certainly true. The other only listens. Then change over.",
      starters: ["I have noticed in myself …", "This week I …", "What I would like to do differently is …"],
    },
    listen: {
      title: "Ask, and listen",
      invite:
        "One asks how it has been, and listens to the end. Then say back what was heard, until the other says: yes, that is it.",
      starters: ["How has it been for you?", "I heard that …", "Is that right?", "Is there more?"],
    },
    "sorry-and-repair": {
      title: "Sorry, and repair",
      invite:
        "Something exact, without a “but”. Then a question: what would make it a little better? A sorry may be taken in slowly.",
      starters: [
        "I am sorry that I …",
        "I see that it …",
        "Is there something that would make it a little better?",
        "Thank you for saying it.",
      ],
    },
    "one-small-thing": {
      title: "One small thing",
      invite:
        "Each thinks of one thing of their own, small enough for a bad day. Each writes their own sentence on their own phone, or none.",
      starters: ["I will …"],
    },
    close: {
      title: "To finish",
      invite:
        "One sentence each about something good in the other, and then something that has nothing to do with any of this.",
      starters: ["I liked how you …", "Thank you for …"],
    },
  },
  preparations: {
    noticed: { question: "What have I noticed in myself?", starter: "I have noticed in myself that …" },
    feel: { question: "What do I feel about it?", starter: "I feel …" },
    wish: { question: "What do I wish for?", starter: "I wish for …" },
  },
  roles: {
    speaker: "You speak now. Short is fine.",
    listener: "You listen now. Nothing has to be answered yet.",
    changeOver: "Change over when you are ready.",
  },
  pause: {
    title: "A break",
    text: "Twenty minutes are a good length. Whoever needs it says so; no reason is needed.",
    breathe: "Breathe in for four, out for six. Walk a little. Leave the speech unwritten.",
    comeBack: "Back at {time}",
    notToday: "Not today. Another day is fine.",
  },
  writing: {
    title: "Seven minutes from outside",
    invite:
      "Think of a disagreement of these weeks. Somebody who wishes both of you well has seen it all. Write from there; nobody else reads it here.",
    questions: {
      "what-they-would-see": "What would this person see in it, and what good might come of it?",
      "what-they-would-wish": "How could I look at it in this way the next time?",
      "what-gets-in-the-way": "What makes that hard, and what would help me all the same?",
    },
  },
  stopped: "Stopped here. What was prepared is still there for another day, or can be deleted.",
  done: "That was a real talk. Now tea, or a walk, or bed.",
};
