/** Weight of the page that a phone downloads when the app is opened for the first time, as a real browser counts it. */
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { ensureApp } from "../scripts/setup/build.mjs";
import { launchChromium } from "../tests/browser/chromium.ts";
import { countScripts } from "../tests/browser/count-scripts.ts";
import { serveApp } from "../tests/browser/serve-app.ts";

export interface PageWeightFigure {
  readonly bench: "page-weight";
  /** The address below the app's root. */
  readonly page: string;
  readonly requests: number;
  /** Compressed bodies and headers of all answers until the network is quiet; without what is kept for offline use later. */
  readonly transferredBytes: number;
}

export interface ScriptWeightFigure {
  readonly bench: "script-weight";
  /** `first`: until a first visitor can tap "Just me"; `returning`: until *Today* is there. With an empty cache. */
  readonly visit: "first" | "returning";
  readonly transferredBytes: number;
}

const pages = ["/"];

const benchScripts = async (browser: Browser, url: string): Promise<readonly ScriptWeightFigure[]> => {
  const context = await browser.newContext({ serviceWorkers: "block", locale: "en-GB", baseURL: url });
  const page = await context.newPage();
  const choice = page.getByRole("button", { name: "Just me" });
  const first = await countScripts(page, async () => {
    await page.goto("/");
    await choice.waitFor();
  });
  await choice.click();
  const today = page.getByRole("navigation", { name: "Places" });
  await today.waitFor();
  const returning = await countScripts(page, async () => {
    await page.goto("/");
    await today.waitFor();
    await page.locator("main h1").first().waitFor();
  });
  await context.close();
  return [
    { bench: "script-weight", visit: "first", transferredBytes: first },
    { bench: "script-weight", visit: "returning", transferredBytes: returning },
  ];
};

export const benchPageWeight = async (): Promise<readonly (PageWeightFigure | ScriptWeightFigure)[]> => {
  await ensureApp(console.error);
  const app = await serveApp();
  const browser = await launchChromium();
  try {
    const figures: PageWeightFigure[] = [];
    for (const path of pages) {
      const context = await browser.newContext({ serviceWorkers: "block" });
      const page = await context.newPage();
      const network = await context.newCDPSession(page);
      let requests = 0;
      let transferredBytes = 0;
      network.on("Network.loadingFinished", ({ encodedDataLength }) => {
        requests += 1;
        transferredBytes += encodedDataLength;
      });
      await network.send("Network.enable");
      await page.goto(`${app.url}${path}`, { waitUntil: "networkidle" });
      figures.push({ bench: "page-weight", page: path, requests, transferredBytes: Math.round(transferredBytes) });
      await context.close();
    }
    return [...figures, ...(await benchScripts(browser, app.url))];
  } finally {
    await browser.close();
    await app.stop();
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const figure of await benchPageWeight()) console.log(JSON.stringify(figure));
}
