import { expect, test } from "vitest";
import type { SoundState } from "../commands/together.ts";
import { soundState, type SoundAnswers } from "./sound-state.ts";

const EVERY = [null, "yes", "no"] as const;
const all: readonly SoundAnswers[] = EVERY.flatMap((mine) =>
  EVERY.flatMap((here) => [...EVERY, "unheard" as const].map((theirs) => ({ mine, here, theirs }))),
);

test("sound is on only with two yeses and no no, in every case", () => {
  for (const answers of all) {
    const { mine, here, theirs } = answers;
    if (soundState(answers).type !== "on") continue;
    expect(mine).toBe("yes");
    expect([here, theirs]).toContain("yes");
    expect([mine, here, theirs]).not.toContain("no");
  }
});

test("it is off only where somebody said no: what nobody answered is still asked", () => {
  for (const answers of all) {
    if (soundState(answers).type === "off") expect(Object.values(answers)).toContain("no");
  }
});

test("a phone that is heard answers for its owner: a tap on another screen does not", () => {
  for (const here of EVERY) expect(soundState({ mine: "yes", here, theirs: null }).type).not.toBe("on");
});

test.each<[SoundAnswers, SoundState]>([
  ...(["unheard", null, "yes"] as const).map((theirs): [SoundAnswers, SoundState] => [
    { mine: null, here: null, theirs },
    { type: "asking", missing: "mine" },
  ]),
  [{ mine: null, here: null, theirs: "no" }, { type: "off" }],
  [
    { mine: "yes", here: null, theirs: null },
    { type: "asking", missing: "theirs" },
  ],
  [
    { mine: "yes", here: null, theirs: "unheard" },
    { type: "asking", missing: "theirs-here" },
  ],
  [{ mine: "yes", here: "yes", theirs: "unheard" }, { type: "on" }],
  [{ mine: "yes", here: null, theirs: "yes" }, { type: "on" }],
  [{ mine: "yes", here: "yes", theirs: "no" }, { type: "off" }],
])("of %o it says %o", (answers, state) => {
  expect(soundState(answers)).toEqual(state);
});
