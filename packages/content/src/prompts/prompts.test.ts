import { addDays, parseCivilDate, type CivilDate } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { loadTexts } from "../load.ts";
import { choosePrompt, SEASON_DAYS, type ShownPrompt } from "./choose-prompt.ts";
import { PROMPT_USES, PROMPTS, type PromptUse } from "./prompts.ts";

const dayOf = (text: string): CivilDate => {
  const parsed = parseCivilDate(text);
  if (parsed.type === "error") throw new Error(text);
  return parsed.value;
};
const start = dayOf("2026-11-25");

test("there are enough that dig nowhere for a season of one a day and a check-in a week, each once", () => {
  const light = (use: PromptUse) => PROMPTS.filter((prompt) => prompt.use === use && !prompt.digs).length;
  expect(light("together")).toBeGreaterThanOrEqual(SEASON_DAYS);
  expect(light("check-in")).toBeGreaterThanOrEqual(SEASON_DAYS / 7);
  expect(light("together") + light("check-in")).toBeGreaterThanOrEqual(100);
  expect(new Set(PROMPTS.map(({ id }) => id)).size).toBe(PROMPTS.length);
});

test.each(LANGUAGES)("each is one short question in %s, or at least ends as an invitation", async (language) => {
  const long = Object.values(await loadTexts("prompts", language)).filter(
    (text) => text.length > 110 || !/[?.]$/.test(text),
  );
  expect(long).toEqual([]);
});

describe("choosePrompt", () => {
  test("shows none again within a season, whatever the rhythm, and none that digs unless both said so", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(...PROMPT_USES),
        fc.boolean(),
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 120 }),
        (seed, use, mayDig, gaps) => {
          const shown: ShownPrompt[] = [];
          let today = start;
          for (const [index, gap] of gaps.entries()) {
            today = addDays(today, gap);
            const choice = choosePrompt(PROMPTS, { use, mayDig, today, seed: `${seed}${index}`, shown });
            if (choice.type === "all-shown") {
              const fitting = PROMPTS.filter((prompt) => prompt.use === use && (mayDig || !prompt.digs));
              const recent = shown.filter(({ day }) => day > addDays(today, -SEASON_DAYS));
              expect(recent).toHaveLength(fitting.length);
              continue;
            }
            const { id, digs } = choice.prompt;
            expect(mayDig || !digs).toBe(true);
            const before = shown.findLast((earlier) => earlier.id === id);
            if (before !== undefined) expect(addDays(before.day, SEASON_DAYS) <= today).toBe(true);
            shown.push({ id, day: today });
          }
        },
      ),
    );
  });

  test("two phones with the same seed and history choose the same, in whatever order their lists are", () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray([...PROMPTS], { minLength: PROMPTS.length }), (seed, shuffled) => {
        const wish = { use: "together", mayDig: false, today: start, seed, shown: [] } as const;
        expect(choosePrompt(shuffled, wish)).toEqual(choosePrompt(PROMPTS, wish));
      }),
    );
  });

  test("another seed mostly gives another prompt", () => {
    const ids = new Set(
      Array.from({ length: 200 }, (_, index) => {
        const choice = choosePrompt(PROMPTS, {
          use: "together",
          mayDig: false,
          today: start,
          seed: `${index}`,
          shown: [],
        });
        return choice.type === "chosen" ? choice.prompt.id : "none";
      }),
    );
    expect(ids.size).toBeGreaterThan(50);
  });

  test("says so when all were shown, and comes back after the season", () => {
    const shown = PROMPTS.map(({ id }) => ({ id, day: start }));
    const wish = { use: "check-in", mayDig: true, seed: "x", shown } as const;
    expect(choosePrompt(PROMPTS, { ...wish, today: addDays(start, SEASON_DAYS - 1) })).toEqual({ type: "all-shown" });
    expect(choosePrompt(PROMPTS, { ...wish, today: addDays(start, SEASON_DAYS) }).type).toBe("chosen");
  });

  test("a prompt that exists no longer, or was shown tomorrow by a wrong clock, harms nothing", () => {
    const shown = [
      { id: "long-gone", day: start },
      { id: "best-minute", day: addDays(start, 1) },
    ];
    const only = PROMPTS.filter(({ id }) => id === "best-minute");
    expect(choosePrompt(only, { use: "together", mayDig: false, today: start, seed: "", shown }).type).toBe(
      "all-shown",
    );
  });
});
