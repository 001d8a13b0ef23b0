/**
 * `npm run screens`: a picture of every screen in `screens.ts` into `docs/screens`: phone and desktop, light and dark, Spanish.
 *
 * `npm run screens -- settings lock` takes only those whose name begins so. WebP, one pixel a point, so that all of them stay small.
 * They are for looking at; no test compares them.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { ensureApp } from "../../scripts/setup/build.mjs";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp } from "../browser/serve-app.ts";
import { goTo, screens, type Screen } from "./screens.ts";

const phone = { width: 390, height: 844 } as const;
const desktop = { width: 1280, height: 800 } as const;

const ways = [
  { name: "phone-light", viewport: phone, colorScheme: "light", locale: "en-GB" },
  { name: "phone-dark", viewport: phone, colorScheme: "dark", locale: "en-GB" },
  { name: "phone-light-es", viewport: phone, colorScheme: "light", locale: "es-ES" },
  { name: "desktop-light", viewport: desktop, colorScheme: "light", locale: "en-GB" },
  { name: "desktop-dark", viewport: desktop, colorScheme: "dark", locale: "en-GB" },
] as const;

const QUALITY = 72;

const take = async (page: Page, file: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  writeFileSync(file, Buffer.from(data, "base64"));
  await session.detach();
};

const folder = join(import.meta.dirname, "../../docs/screens");
const asked = process.argv.slice(2);
const isAsked = ({ name }: Screen): boolean => asked.length === 0 || asked.some((start) => name.startsWith(start));

const takeAll = async (browser: Browser, url: string, way: (typeof ways)[number]): Promise<void> => {
  const open = (): ReturnType<Browser["newContext"]> =>
    browser.newContext({ ...way, baseURL: url, reducedMotion: "reduce" });
  mkdirSync(join(folder, way.name), { recursive: true });
  const begun = await open();
  const page = await begun.newPage();
  await goTo(page, "/");
  await page.locator("main button").first().click();
  await page.locator("nav ul").waitFor();
  for (const screen of screens) {
    // Those in between may be a condition of the next (a lock that was set), so all are opened and only some are taken.
    const context = screen.first === true ? await open() : null;
    const shown = context === null ? page : await context.newPage();
    try {
      await screen.open(shown);
      if (isAsked(screen)) await take(shown, join(folder, way.name, `${screen.name}.webp`));
    } catch (error) {
      console.error(
        `${way.name} ${screen.name}: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : ""}`,
      );
      process.exitCode = 1;
    }
    await context?.close();
  }
  await begun.close();
};

await ensureApp(console.error);
const app = await serveApp();
const browser = await launchChromium();
try {
  for (const way of ways) await takeAll(browser, app.url, way);
} finally {
  await browser.close();
  await app.stop();
}
