/** A sealed copy of one's own records: saved after the lock was asked for, opened again only by the same words. */
import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { begin, findAxeViolations, openDevice, visit } from "./journey.ts";

let browser: Browser;
let app: ServedApp;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchChromium(), serveApp()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

it("a sealed copy is saved and brought back by its own words alone", async () => {
  const device = await openDevice(browser, app.url, { bypassCSP: true });
  const { page } = device;
  await begin(page);
  await visit(page, "/settings/backup");
  await page.getByRole("button", { name: "Save a sealed copy" }).click();
  for (const label of ["A PIN of six digits or more", "The same once more"]) {
    await page.getByLabel(label, { exact: true }).pressSequentially("246813");
    await page.keyboard.press("Enter");
  }
  await page.getByLabel("Words that open it").fill("short");
  await page.getByRole("button", { name: "Save the file" }).click();
  await page.getByText("A little longer, please").waitFor();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByLabel("Words that open it").fill("the kettle on Sundays");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the file" }).click(),
  ]);
  const content = await readFile(await download.path());
  expect(content.length).toBeGreaterThan(1000);
  expect(content.toString("latin1")).not.toContain('"type"');

  const upload = { name: download.suggestedFilename(), mimeType: "application/octet-stream", buffer: content };
  await page.locator("input[type=file]").setInputFiles(upload);
  await page.getByLabel("Words that open it").fill("other words, as long");
  await page.getByRole("button", { name: "They are mine, bring them" }).click();
  await page.getByText("It was sealed with other words.").waitFor();
  await page.getByLabel("Words that open it").fill("the kettle on Sundays");
  await page.getByRole("button", { name: "They are mine, bring them" }).click();
  await page.getByText("Brought back: 0 new, 0 changed, 0 were there already.").waitFor();
  expect(device.faults).toEqual([]);
  await device.close();
});
