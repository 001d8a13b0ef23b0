/** Back on a new phone by the recovery code alone, over a real relay. */
import type { Browser, Page } from "playwright-core";
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

const typePin = async (page: Page): Promise<void> => {
  await page.getByLabel("Your PIN", { exact: true }).pressSequentially("246813");
  await page.keyboard.press("Enter");
};

/** From a page that shows nothing of what is kept; the next one opens the app anew. */
const clearStores = async (page: Page, names: readonly string[]): Promise<void> => {
  await visit(page, "/settings/about");
  await page.evaluate(
    (stores) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("undivided");
        request.onsuccess = () => {
          const clearing = request.result.transaction(stores, "readwrite");
          for (const store of stores) clearing.objectStore(store).clear();
          clearing.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
        request.onerror = () => reject(new Error("not cleared"));
      }),
    [...names],
  );
};

it("a recovery code brings a person back onto a new device, and both devices show each other; and again after the browser cleared it", async () => {
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
  await old.page.getByRole("button", { name: "It’s on paper" }).click();
  await old.page.getByText("A sealed copy of everything is at").waitFor();

  // A copy that nobody needs can be ended as easily, and begun again.
  await visit(old.page, "/settings/access");
  await typePin(old.page);
  await old.page.getByRole("button", { name: "Send nothing more" }).click();
  await old.page.getByText("Nothing leaves this device.", { exact: true }).waitFor();
  await visit(old.page, "/settings/recovery-code");
  await typePin(old.page);
  await old.page.getByRole("button", { name: "Keep a sealed copy there" }).click();
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
    if (page === old.page) await typePin(page);
    await page.getByText("Another device of yours").waitFor();
    expect(await page.getByText("This device", { exact: true }).count()).toBe(1);
    expect(await page.getByText("The recovery code", { exact: true }).count()).toBe(1);
  }
  // Another device needs the relay now.
  await visit(fresh.page, "/settings/access");
  await fresh.page.getByText("The relay: sealed envelopes").waitFor();
  expect(await fresh.page.getByRole("button", { name: "Send nothing more" }).count()).toBe(0);

  // The browser clears it all: the same paper brings it back once more.
  await visit(fresh.page, "/log");
  await fresh.page.getByRole("button", { name: "I scrolled beside you" }).click();
  await fresh.page.getByText("Kept, just now").waitFor();
  await visit(fresh.page, "/settings/recovery-code");
  await fresh.page.getByText("A sealed copy of everything is at").waitFor();
  await fresh.page.goto("about:blank");
  await fresh.page.goto("/settings/about");
  await fresh.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.deleteDatabase("undivided");
        request.onsuccess = () => resolve();
        // It goes when this page does.
        request.onblocked = () => resolve();
      }),
  );
  await visit(fresh.page, "/");
  await fresh.page.getByRole("heading", { level: 1, name: "The browser has cleared this device" }).waitFor();
  await fresh.page
    .getByRole("link", { name: /recovery code|I was here before|bring/i })
    .first()
    .click();
  await fresh.page.getByLabel("Recovery code").fill(code);
  await fresh.page.getByRole("button", { name: "Bring it back" }).click();
  await fresh.page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
  await visit(fresh.page, "/records");
  await fresh.page.locator("main").getByText("I scrolled beside you").waitFor();

  // The browser clears a part only. Without the blobs the keys are gone: it is said, and the paper brings it back over the log.
  await visit(fresh.page, "/settings/recovery-code");
  await fresh.page.getByText("A sealed copy of everything is at").waitFor();
  await clearStores(fresh.page, ["blobs"]);
  await visit(fresh.page, "/");
  await fresh.page.getByRole("heading", { level: 1, name: "The browser has cleared this device" }).waitFor();
  await visit(fresh.page, "/recover");
  await fresh.page.getByLabel("Recovery code").fill(code);
  await fresh.page.getByRole("button", { name: "Bring it back" }).click();
  await fresh.page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
  await visit(fresh.page, "/records");
  await fresh.page.locator("main").getByText("I scrolled beside you").waitFor();
  await visit(fresh.page, "/settings/recovery-code");
  await fresh.page.getByText("A sealed copy of everything is at").waitFor();

  // Without the log the keys are there: it opens, and the relay brings back what was kept, to be written on.
  await clearStores(fresh.page, ["entries", "dropped", "closed"]);
  await visit(fresh.page, "/records");
  await fresh.page.locator("main").getByText("I scrolled beside you").waitFor();
  await visit(fresh.page, "/log");
  await fresh.page.getByRole("button", { name: "I gave half an answer" }).click();
  await fresh.page.getByText("Kept, just now").waitFor();
  await visit(fresh.page, "/records");
  await fresh.page.locator("main").getByText("I gave half an answer").waitFor();
  // The other device takes what it wrote since as the same one's: nothing has forked.
  await visit(old.page, "/records");
  await typePin(old.page);
  await old.page.locator("main").getByText("I gave half an answer").waitFor();
  expect([...old.faults, ...fresh.faults]).toEqual([]);
  await Promise.all([old.close(), fresh.close()]);
});
