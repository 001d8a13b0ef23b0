/**
 * By keyboard alone: the first minute, a talk, an agreement, a plan, the writing, rituals, the four weeks, a time together, a sealed copy.
 *
 * After every key the focus is on something of the page: what was tapped often goes away, and a screen reader would fall silent.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { openDevice, TODAY_HEADING, visit, type Device } from "./journey.ts";
import * as keys from "./keys.ts";

let browser: Browser;
let app: ServedApp;
let device: Device;
let page: Page;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchChromium(), serveApp()]);
  device = await openDevice(browser, app.url);
  ({ page } = device);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  expect(device.faults).toEqual([]);
});

const focusIs = (wanted: RegExp): Promise<void> => keys.expectFocus(page, wanted);
const tabTo = (wanted: RegExp, key?: string): Promise<void> => keys.tabTo(page, wanted, key);
const press = (wanted: RegExp, then: RegExp, key?: string): Promise<void> => keys.press(page, wanted, then, key);
const write = (label: RegExp, words: string): Promise<void> => keys.write(page, label, words);

it("begins alone and stands at the heading of Today, also where its file comes slowly", async () => {
  await page.route(/\/assets\/today-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await visit(page, "/");
  await press(/^Just me/, new RegExp(`^${TODAY_HEADING}$`));
  await page.unrouteAll();
});

it("leads through a whole talk and a break in it, each step heard by its heading", async () => {
  await visit(page, "/reset/talk");
  await write(/^What have I noticed/, "I look at it at supper");
  await press(/^Begin, on this screen/, /^My part$/);
  await press(/^Pause$/, /^A break$/);
  await press(/^Go on with the talk$/, /^My part$/);
  const headings: string[] = [];
  while (!(await page.getByRole("button", { name: "Finish", exact: true }).isVisible())) {
    await press(/^Go on$/, /./);
    headings.push(await page.evaluate(() => document.activeElement?.tagName ?? ""));
  }
  expect(new Set(headings)).toEqual(new Set(["H1"]));
  await press(/^Finish$/, /^Enough for today$/);
  await press(/^Write one small/, /^Agreements$/);
});

it("keeps the focus on the page where what was tapped goes away: agreement, plan, four weeks, writing", async () => {
  await write(/^I will$/, "leave my phone in the hall");
  await press(/^Keep it, for four weeks$/, /^I will leave my phone in the hall$/);
  await press(/^Change$/, /^I will$/);
  await page.keyboard.type(" at supper");
  await press(/^Keep it, for four weeks$/, /^I will leave my phone in the hall at supper$/);
  await press(/^End it$/, /^Close$/);
  await press(/^End it$/, /./);
  await page.getByText("at supper").first().waitFor({ state: "detached" });

  await visit(page, "/reset/plans");
  await press(/because I.m bored$/, /because I.m bored$/);
  await press(/^get a glass of water$/, /^get a glass of water$/);
  await press(/^Keep this plan$/, /./);
  await press(/^End it$/, /./);

  await visit(page, "/reset/four-weeks");
  const before = await page.locator("main h1").innerText();
  await press(/^Begin today$/, new RegExp(`^(?!${before}|Begin today)`));
  await visit(page, "/reset/writing");
  await write(/^As somebody who wishes you both well/, "They both want the same");
  await press(/^Keep it for me$/, /^There is a way back$/);
});

it("gives a ritual a day, moves it, leaves it out, and marks one; what a sheet was opened from has the focus again", async () => {
  await visit(page, "/reset/rituals");
  await press(/^One of my own$/, /^Close$/);
  await write(/^What it is$/, "Tea on the step");
  await press(/^Keep it$/, /^One of my own$/);
  await press(/^Give it a day.*Hello at the door/, /^Close$/);
  await page.keyboard.press("Escape");
  await focusIs(/^Give it a day.*Hello at the door$/);

  // What has a day stands above the list, and says aloud when it is next.
  const next = page.locator("article").filter({ hasText: "Tea on the step" }).getByRole("status");
  const first = await next.innerText();
  await press(/^Another time$/, /^Close$/, "Shift+Tab");
  await page.keyboard.press("Escape");
  await focusIs(/^Another time$/);
  await page.keyboard.press("Enter");
  await focusIs(/^Close$/);
  await press(/^Another time$/, /^Another time$/);
  await press(/^Not this time$/, /^Not this time$/, "Shift+Tab");
  await expect.poll(() => next.innerText()).not.toBe(first);

  // A marked one goes to the head of the list and back again.
  await tabTo(/^Keep as a favourite: /);
  const name = (await keys.focused(page)).replace(/^Keep as a favourite: /, "");
  for (const word of ["No longer a favourite", "Keep as a favourite", "No longer a favourite"]) {
    await page.keyboard.press("Enter");
    await focusIs(new RegExp(`^${word}: ${name}$`));
  }
});

it("asks the question in the dark and ends by keys, without a word of having been stopped; an undo is waited for", async () => {
  await visit(page, "/together/start");
  const heard = page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        const headings: string[] = [];
        const watch = new MutationObserver(() => {
          headings.push(document.querySelector("main h1")?.textContent ?? "");
          if (document.querySelector("dialog[open]") === null) return;
          watch.disconnect();
          resolve(headings);
        });
        watch.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["open"] });
      }),
  );
  await press(/^You/, /^May this phone hear/);
  await press(/^Begin without sound$/, /^Time together$/);
  expect((await heard).filter((heading) => /stopped/i.test(heading))).toEqual([]);
  await tabTo(/^A question to begin with/);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toMatch(/^question/);
  await press(/^Pause$/, /^Go on$/);
  await page.keyboard.press("Escape");
  await focusIs(/^Nothing could be noticed this time/);

  await press(/^A bid was answered$/, /^A bid was answered$/);
  const toast = page.getByRole("status").filter({ hasText: "Kept" });
  await toast.waitFor();
  await page.clock.install();
  await page.keyboard.press("Shift+Tab");
  await page.clock.fastForward(11_000);
  await page.keyboard.press("Shift+Tab");
  await page.clock.fastForward(11_000);
  await tabTo(/^Undo$/, "Shift+Tab");
  await page.clock.fastForward(30_000);
  await focusIs(/^Undo$/);
  await page.clock.resume();
  await page.keyboard.press("Enter");
  await focusIs(/^A bid was answered$/);
});

it("leaves the sheet that asks for the lock by Escape, and writes a new PIN twice without looking for its field", async () => {
  await visit(page, "/settings/backup");
  await press(/^Save a sealed copy/, /^Close$/);
  await page.keyboard.press("Escape");
  await focusIs(/^Save a sealed copy/);
  await page.keyboard.press("Enter");
  await focusIs(/^Close$/);
  await write(/^A PIN of/, "482915");
  for (const again of ["482916", "482915"]) {
    await page.keyboard.press("Enter");
    await focusIs(/^The same once more$/);
    await page.keyboard.type(again);
    if (again === "482915") continue;
    await page.keyboard.press("Enter");
    await focusIs(/^A PIN of/);
    await page.keyboard.type("482915");
  }
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByLabel("Words that open it").waitFor();
  await page.keyboard.press("Escape");
  await focusIs(/^Save a sealed copy/);
});
