/** The guided talk in English. */
import type { TalkTexts } from "./talk.ts";

export const talk: TalkTexts = {
  before:
    "It takes about half an hour, or less if that’s enough. Either of you can pause or stop at any time, and nothing is lost. If you’re tired tonight, leave it for another evening.",
  steps: {
    prepare: {
      title: "Alone first",
      invite: "Three short answers for yourself. Nobody else can read them here; what you say later is up to you.",
      starters: ["I’ve noticed in myself that …", "It makes me feel …", "I wish for …"],
    },
    "own-it": {
      title: "My part",
      invite:
        "One of you begins with something of your own that you’re sure is true. The other only listens. Then change over.",
      starters: ["I’ve noticed in myself …", "This week I …", "What I’d like to do differently is …"],
    },
    listen: {
      title: "Ask, and listen",
      invite:
        "One of you asks how it has been, and listens to the end. Then say back what you heard, until the other says: yes, that’s it.",
      starters: ["How has it been for you?", "I heard that …", "Is that right?", "Is there more?"],
    },
    "sorry-and-repair": {
      title: "Sorry, and repair",
      invite:
        "Something exact, without a “but”, or nothing tonight. Then a question: what would make it a little better? A sorry can take a while to sink in.",
      starters: [
        "I’m sorry that I …",
        "I see that it …",
        "Is there something that would make it a little better?",
        "Thank you for saying it.",
      ],
    },
    "one-small-thing": {
      title: "One small thing",
      invite:
        "Each of you thinks of one thing of your own, small enough for a bad day, and writes your own sentence on your own phone, or none.",
      starters: ["I will …"],
    },
    close: {
      title: "To finish",
      invite:
        "One sentence each about something good in the other, and then something that has nothing to do with any of this.",
      starters: ["I liked how you …", "Thank you for …"],
    },
  },
  turns: {
    "own-it": {
      leads: {
        role: "You speak now. Short is fine.",
        task: "Something of your own that you’re sure is true. It needs no “but”.",
        words: ["I’ve noticed in myself …", "This week I …", "What I’d like to do differently is …"],
      },
      follows: {
        role: "You listen now. You don’t have to answer anything yet.",
        task: "Only listen, to the end. A thank you is enough.",
        words: ["Thank you for telling me."],
      },
    },
    listen: {
      leads: {
        role: "You ask now, and listen.",
        task: "Ask, then only listen, then say back what you heard, until the other says: yes, that’s it.",
        words: ["How has it been for you?", "I heard that …", "Is that right?", "Is there more?"],
      },
      follows: {
        role: "You speak now. Short is fine.",
        task: "You are asked how it has been. Tell it as it was for you. Then hear it said back, and put right what isn’t quite it.",
        words: ["For me it was …", "Nearly. It was more that …", "Yes, that’s it."],
      },
    },
    "sorry-and-repair": {
      leads: {
        role: "You speak now. Short is fine.",
        task: "Something exact, without a “but”. Then ask what would make it a little better. If there’s nothing to be sorry for, say so, or simply go on.",
        words: ["I’m sorry that I …", "I see that it …", "Is there something that would make it a little better?"],
      },
      follows: {
        role: "You listen now. There’s no hurry to forgive.",
        task: "A sorry can take a while to sink in. Say what would help, or: nothing today.",
        words: ["Thank you for saying it.", "Thank you, I’m still sore.", "A little better would be …"],
      },
    },
  },
  preparations: {
    noticed: { question: "What have I noticed in myself?", starter: "I’ve noticed in myself that …" },
    feel: { question: "What do I feel about it?", starter: "I feel …" },
    wish: { question: "What do I wish for?", starter: "I wish for …" },
  },
  notes: { covered: "What you wrote is kept on this phone, for you alone.", show: "Show my notes" },
  halves: { far: "On the far side", near: "On the near side" },
  time: { offered: "About {minutes} minutes, or less", over: "The time offered is over. No hurry." },
  goOn: {
    stands: "The talk stands at step {step} of {steps}.",
    oneScreen: "Go on at step {step}, on this screen",
    twoPhones: "Go on at step {step}, each on your own phone",
    anew: "Begin anew",
  },
  other: {
    ended: "The talk has ended on the other phone. It stands where both of you were.",
    stopToo: "Stop here too",
    isAhead: "The other phone is at step {step} already.",
    join: "Go on at step {step}",
    isBehind: "The other phone begins at step {step}, so that is where the talk is now.",
  },
  smallThing: {
    sentence: "I will",
    hint: "This phone keeps its owner’s sentence only, for four weeks. The other writes on their own phone, now or later.",
    keep: "Keep my sentence",
  },
  pause: {
    title: "A break",
    text: "Twenty minutes is a good length. If you need one, say so; you don’t need a reason.",
    breathe: "Breathe in for four, out for six. Walk a little. Nothing needs an answer just now.",
    comeBack: "Back at {time}",
    over: "The twenty minutes are over. Go on, or take longer.",
    longer: "Twenty minutes more",
    notToday: "Not today. Another day is fine.",
    help: "Help in the guide",
  },
  writing: {
    title: "Seven minutes from outside",
    invite:
      "Think of a disagreement of these weeks. Somebody who wishes you both well has seen it all. Write it as they’d see it; nobody else reads it here.",
    show: "Show what I wrote",
    delete: "Delete this",
    deleted: "Deleted.",
    bringBack: "Bring it back",
    questions: {
      "what-they-would-see": "What would this person see in it, and what good might come of it?",
      "what-they-would-wish": "How could I look at it in this way the next time?",
      "what-gets-in-the-way": "What makes that hard, and what would help me all the same?",
    },
  },
  stoppedTitle: "Stopped here",
  stopped: "What you prepared is still there for another day, or you can delete it.",
  done: "Now tea, or a walk, or bed.",
};
