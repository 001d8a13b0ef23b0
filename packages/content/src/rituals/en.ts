/** Rituals in English. */
import type { RitualTexts } from "./rituals.ts";

export const rituals: RitualTexts = {
  "door-hello": {
    title: "Hello at the door",
    how: "Whoever’s home gets up, and whoever arrives has empty hands. Hold each other until you’ve both breathed out once.",
  },
  "long-kiss": {
    title: "A kiss that has time",
    how: "Six slow seconds instead of a peck in passing. Long enough to arrive, short enough for every day.",
  },
  "ten-minutes-to-land": {
    title: "Land first",
    how: "After coming home you each have ten minutes alone: wash hands, change clothes, sit down. Then comes the real hello.",
  },
  "how-was-it-really": {
    title: "How was it, really?",
    how: "Ten minutes each. One tells about the day, the other asks and takes their side. No solutions unless you ask for them.",
  },
  "best-hardest-oddest": {
    title: "Best, hardest, oddest",
    how: "Each of you names three things from the day: the best, the hardest, and the oddest. Children love the third.",
  },
  "last-stretch-together": {
    title: "The last stretch together",
    how: "Meet at the stop or the corner and walk the last few hundred metres home side by side.",
  },
  "first-glass-of-water": {
    title: "The first glass",
    how: "Before you unpack any bags, sit down with a glass of water each and stay until both are empty.",
  },
  "one-thing-ahead": {
    title: "One thing ahead",
    how: "In the morning, find out one thing that’s ahead of the other today. In the evening that’s the first question.",
  },
  "first-minute-awake": {
    title: "The first minute awake",
    how: "Before anything with a screen: turn round, look at each other, say one sentence about the night.",
  },
  "cook-side-by-side": {
    title: "Cook side by side",
    how: "One chops, one stirs, halfway through you swap. It’s easy to talk when your hands are busy.",
  },
  "basket-meal": {
    title: "The basket meal",
    how: "Every phone goes into a basket in another room before the first plate is on the table, and comes out after the last.",
  },
  "breakfast-sitting-down": {
    title: "Breakfast, sitting down",
    how: "Ten minutes in chairs, even on a school day. Whoever is up first sets two places.",
  },
  "guess-the-taste": {
    title: "Guess the taste",
    how: "One closes their eyes, the other offers small bites of what the kitchen holds. Then change over.",
  },
  "serve-each-other": {
    title: "Fill each other’s plate",
    how: "You fill each other’s plates. It takes a question or two, and a little looking, to get it right.",
  },
  "dish-with-a-story": {
    title: "A dish with a story",
    how: "Cook something from one of your childhoods out of what is there. While it simmers, tell who made it and when.",
  },
  "table-laid-on-a-tuesday": {
    title: "A laid table on a Tuesday",
    how: "Cloth, real glasses, the good plates, for whatever there is. An ordinary day deserves it too.",
  },
  "wash-and-dry": {
    title: "One washes, one dries",
    how: "Leave the machine closed for once and stand at the sink together. Steam, a tea towel, no eye contact needed.",
  },
  "picnic-on-the-floor": {
    title: "Picnic on the floor",
    how: "A blanket in the middle of the room, supper on it, shoes off. Eat with your fingers if you like.",
  },
  "fold-the-laundry": {
    title: "Fold the laundry",
    how: "One heap, two people, sheets first. It’s a chore that needs four hands and leaves you free to talk.",
  },
  "film-watched-properly": {
    title: "A film, watched properly",
    how: "One that’s already in the house or on television, from the first picture to the last. Afterwards each of you names one scene that stayed with you.",
  },
  "read-aloud": {
    title: "Read aloud",
    how: "A chapter a night from any book on the shelf. One reads, and it’s fine if the other falls asleep.",
  },
  "one-game": {
    title: "Just one game",
    how: "Cards, dice or pencil and paper. One round, and the loser picks tomorrow’s.",
  },
  "two-songs": {
    title: "Two songs",
    how: "Clear a little floor, switch the radio on, dance to whatever comes for two songs. Badly is fine.",
  },
  "breathing-back-to-back": {
    title: "Back to back",
    how: "Sit on the floor leaning on each other and breathe for five minutes. Nobody has to say anything.",
  },
  hands: {
    title: "Hands",
    how: "Take one hand in both of yours and press it slowly, palm and each finger. After five minutes change over.",
  },
  "ten-minutes-of-sky": {
    title: "A piece of sky",
    how: "Window, balcony or step: heads back, together in the dark. Find one thing the other hasn’t seen.",
  },
  "box-of-pictures": {
    title: "The box of pictures",
    how: "Take out printed photographs, tickets, old letters. Each of you picks three and tells what isn’t in the picture.",
  },
  "draw-each-other": {
    title: "Draw each other",
    how: "Five minutes, one line, without looking at the paper. Hang the results where only you two can see them.",
  },
  "one-question-in-the-dark": {
    title: "One question in the dark",
    how: "Lights out, then you may each ask one question. “Not tonight” is a good answer.",
  },
  "chores-talk-with-an-end": {
    title: "Chores, with an end",
    how: "Ten minutes for lists, lifts and bills, at the table and with a pencil. Then you have the rest of the evening free of them.",
  },
  "three-small-thanks": {
    title: "Three small thanks",
    how: "Thank each other for three things today, as small and exact as you can: “that you warmed my cup”.",
  },
  "quiet-side-by-side": {
    title: "Quiet, side by side",
    how: "A book, some knitting, a crossword, each their own, feet touching. Being close is enough of a plan.",
  },
  "same-bedtime": {
    title: "Same bedtime",
    how: "Go to bed at the same time tonight, and let the phones sleep in the kitchen. Talk until one of you yawns.",
  },
  "teach-me": {
    title: "Teach me that",
    how: "A knot, a chord, how the dough should feel: one of you shows the other something you’re good at.",
  },
  "puzzle-on-the-table": {
    title: "A puzzle that stays out",
    how: "Leave a jigsaw or a riddle on the table for the week. Ten pieces together count as an evening.",
  },
  "walk-without-a-goal": {
    title: "A walk without a goal",
    how: "Leave by the door and turn wherever it looks nicer. Side by side, hard things are easier to say.",
  },
  "slow-morning": {
    title: "A slow morning",
    how: "Nobody gets up for forty minutes. Coffee in bed is allowed, plans are not.",
  },
  "mend-something": {
    title: "Mend something",
    how: "The wobbly chair, the missing button, the drawer that sticks. Do together what’s been waiting for months.",
  },
  "coin-walk": {
    title: "A coin decides",
    how: "At each corner a coin says left or right. After half an hour find the way home without asking a device.",
  },
  "pots-and-soil": {
    title: "Pots and soil",
    how: "Repot, water, sow something from the kitchen: a bean, a garlic clove. Then you have something to watch grow together.",
  },
  "swap-the-lead": {
    title: "Swap the lead",
    how: "For an hour one of you picks what you do, for the next hour the other. Keep it free of cost, and either of you may say no.",
  },
  "lying-in-the-grass": {
    title: "Lying in the grass",
    how: "A park, a meadow, a blanket by the window in winter. Tell each other what the clouds look like.",
  },
  "library-hour": {
    title: "An hour in the library",
    how: "Each of you picks a book for the other and says in one sentence why. Borrowing them is part of it.",
  },
  "throw-and-catch": {
    title: "Throw and catch",
    how: "A ball, a rolled-up sock, two wooden spoons as bats. Count how long you keep it in the air.",
  },
  "half-hour-for-us": {
    title: "Half an hour for us",
    how: "Once a week, sitting down: what was good between us, what was missing, one small wish each. Stop when the time is up.",
  },
  "walk-to-a-memory": {
    title: "Walk to a memory",
    how: "Go on foot to a place where something happened to the two of you. On the way each of you tells it from your side.",
  },
  "note-in-the-bag": {
    title: "A note in the bag",
    how: "Three handwritten words, hidden where they will be found at noon. They needn’t be clever.",
  },
  "same-minute": {
    title: "The same minute",
    how: "Agree on a minute of the day. Wherever you are, look out of a window then and think of each other.",
  },
  "letter-by-hand": {
    title: "A letter by hand",
    how: "One page about an ordinary day, written with a pen. Hand it over in person or leave it on the pillow.",
  },
  "three-things-to-tell": {
    title: "Three things to tell",
    how: "While apart, jot down three small things on paper, just because the other would like them. Unpack them at supper.",
  },
  "jar-of-moments": {
    title: "A jar of moments",
    how: "A slip of paper for each good moment, folded into a jar. On a grey evening draw three and remember.",
  },
  "goodbye-standing-up": {
    title: "Goodbye, standing up",
    how: "Nobody leaves with a call through the flat. Get up, look, touch, say when you will see each other again.",
  },
  "small-welcome": {
    title: "A small welcome",
    how: "Before the other comes home, prepare one thing: a lamp on, tea in the pot, the coat hook free.",
  },
};
