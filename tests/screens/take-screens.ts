/**
 * `npm run screens`: a picture of every screen in `screens.ts` into `docs/screens`: phone and desk, light and dark, English and
 * Spanish, forced colours.
 *
 * `npm run screens -- settings lock` takes only those whose name begins so, `--way desktop` only the ways whose name does,
 * `--whole` what is below the fold too, and `--into DIR` puts them elsewhere. WebP, one pixel a point, so that all of them stay small. They are for looking at; no test
 * compares them.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { ensureApp } from "../../scripts/setup/build.mjs";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp } from "../browser/serve-app.ts";
import type { Screen } from "./screen.ts";
import { screens } from "./screens.ts";
import { createStages } from "./stages.ts";

const phone = { width: 390, height: 844 } as const;
const desktop = { width: 1280, height: 800 } as const;

const ways = [
  { name: "phone-light", viewport: phone, colorScheme: "light", locale: "en-GB" },
  { name: "phone-dark", viewport: phone, colorScheme: "dark", locale: "en-GB" },
  { name: "phone-light-es", viewport: phone, colorScheme: "light", locale: "es-MX" },
  { name: "phone-forced-es", viewport: phone, colorScheme: "dark", forcedColors: "active", locale: "es-MX" },
  { name: "desktop-light", viewport: desktop, colorScheme: "light", locale: "en-GB" },
  { name: "desktop-dark", viewport: desktop, colorScheme: "dark", locale: "en-GB" },
  { name: "desktop-light-es", viewport: desktop, colorScheme: "light", locale: "es-MX" },
  { name: "desktop-forced", viewport: desktop, colorScheme: "light", forcedColors: "active", locale: "en-GB" },
] as const;

const QUALITY = 72;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { into: { type: "string" }, whole: { type: "boolean" }, way: { type: "string", multiple: true } },
});
const folder = values.into === undefined ? join(import.meta.dirname, "../../docs/screens") : resolve(values.into);
const beginsWith =
  (starts: readonly string[]) =>
  ({ name }: { readonly name: string }): boolean =>
    starts.length === 0 || starts.some((start) => name.startsWith(start));
const isAsked = beginsWith(positionals);
/** A lock that was set is a condition of what comes after it, so those are opened even where no picture is taken. */
const isCondition = ({ name }: Screen): boolean =>
  name === "recovery-code" && beginsWith(positionals)({ name: "locked" });

const take = async (page: Page, file: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const captureBeyondViewport = values.whole ?? false;
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: QUALITY,
    captureBeyondViewport,
  });
  writeFileSync(file, Buffer.from(data, "base64"));
  await session.detach();
};

const takeAll = async (browser: Browser, url: string, way: (typeof ways)[number]): Promise<void> => {
  const stages = createStages(() =>
    browser.newContext({
      ...way,
      baseURL: url,
      reducedMotion: "reduce",
      permissions: ["clipboard-read", "clipboard-write"],
    }),
  );
  mkdirSync(join(folder, way.name), { recursive: true });
  for (const screen of screens.filter((one) => isAsked(one) || isCondition(one))) {
    try {
      const page = await stages.pageOf(screen.stage);
      await screen.open(page, () => stages.pageOf("new"));
      if (isAsked(screen)) await take(page, join(folder, way.name, `${screen.name}.webp`));
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
      console.error(`${way.name} ${screen.name}: ${reason}`);
      process.exitCode = 1;
    }
    await stages.closeNew();
  }
  await stages.close();
};

await ensureApp(console.error);
const app = await serveApp();
const browser = await launchChromium();
try {
  for (const way of ways.filter(beginsWith(values.way ?? []))) await takeAll(browser, app.url, way);
} finally {
  await browser.close();
  await app.stop();
}
