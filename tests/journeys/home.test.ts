/** What a device keeps, in a real browser: the lock, two tabs, erasing, a cleared browser, a newer version, no network. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import {
  begin,
  findAxeViolations,
  openDevice,
  TODAY_HEADING,
  visit,
  waitUntilKept,
  WELCOME_HEADING,
  type Device,
} from "./journey.ts";

const pin = "246813";

let browser: Browser;
let app: ServedApp;
const devices: Device[] = [];

beforeAll(async () => {
  [browser, app] = await Promise.all([launchChromium(), serveApp()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});
afterEach(async () => {
  const faults = devices.flatMap((device) => device.faults);
  await Promise.all(devices.splice(0).map((device) => device.close()));
  expect(faults).toEqual([]);
});

const open = async (options: Parameters<typeof openDevice>[2] = {}): Promise<Device> => {
  const device = await openDevice(browser, app.url, options);
  devices.push(device);
  return device;
};

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

const typePin = async (page: Page, label: string, digits: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).pressSequentially(digits);
  await page.keyboard.press("Enter");
};

const setPin = async (page: Page): Promise<void> => {
  await visit(page, "/settings/lock");
  await page.getByRole("button", { name: "Set a PIN" }).click();
  await typePin(page, "A PIN of six digits or more", pin);
  await typePin(page, "The same once more", pin);
  await page.getByText("The lock is set.").waitFor();
};

describe("the lock", () => {
  it("is set by typing a PIN twice, shuts every page that shows what is kept, and opens again", async () => {
    const { page } = await open({ bypassCSP: true });
    await begin(page);
    await setPin(page);
    await page.getByRole("button", { name: "Lock now" }).click();
    await heading(page, "Locked").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.getByRole("navigation", { name: "Places" }).count()).toBe(0);
    await visit(page, "/settings/access");
    await heading(page, "Locked").waitFor();
    await typePin(page, "Your PIN", "111111");
    await page.getByText("That was another one. Try again.").waitFor();
    // By the keys on the screen.
    for (const digit of pin) await page.getByRole("button", { name: digit, exact: true }).click();
    await page.getByRole("button", { name: "Done" }).click();
    await heading(page, "Everything here is yours. Nothing is shared.").waitFor();
  });

  it("asks to wait after several wrong ones, in kind words, and a new start does not shorten it", async () => {
    const { page } = await open();
    await begin(page);
    await setPin(page);
    await page.reload();
    await heading(page, "Locked").waitFor();
    for (let tries = 0; tries < 5; tries += 1) {
      await typePin(page, "Your PIN", "111111");
      await page
        .getByRole("alert")
        .filter({ hasText: tries < 4 ? "That was another one" : "A short breather" })
        .waitFor();
      if (tries < 4) await expect.poll(() => page.getByLabel("Your PIN", { exact: true }).isEnabled()).toBe(true);
    }
    expect(await page.getByLabel("Your PIN", { exact: true }).isEnabled()).toBe(false);
    await page.reload();
    await page.getByText(/A short breather: \d+ seconds, then try again\./).waitFor();
    expect(await page.getByLabel("Your PIN", { exact: true }).isEnabled()).toBe(false);
  });

  it("is asked for once more before the recovery code is shown, and the code opens it", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/settings/recovery-code");
    await page.getByRole("button", { name: "Make a code" }).click();
    // Without a lock, the first thing that asks for one makes its owner set one.
    await page.getByRole("heading", { name: "First a lock" }).waitFor();
    await typePin(page, "A PIN of six digits or more", pin);
    await typePin(page, "The same once more", pin);
    await heading(page, "Write this on paper").waitFor();
    const code = await page.getByLabel("Recovery code").innerText();
    await page.getByRole("button", { name: "It is on paper" }).click();
    await page.getByRole("button", { name: "Make a new code" }).click();
    await page.getByRole("heading", { name: "Is it you?" }).waitFor();
    await page.keyboard.press("Escape");
    await heading(page, "Recovery code").waitFor();
    expect(await page.locator("main").innerText()).not.toContain(code.split(/\s+/)[0] ?? "no code");

    await page.reload();
    await heading(page, "Locked").waitFor();
    await page.getByRole("button", { name: "Use the recovery code" }).click();
    await page.getByLabel("Recovery code").fill(code);
    await page.getByRole("button", { name: "Open" }).click();
    await heading(page, "Recovery code").waitFor();
  });
});

describe("two tabs", () => {
  it("belong to one device: a lock that is set in one is asked for in the other", async () => {
    const { page, context } = await open();
    await begin(page);
    const other = await context.newPage();
    await visit(other, "/settings/access");
    await heading(other, "Everything here is yours. Nothing is shared.").waitFor();
    await page.bringToFront();
    await setPin(page);
    await heading(other, "Locked").waitFor();
    await heading(page, "Lock").waitFor();
  });

  it("that begin at once are one device all the same", async () => {
    const { page, context } = await open();
    const other = await context.newPage();
    await Promise.all([visit(page, "/"), visit(other, "/")]);
    await Promise.all([page, other].map((tab) => tab.getByRole("button", { name: "Just me" }).click()));
    for (const tab of [page, other]) {
      await tab.reload();
      await heading(tab, TODAY_HEADING).waitFor();
      await visit(tab, "/settings/devices");
      expect(await tab.getByText("This device").count()).toBe(1);
      expect(await tab.getByText("Another device of yours").count()).toBe(0);
    }
  });
});

describe("erasing", () => {
  it("leaves nothing on the device, without a network too, and other tabs begin anew", async () => {
    const { page, context } = await open();
    await begin(page);
    await waitUntilKept(page);
    const other = await context.newPage();
    await visit(other, "/settings");
    await visit(page, "/settings/backup");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Erase everything here" }).click();
    await page.getByRole("button", { name: "Erase it" }).click();
    await heading(page, WELCOME_HEADING).waitFor();
    await visit(other, "/");
    await heading(other, WELCOME_HEADING).waitFor();
    const left = await page.evaluate(async () => [await indexedDB.databases(), Object.keys(localStorage)] as const);
    expect(left).toEqual([[], []]);
  });
});

describe("a browser that does not keep what it should", () => {
  it("is told when it cleared everything, and one can begin anew", async () => {
    const { page } = await open({ bypassCSP: true });
    await begin(page);
    await page.goto("about:blank");
    await page.goto("/settings/about");
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.deleteDatabase("undivided");
          request.onsuccess = () => resolve();
          request.onblocked = () => resolve();
        }),
    );
    await visit(page, "/");
    await heading(page, "The browser has cleared this device").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Begin anew on this device" }).click();
    await heading(page, TODAY_HEADING).waitFor();
  });

  it("is told when a newer version wrote what is kept, and nothing of it is touched", async () => {
    const { page } = await open();
    await visit(page, "/settings/about");
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open("undivided", 900);
          request.onupgradeneeded = () => request.result.createObjectStore("of-later");
          request.onsuccess = () => {
            request.result.close();
            localStorage.setItem("undivided.begun", "1");
            resolve();
          };
        }),
    );
    await visit(page, "/");
    await heading(page, "A newer version was here").waitFor();
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ version }) => version))).toEqual([900]);
  });

  it("is told when storage is refused, and the pages that need none still open", async () => {
    const { page } = await open();
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("not allowed here", "SecurityError");
      };
    });
    await visit(page, "/");
    await page.getByRole("button", { name: "Just me" }).click();
    await heading(page, "This browser keeps nothing here").waitFor();
    await visit(page, "/help");
    await heading(page, "Help").waitFor();
  });
});

describe("without a network", () => {
  it("opens what is kept, and the lock too", async () => {
    const { page, context } = await open();
    await begin(page);
    await setPin(page);
    await waitUntilKept(page);
    await context.setOffline(true);
    await visit(page, "/");
    await heading(page, "Locked").waitFor();
    await typePin(page, "Your PIN", pin);
    await heading(page, TODAY_HEADING).waitFor();
  });
});
