/**
 * A relay that moved to another address: a new place to every browser. With the relay's folder and a recovery code everything comes
 * along, the pairing too; without either, a sealed copy brings one's own records.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { startRelay, type RelayProcess } from "../relay/relay-process.ts";
import { begin, TODAY_HEADING, visit, waitUntilKept, type Device } from "./journey.ts";
import { isOfflineWord, openPhone, pair } from "./two-phones.ts";

const pin = "246813";
const words = "the kettle on Sundays";

let browser: Browser;
let relay: RelayProcess;
const home = mkdtempSync(join(tmpdir(), "undivided-moved-"));
const devices: Device[] = [];

beforeAll(async () => {
  [browser, relay] = await Promise.all([launchChromium(), startRelay(join(home, "old"))]);
});
afterAll(async () => {
  await browser.close();
  await relay.stop();
  rmSync(home, { recursive: true, force: true });
});

const open = async (): Promise<Page> => {
  const device = await openPhone(browser, relay.url);
  devices.push(device);
  return device.page;
};
const tap = (page: Page, name: string): Promise<void> => page.getByRole("button", { name }).first().click();
const typePin = async (page: Page, ...labels: readonly string[]): Promise<void> => {
  for (const label of labels) {
    await page.getByLabel(label, { exact: true }).pressSequentially(pin);
    await page.keyboard.press("Enter");
  }
};

const keep = async (page: Page, path: string, what: string): Promise<void> => {
  await visit(page, path);
  await tap(page, what);
  await page.getByText("Kept, just now").waitFor();
};
const show = async (page: Page, what: string): Promise<void> => {
  await visit(page, "/records");
  await page.locator("main").getByText(what).first().click();
  await tap(page, "Show it to my partner");
  await page.getByRole("dialog").getByRole("button", { name: "Show it for 28 days" }).click();
  await page.getByText("Shown until").waitFor();
};
/** Only once all that is kept is at the relay, which the page says. */
const makeCode = async (page: Page): Promise<string> => {
  await visit(page, "/settings/recovery-code");
  await tap(page, "Make a code");
  await typePin(page, "A PIN of six digits or more", "The same once more");
  const code = await page.getByLabel("Recovery code").innerText();
  await tap(page, "It’s on paper");
  await page.getByText("A sealed copy of everything is at").waitFor();
  return code;
};
const comeBack = async (page: Page, code: string): Promise<void> => {
  await visit(page, "/");
  await page.getByRole("link", { name: "I was here before" }).click();
  await page.getByLabel("Recovery code").fill(code);
  await tap(page, "Bring it back");
  await page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
};
const shown = (page: Page) => page.locator("section", { hasText: "Shown to you" });

it("brings both phones and all their records to the new address, paired and shown as before; a sealed copy brings one's own", async () => {
  const [ann, ben] = await Promise.all([open(), open()]);
  await pair(ann, ben);
  await keep(ann, "/log", "I scrolled beside you");
  await keep(ben, "/log", "I sent a quick reply");
  for (const page of [ann, ben]) {
    await keep(page, "/good", "We looked at each other");
    await show(page, "We looked at each other");
  }
  const [annCode, benCode] = await Promise.all([makeCode(ann), makeCode(ben)]);
  await waitUntilKept(ann);

  await relay.stop();
  cpSync(join(home, "old"), join(home, "new"), { recursive: true });
  const before = relay.url;
  relay = await startRelay(join(home, "new"));
  expect(relay.url).not.toBe(before);

  // At the old address the app opens as ever, and saves what is kept.
  await visit(ann, "/settings/backup");
  await typePin(ann, "Your PIN");
  await tap(ann, "Save a sealed copy");
  await typePin(ann, "Your PIN");
  await ann.getByLabel("Words that open it").fill(words);
  const [download] = await Promise.all([ann.waitForEvent("download"), tap(ann, "Save the file")]);
  const copy = await readFile(await download.path());

  const [newAnn, newBen] = await Promise.all([open(), open()]);
  await Promise.all([comeBack(newAnn, annCode), comeBack(newBen, benCode)]);
  await Promise.all([newAnn, newBen].map((page) => shown(page).first().waitFor()));
  for (const [page, kept] of [
    [newAnn, "I scrolled beside you"],
    [newBen, "I sent a quick reply"],
  ] as const) {
    await visit(page, "/records");
    await page.locator("main").getByText(kept).waitFor();
    await page.locator("main").getByText("We looked at each other").waitFor();
  }
  // They hear each other at the new address.
  await Promise.all([newAnn, newBen].map((page) => visit(page, "/together/start")));
  await newAnn.getByRole("button", { name: /^You/ }).click();
  await newBen.getByText("has tapped on their phone").waitFor();
  await tap(newAnn, "Not now");

  const alone = await open();
  await begin(alone);
  await visit(alone, "/settings/backup");
  const file = { name: download.suggestedFilename(), mimeType: "application/octet-stream", buffer: copy };
  await alone.locator("input[type=file]").setInputFiles(file);
  await alone.getByLabel("Words that open it").fill(words);
  await tap(alone, "They are mine, bring them");
  await alone.getByText(/^Brought back: [1-9]\d* new/).waitFor();
  await visit(alone, "/records");
  await alone.locator("main").getByText("I scrolled beside you").waitFor();

  const faults = devices.flatMap((device) => device.faults).filter((fault) => !isOfflineWord(fault));
  expect(faults).toEqual([]);
});
