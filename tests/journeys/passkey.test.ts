/** A passkey beside the PIN, with a virtual authenticator that has the PRF extension, and with one that has not. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { begin, openDevice, visit } from "./journey.ts";

let browser: Browser;
let app: ServedApp;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchChromium(), serveApp()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const addAuthenticator = async (page: Page, hasPrf: boolean): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
};

const setBoth = async (page: Page, said: string): Promise<void> => {
  await begin(page);
  await visit(page, "/settings/lock");
  await page.getByRole("button", { name: "A PIN and a passkey" }).click();
  for (const label of ["A PIN of six digits or more", "The same once more"]) {
    await page.getByLabel(label, { exact: true }).pressSequentially("246813");
    await page.keyboard.press("Enter");
  }
  await page.getByText(said).waitFor();
};

it("a passkey opens the lock beside the PIN", async () => {
  const device = await openDevice(browser, app.url);
  const { page } = device;
  await addAuthenticator(page, true);
  await setBoth(page, "The lock is set.");
  await page.getByRole("button", { name: "Lock now" }).click();
  await page.getByRole("heading", { level: 1, name: "Locked" }).waitFor();
  await page.getByRole("button", { name: "Use the passkey" }).click();
  await page.getByRole("heading", { level: 1, name: "Lock" }).waitFor();
  expect(device.faults).toEqual([]);
  await device.close();
});

it("a passkey that cannot make a key is said to be unable, and the PIN is set all the same", async () => {
  const device = await openDevice(browser, app.url);
  const { page } = device;
  await addAuthenticator(page, false);
  await setBoth(page, "The PIN is set. This phone’s passkeys cannot open a lock.");
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Locked" }).waitFor();
  expect(await page.getByRole("button", { name: "Use the passkey" }).count()).toBe(0);
  await page.getByLabel("Your PIN", { exact: true }).pressSequentially("246813");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Lock" }).waitFor();
  await device.close();
});
