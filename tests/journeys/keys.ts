/** The way through a page by keyboard alone, and what a screen reader stands on after each key. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** The words of what has the focus: its name, or the label of a field; empty on nothing. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: active } = document;
    if (active === null || active === document.body) return "";
    const label =
      active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement ? active.labels?.[0] : null;
    return (active.getAttribute("aria-label") ?? label?.textContent ?? active.textContent).trim().replace(/\s+/g, " ");
  });

export const expectFocus = (page: Page, wanted: RegExp, message = "the focus"): Promise<void> =>
  expect.poll(() => focused(page), { message, timeout: 20_000 }).toMatch(wanted);

export const tabTo = async (page: Page, wanted: RegExp, key = "Tab"): Promise<void> => {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press(key);
    if (wanted.test(await focused(page))) return;
  }
  throw new Error(`no key leads to ${String(wanted)}`);
};

/** Tabs to it, presses Enter, and waits until the focus is on what `then` names. */
export const press = async (page: Page, wanted: RegExp, then: RegExp, key?: string): Promise<void> => {
  await tabTo(page, wanted, key);
  await page.keyboard.press("Enter");
  await expectFocus(page, then, `after ${String(wanted)}`);
};

export const write = async (page: Page, label: RegExp, words: string): Promise<void> => {
  await tabTo(page, label);
  await page.keyboard.type(words);
};
