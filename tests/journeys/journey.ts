/**
 * What every journey through the app needs: a served build, a browser context as one device, and a watch over what must
 * never happen on any page: an error in the console, a request to another origin.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const phone = { width: 390, height: 844 } as const;
export const desktop = { width: 1280, height: 800 } as const;

export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong on any page of this device so far: errors and warnings of the console, uncaught errors, foreign requests. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** `url`: the served app. Motion is reduced unless asked for, so that nothing waits for a picture. */
export const openDevice = async (
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Device> => {
  const context = await browser.newContext({
    viewport: phone,
    locale: "en-GB",
    reducedMotion: "reduce",
    baseURL: url,
    ...options,
  });
  const faults: string[] = [];
  const watch = (page: Page): void => {
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  };
  context.on("page", watch);
  context.on("request", (request) => {
    const asked = new URL(request.url());
    if (asked.protocol !== "blob:" && asked.protocol !== "data:" && asked.origin !== url) {
      faults.push(`another origin: ${request.url()}`);
    }
  });
  const page = await context.newPage();
  return { context, page, faults, close: () => context.close() };
};

/** Goes to a path and waits until its page, not only the shell, is there. */
export const visit = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.locator("main h1").first().waitFor();
};

/** The first minute, alone: from then on every page is open. */
export const begin = async (page: Page): Promise<void> => {
  await visit(page, "/");
  await page.getByRole("button", { name: "Just me" }).click();
  await page.getByRole("navigation", { name: "Places" }).waitFor();
  await page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
};

export const WELCOME_HEADING = "A phone comes first. It happens.";
/** Of a device on which nothing was planned yet. */
export const TODAY_HEADING = "A little time with the phones away";

/** The service worker holds the app: from now on it opens without a network. */
export const waitUntilKept = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    }
  });
};

const everyRule = '["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]';
/** What a colour can break; nothing else differs between light and dark. */
const rulesOfColour = '{ type: "rule", values: ["color-contrast", "link-in-text-block"] }';

const runAxe = async (page: Page, runOnly: string): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  return page.evaluate<readonly string[]>(`
    axe.run(document, { runOnly: ${runOnly} }).then(
      ({ violations }) => violations.map(({ id, nodes }) =>
        id + ": " + nodes.map(({ target, failureSummary }) => target.join(" ") + " " + failureSummary).join("; ")))`);
};

/** Runs axe; its findings as short lines. The context needs `bypassCSP`, since axe is a script from outside. */
export const findAxeViolations = (page: Page): Promise<readonly string[]> => runAxe(page, everyRule);

/** The same in light, and in dark what a colour can break. The page stays light. */
export const findAxeViolationsLightAndDark = async (page: Page): Promise<readonly string[]> => {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await runAxe(page, everyRule);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await runAxe(page, rulesOfColour);
  await page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((found) => `in dark, ${found}`)];
};

/** Nothing sticks out at the side. */
export const expectNoSidewaysScroll = async (page: Page): Promise<void> => {
  const over = await page.evaluate(async () => {
    // What a page learns of its own size it knows a frame after it was laid out.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
  expect(over).toBeLessThanOrEqual(0);
};
