import { expect, test } from "vitest";
import { LANGUAGES } from "../language.ts";
import { loadTexts } from "../load.ts";
import { TASKS, tasksOfWeek, WEEKS } from "./four-weeks.ts";

test("every task belongs to one week, and none is forgotten", () => {
  const listed = [1, 2, 3, 4].flatMap((week) => tasksOfWeek(week, false));
  expect(listed.toSorted()).toEqual(Object.keys(TASKS).toSorted());
  expect(WEEKS).toHaveLength(4);
  expect(tasksOfWeek(5, false)).toEqual([]);
});

test("one person alone has a choice in every week, and no task that needs another", () => {
  for (const week of [1, 2, 3, 4]) {
    const tasks = tasksOfWeek(week, true);
    expect(tasks.length).toBeGreaterThanOrEqual(3);
    expect(tasks.every((id) => TASKS[id].alone)).toBe(true);
  }
});

test.each(LANGUAGES)("the form for one person alone in %s says that nobody else is changed by it", async (language) => {
  const { alone } = await loadTexts("fourWeeks", language);
  expect(alone).toMatch(language === "en" ? /changes nobody else/ : /no cambia a nadie más/);
});
