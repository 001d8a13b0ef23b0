/** Pairing in a real browser over the real relay: code, link, words, what goes wrong, a second phone, and the end of it. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { launchCameraPhone } from "./camera.ts";
import { begin, expectNoSidewaysScroll, findAxeViolationsLightAndDark, visit, type Device } from "./journey.ts";
import {
  beginForTwo,
  confirmBoth,
  isOfflineWord,
  openLink,
  openPhone,
  pair,
  showCode,
  takeLink,
  wordsOn,
} from "./two-phones.ts";

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
  const faults = devices.flatMap((device) => device.faults).filter((fault) => !isOfflineWord(fault));
  await Promise.all(devices.splice(0).map((device) => device.close()));
  expect(faults).toEqual([]);
});

const open = async (options: Parameters<typeof openPhone>[2] = {}): Promise<Device> => {
  const device = await openPhone(browser, app.url, options);
  devices.push(device);
  return device;
};

describe("two phones", () => {
  it("are paired by a link after the same words on both, and the address keeps nothing of it", async () => {
    const [{ page: one }, { page: other }] = await Promise.all([open(), open()]);
    await pair(one, other);
    expect(new URL(other.url()).hash).toBe("");
    for (const page of [one, other]) {
      await page.getByRole("link", { name: "To the time together" }).click();
      await page.getByText("Each taps start on their own phone").waitFor();
      // One pairing at a time.
      await visit(page, "/pair");
      await page.getByRole("heading", { level: 1, name: "This phone is paired" }).waitFor();
    }
  });

  it("are paired by a camera that looks at the code on the other's screen, and the camera is let go", async () => {
    const { page: one } = await open({ colorScheme: "dark" });
    await beginForTwo(one);
    await showCode(one);
    const seen = await one.getByRole("img", { name: "A code for pairing" }).screenshot();
    const camera = await launchCameraPhone(seen);
    try {
      const device = await openPhone(camera.browser, app.url, { permissions: ["camera"] });
      const { page: other } = device;
      await other.addInitScript(() => {
        const { mediaDevices } = navigator;
        const ask = mediaDevices.getUserMedia.bind(mediaDevices);
        mediaDevices.getUserMedia = async (wanted) => {
          const stream = await ask(wanted);
          for (const track of stream.getTracks()) {
            const stop = track.stop.bind(track);
            track.stop = () => {
              stop();
              document.documentElement.dataset["camera"] = track.readyState;
            };
          }
          return stream;
        };
      });
      await beginForTwo(other);
      await other.getByRole("button", { name: "Scan a code" }).click();
      await confirmBoth(one, other);
      expect(await other.locator("html").getAttribute("data-camera")).toBe("ended");
      expect(device.faults).toEqual([]);
    } finally {
      await camera.close();
    }
  });

  it("end it alone: the other reads neutral words, and may begin again", async () => {
    const [{ page: one }, { page: other }] = await Promise.all([open(), open()]);
    await pair(one, other);
    await visit(other, "/together");
    await visit(one, "/settings/leave");
    await one.getByRole("button", { name: "Leave now" }).click();
    await one.getByRole("navigation", { name: "Places" }).waitFor();
    await other.getByText("The pairing has ended. Your own records are here, as they were.").waitFor();
    expect(await other.locator("main").innerText()).not.toMatch(/partner (has )?left|your partner ended/i);
    // And a new one can begin, from the other side this time.
    await visit(other, "/pair/begin");
    const link = await showCode(other);
    await openLink(one, link);
    await confirmBoth(one, other);
  });
});

describe("what goes wrong has a way on", () => {
  it("words that differ: nothing is paired on either phone, and the other waits for no yes and learns no reason", async () => {
    const [{ page: one }, { page: other }] = await Promise.all([open(), open()]);
    await beginForTwo(one);
    await openLink(other, await showCode(one));
    await Promise.all([wordsOn(one), wordsOn(other)]);
    await one.getByRole("button", { name: "No, they differ" }).click();
    await one.getByRole("heading", { level: 1, name: "Good that you compared" }).waitFor();
    await other.getByRole("button", { name: "Yes, the same" }).click();
    await other.getByRole("heading", { level: 1, name: "It wasn’t paired" }).waitFor();
    await one.getByRole("button", { name: "Begin once more" }).click();
    await one.getByRole("heading", { level: 1, name: "Two phones, one code" }).waitFor();
    await visit(other, "/together");
    await other.getByText("It’s worth it alone, too.").waitFor();
  });

  it("a code that was used, a link that is none, and no network", async () => {
    const [{ page: one }, { page: other }, { page: third, context }] = await Promise.all([open(), open(), open()]);
    await beginForTwo(one);
    const link = await showCode(one);
    await openLink(other, link);
    await wordsOn(other);
    await openLink(third, link);
    await third.getByRole("heading", { level: 1, name: "This code was used already" }).waitFor();
    await third.getByRole("button", { name: "Begin once more" }).click();
    await third.getByRole("button", { name: "I have a link" }).click();
    await third.getByLabel("The link that the other phone made").fill("https://example.org/hello");
    await third.getByRole("button", { name: "Go on" }).click();
    await third.getByRole("heading", { level: 1, name: "This is no link for pairing" }).waitFor();
    await third.getByRole("button", { name: "Begin once more" }).click();
    await context.setOffline(true);
    await third.getByRole("button", { name: "Show a code" }).click();
    await third.getByRole("heading", { level: 1, name: "No connection just now" }).waitFor();
    await context.setOffline(false);
  });

  it("a yes to the question that a link asks begins alone, as the first screen does", async () => {
    const { page: one } = await open();
    await beginForTwo(one);
    const link = await showCode(one);
    const { page: other } = await open();
    await other.goto(link);
    await other.getByRole("button", { name: "Yes, sometimes" }).click();
    await other.getByRole("link", { name: "Log a moment" }).waitFor();
    expect(new URL(other.url()).pathname).toBe("/");
  });

  it("an invitation to another address says where", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/pair/begin");
    const link = await showCode(page);
    const elsewhere = (text: string): string => text.replace("localhost", "127.0.0.1");
    const device = await openPhone(browser, elsewhere(app.url));
    devices.push(device);
    const { page: other } = device;
    await other.goto(elsewhere(link));
    await other.getByRole("button", { name: "No", exact: true }).click();
    await other.getByRole("heading", { level: 1, name: "It belongs to another address" }).waitFor();
    await other.getByText(/uses Undivided at/).waitFor();
  });
});

describe("a second phone of one's own", () => {
  it("asks for the lock first, and brings what the first one keeps", async () => {
    const [{ page: first }, { page: second }] = await Promise.all([open(), open()]);
    await begin(first);
    await visit(first, "/pair/begin");
    await first.getByRole("button", { name: "Add a second phone of yours" }).click();
    const sheet = first.getByRole("dialog");
    await sheet.waitFor();
    for (let round = 0; round < 2; round += 1) {
      for (const digit of "246813") await sheet.getByRole("button", { name: digit, exact: true }).click();
      const on = sheet.getByRole("button", { name: /go on|set|done|open/i }).first();
      if (await on.isVisible()) await on.click();
    }
    await first.getByRole("img", { name: "A code for pairing" }).waitFor();
    const link = await takeLink(first);
    await second.goto(link);
    await second.getByRole("button", { name: "Yes, both are mine" }).click();
    expect(await wordsOn(first)).toEqual(await wordsOn(second));
    await Promise.all([first, second].map((page) => page.getByRole("button", { name: "Yes, the same" }).click()));
    await second.getByRole("heading", { level: 1, name: "This phone is yours too, now" }).waitFor();
    await first.getByRole("heading", { level: 1, name: "Your other phone is yours too, now" }).waitFor();
  });
});

describe("every screen of pairing", () => {
  it("is clean for axe, and fits a small screen with large text", async () => {
    const [{ page: one }, { page: other }] = await Promise.all([open({ bypassCSP: true }), open({ bypassCSP: true })]);
    const check = async (page: typeof one): Promise<void> => {
      expect(await findAxeViolationsLightAndDark(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await expectNoSidewaysScroll(page);
      await page.evaluate(() => (document.documentElement.style.fontSize = ""));
    };
    await beginForTwo(one);
    await check(one);
    const link = await showCode(one);
    await check(one);
    await openLink(other, link);
    await wordsOn(other);
    await check(other);
    await confirmBoth(one, other);
    await check(other);
  });
});
