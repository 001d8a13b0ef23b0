/** Two people with a phone each, in two contexts of one browser, paired over the real relay as people pair: a code or link, and words. */
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { openDevice, visit, type Device } from "./journey.ts";

/** The first minute, for two: the private question answered with "no", up to the ways to pair. */
export const beginForTwo = async (page: Page): Promise<void> => {
  await visit(page, "/");
  await page.getByRole("button", { name: "The two of us" }).click();
  await page.getByRole("button", { name: "No", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Two phones, one code" }).waitFor();
};

/** Shows a code and gives the link that says the same. */
export const showCode = async (page: Page): Promise<string> => {
  await page.getByRole("button", { name: "Show a code" }).click();
  await page.getByRole("img", { name: "A code for pairing" }).waitFor();
  return takeLink(page);
};

/** The link below the code that is shown, by way of the clipboard. */
export const takeLink = async (page: Page): Promise<string> => {
  await page.getByRole("button", { name: "Copy the link" }).click();
  await page.getByText("Copied.").waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
};

/** Opens an invitation in a phone on which nobody has begun, past the private question. */
export const openLink = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await page.getByRole("heading", { level: 1, name: "One question, for you alone" }).waitFor();
  await page.getByRole("button", { name: "No", exact: true }).click();
};

export const wordsOn = async (page: Page): Promise<readonly string[]> => {
  await page.getByRole("heading", { level: 1, name: "Are these the same words" }).waitFor();
  const list = page.getByRole("list", { name: "The words" }).getByRole("listitem");
  await list.nth(3).waitFor();
  const words = await list.allInnerTexts();
  expect(words).toHaveLength(4);
  return words;
};

const sayTheSame = (page: Page): Promise<void> => page.getByRole("button", { name: "Yes, the same" }).click();

/** Compares the words as two people do, and says yes on both. */
export const confirmBoth = async (one: Page, other: Page): Promise<void> => {
  expect(await wordsOn(one)).toEqual(await wordsOn(other));
  await Promise.all([sayTheSame(one), sayTheSame(other)]);
  await Promise.all(
    [one, other].map((page) => page.getByRole("heading", { level: 1, name: "The two phones are paired" }).waitFor()),
  );
};

export const pair = async (one: Page, other: Page): Promise<void> => {
  await beginForTwo(one);
  await openLink(other, await showCode(one));
  await confirmBoth(one, other);
};

/** What a browser says by itself when the relay cannot be reached; everything else on the console is a fault. */
export const isOfflineWord = (fault: string): boolean => /^WebSocket connection to .* failed/.test(fault);

type Options = Parameters<typeof openDevice>[2];

const clipboard = ["clipboard-read", "clipboard-write"];

/** A phone that may use the clipboard, and what else is given. */
export const openPhone = (browser: Browser, url: string, options: Options = {}): Promise<Device> =>
  openDevice(browser, url, { ...options, permissions: [...clipboard, ...(options.permissions ?? [])] });
