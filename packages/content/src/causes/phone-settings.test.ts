import { expect, test } from "vitest";
import { day } from "../help/written-day.ts";
import { CAUSES } from "./causes.ts";
import { PHONE_SETTINGS, PHONE_SETTINGS_CHECKED, SETTING_PAGES } from "./phone-settings.ts";

test("a setting that lives in a menu names the pages it was found on, and the day on which they were read", () => {
  expect(day(PHONE_SETTINGS_CHECKED)).toBe(PHONE_SETTINGS_CHECKED);
  for (const id of PHONE_SETTINGS.filter((setting) => setting !== "tidy-home-screen")) {
    expect(SETTING_PAGES[id].length).toBeGreaterThan(0);
    expect(SETTING_PAGES[id].every(({ url }) => url.startsWith("https://"))).toBe(true);
  }
});

test("every setting helps with some cause", () => {
  const used = Object.values(CAUSES).flatMap(({ settings }) => [...settings]);
  expect([...new Set(used)].toSorted()).toEqual([...PHONE_SETTINGS].toSorted());
});
