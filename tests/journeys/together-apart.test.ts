/**
 * Together time on two phones that cannot hear each other: no network all the while, and a relay that is killed in the middle and comes
 * back with nothing. What both tapped is one time on both afterwards, and the same one; the rest is each one's own.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { startRelay, type RelayProcess } from "../relay/relay-process.ts";
import { visit, waitUntilKept, type Device } from "./journey.ts";
import { passTime } from "./pass-time.ts";
import { isOfflineWord, openPhone, pair } from "./two-phones.ts";

const MINUTE_MS = 60_000;
/** What a phone needs to find its relay again: it waits longer after each attempt. */
const AGAIN_MS = 45_000;

let browser: Browser;
let relay: RelayProcess;
let ann: Device;
let ben: Device;
const folder = mkdtempSync(join(tmpdir(), "undivided-apart-"));

beforeAll(async () => {
  [browser, relay] = await Promise.all([launchChromium(), startRelay(folder)]);
  [ann, ben] = await Promise.all([openPhone(browser, relay.url), openPhone(browser, relay.url)]);
  await pair(ann.page, ben.page);
});
afterAll(async () => {
  const faults = [ann, ben].flatMap((device) => device.faults).filter((fault) => !isOfflineWord(fault));
  await browser.close();
  await relay.stop();
  rmSync(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

const each = <T>(act: (page: Page) => Promise<T>): Promise<readonly T[]> =>
  Promise.all([ann, ben].map(({ page }) => act(page)));
const tap = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).click();
const dark = (page: Page) => page.getByRole("dialog", { name: "Time together" });
const tapStart = async (page: Page): Promise<void> => {
  await visit(page, "/together/start");
  await tap(page, /^You/);
};
const sayNoSound = (page: Page): Promise<void> => page.getByText("No sound", { exact: true }).click();
const end = async (page: Page): Promise<void> => {
  await dark(page).getByRole("button", { name: "End", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Nothing could be noticed this time." }).waitFor();
};
const lasted = (page: Page, length: string): Promise<void> =>
  page
    .getByText(new RegExp(`, ${length}$`))
    .first()
    .waitFor();
const onBoth = (page: Page, length: string): Promise<void> =>
  page.getByText(`${length} of it on both phones.`).waitFor({ timeout: AGAIN_MS });

describe("a time together without a network", () => {
  it("begins on each phone without waiting; later the overlap is joined on both, and the rest stays each one's own", async () => {
    await each(waitUntilKept);
    await Promise.all([ann, ben].map(({ context }) => context.setOffline(true)));
    await tapStart(ann.page);
    await sayNoSound(ann.page);
    await ann.page.getByText("Nothing has come from the other phone yet.").waitFor();
    await tap(ann.page, "Begin without waiting");
    await dark(ann.page).waitFor();
    await passTime([ann, ben], 3 * MINUTE_MS);
    await tapStart(ben.page);
    await tap(ben.page, "Begin now, without sound");
    await dark(ben.page).waitFor();
    await passTime([ann, ben], 9 * MINUTE_MS);
    await end(ann.page);
    await passTime([ann, ben], 4 * MINUTE_MS);
    await end(ben.page);
    await Promise.all([lasted(ann.page, "12 minutes"), lasted(ben.page, "13 minutes")]);
    expect(await each((page) => page.getByText("on both phones").count())).toEqual([0, 0]);

    await Promise.all([ann, ben].map(({ context }) => context.setOffline(false)));
    await each((page) => onBoth(page, "9 minutes"));
    await Promise.all([lasted(ann.page, "12 minutes"), lasted(ben.page, "13 minutes")]);

    // It was another evening after all, says one; that is their own affair, and the other hears no word of it.
    await ann.page.getByText("More about this time").click();
    await tap(ann.page, "It wasn’t the same time as on the other phone");
    await ann.page.getByText("of it on both phones").waitFor({ state: "detached" });
    await onBoth(ben.page, "9 minutes");
  });
});

describe("a relay that is killed in the middle and comes back empty", () => {
  it("ends nothing; what was tapped meanwhile is heard when it is back, and both have the same time", async () => {
    await passTime([ann, ben], 60 * MINUTE_MS);
    await tapStart(ann.page);
    await tapStart(ben.page);
    // One no is a no: the other is not asked any more.
    await sayNoSound(ann.page);
    await each((page) => dark(page).waitFor());
    const { port } = relay;
    await relay.kill();
    await passTime([ann, ben], 5 * MINUTE_MS);
    await tap(ann.page, "Pause");
    await dark(ann.page).getByText("Paused. Nothing is read.").waitFor();
    await passTime([ann, ben], 2 * MINUTE_MS);
    await tap(ann.page, "Go on");
    await dark(ann.page).getByText("Paused. Nothing is read.").waitFor({ state: "detached" });
    await passTime([ann, ben], 6 * MINUTE_MS);
    await end(ann.page);

    rmSync(folder, { recursive: true, force: true });
    relay = await startRelay(folder, port);
    await dark(ben.page).getByText("It has ended on the other phone.").waitFor({ timeout: AGAIN_MS });
    await end(ben.page);
    await each((page) => onBoth(page, "11 minutes"));
    await each((page) => lasted(page, "13 minutes"));

    // Also for whoever comes back later; what Ann parted before stays parted.
    const rows = async (page: Page): Promise<readonly string[]> => {
      await visit(page, "/together");
      const found = page.getByText(/ minutes, on (both phones|this phone)$/);
      await found.nth(1).waitFor();
      return found.allInnerTexts();
    };
    expect(await rows(ann.page)).toEqual(["13 minutes, on both phones", "12 minutes, on this phone"]);
    expect(await rows(ben.page)).toEqual(["13 minutes, on both phones", "13 minutes, on both phones"]);
  });
});
