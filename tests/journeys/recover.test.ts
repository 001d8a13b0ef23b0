/** Back on a new phone by the recovery code alone, over a real relay. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { begin, findAxeViolations, openDevice, TODAY_HEADING, visit } from "./journey.ts";

let browser: Browser;
let app: ServedApp;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchChromium(), serveApp()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

it("a recovery code brings a person back onto a new device, and both devices show each other", async () => {
  const old = await openDevice(browser, app.url);
  await begin(old.page);
  await visit(old.page, "/settings/recovery-code");
  await old.page.getByRole("button", { name: "Keep a sealed copy there" }).click();
  await old.page.getByText("A sealed copy of everything is at").waitFor();
  await old.page.getByRole("button", { name: "Make a code" }).click();
  for (const label of ["A PIN of six digits or more", "The same once more"]) {
    await old.page.getByLabel(label, { exact: true }).pressSequentially("246813");
    await old.page.keyboard.press("Enter");
  }
  await old.page.getByRole("heading", { level: 1, name: "Write this on paper" }).waitFor();
  const code = await old.page.getByLabel("Recovery code").innerText();
  await old.page.getByRole("button", { name: "It is on paper" }).click();
  await old.page.getByText("A sealed copy of everything is at").waitFor();

  const fresh = await openDevice(browser, app.url, { bypassCSP: true });
  await visit(fresh.page, "/");
  await fresh.page.getByRole("link", { name: "I was here before" }).click();
  await fresh.page.getByLabel("Recovery code").fill(code.replace(/\S/, (letter) => (letter === "7" ? "8" : "7")));
  await fresh.page.getByRole("button", { name: "Bring it back" }).click();
  await fresh.page.getByText("One letter is off").waitFor();
  expect(await findAxeViolations(fresh.page)).toEqual([]);
  await fresh.page.getByLabel("Recovery code").fill(code.toLowerCase());
  await fresh.page.getByRole("button", { name: "Bring it back" }).click();
  await fresh.page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();

  for (const { page } of [old, fresh]) {
    await visit(page, "/settings/devices");
    if (page === old.page) {
      await page.getByLabel("Your PIN", { exact: true }).pressSequentially("246813");
      await page.keyboard.press("Enter");
    }
    await page.getByText("Another device of yours").waitFor();
    expect(await page.getByText("This device", { exact: true }).count()).toBe(1);
    expect(await page.getByText("The recovery code", { exact: true }).count()).toBe(1);
  }
  expect([...old.faults, ...fresh.faults]).toEqual([]);
  await Promise.all([old.close(), fresh.close()]);
});
