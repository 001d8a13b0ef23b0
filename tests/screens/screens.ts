/**
 * Every screen and state that `npm run screens` takes a picture of: a line each. `open` is the way there on a device that has
 * begun; `first` begins before that (the first minute, a cleared browser).
 */
import type { Page } from "playwright-core";
import { pathOf, type KnownRouteType } from "../../apps/web/src/shell/routes.ts";

export interface Screen {
  /** The name of its file. */
  readonly name: string;
  /** On a device on which nobody has begun. */
  readonly first?: boolean;
  readonly open: (page: Page) => Promise<void>;
}

const settle = async (page: Page): Promise<void> => {
  await page.locator("main h1").first().waitFor();
  await page.waitForLoadState("networkidle");
};

export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await settle(page);
};

const at = (type: KnownRouteType, part?: string): Screen => ({
  name: part === undefined ? type : `${type}-${part}`,
  open: (page) => goTo(page, pathOf(type, part ?? null)),
});

/** By place, not by words: the pictures are taken in every language. */
const typeNewPin = async (page: Page): Promise<void> => {
  for (let times = 0; times < 2; times += 1) {
    await page.locator("dialog input[type=password]").pressSequentially("246813");
    await page.keyboard.press("Enter");
  }
};

export const screens: readonly Screen[] = [
  { name: "first-minute", first: true, open: (page) => goTo(page, "/") },
  {
    name: "first-minute-question",
    first: true,
    open: async (page) => {
      await goTo(page, "/");
      await page.locator("main button").nth(1).click();
      await settle(page);
    },
  },
  { name: "recover", first: true, open: (page) => goTo(page, pathOf("recover")) },
  at("today"),
  at("together"),
  at("us"),
  at("reset"),
  at("guide"),
  at("try"),
  at("recording"),
  at("trace"),
  at("pair"),
  at("install"),
  at("settings"),
  at("access"),
  at("lock"),
  at("devices"),
  at("recovery"),
  at("backup"),
  at("leave"),
  at("language"),
  at("about"),
  at("help"),
  at("help", "something-wrong"),
  {
    name: "backup-erase",
    open: async (page) => {
      await goTo(page, pathOf("backup"));
      await page.locator("main li button").last().click();
      await page.locator("dialog[open]").waitFor();
    },
  },
  {
    name: "lock-new-pin",
    open: async (page) => {
      await goTo(page, pathOf("lock"));
      await page.locator("main button").first().click();
      await page.locator("dialog[open]").waitFor();
    },
  },
  {
    name: "recovery-code",
    open: async (page) => {
      await goTo(page, pathOf("recovery"));
      await page.locator("main button").last().click();
      await page.locator("dialog[open] input").waitFor();
      await typeNewPin(page);
      await page.locator(".code").waitFor();
    },
  },
  {
    name: "locked",
    open: async (page) => {
      await goTo(page, "/");
      await page.locator("input[type=password]").waitFor();
    },
  },
  {
    name: "trouble-evicted",
    first: true,
    open: async (page) => {
      await goTo(page, pathOf("about"));
      await page.evaluate(() => localStorage.setItem("undivided.begun", "1"));
      await goTo(page, "/");
    },
  },
  { name: "unknown-page", open: (page) => goTo(page, "/no/such/page") },
];
