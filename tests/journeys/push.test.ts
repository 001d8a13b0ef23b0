/**
 * Reminders by push on two paired phones, in Berlin and New York, over the real relay and a push service on this machine: off by
 * default, a ritual for two across a change of the clocks, the one line that is shown, and the ways by which the times are taken back.
 *
 * Weeks go by without being waited for: the pages' wall clocks, the relay's and the service's are set together.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { startPushService, type PushService } from "../push/push-service.ts";
import { startRelay, type RelayProcess } from "../relay/relay-process.ts";
import { expectNoSidewaysScroll, findAxeViolations, visit, waitUntilKept, type Device } from "./journey.ts";
import { passTime } from "./pass-time.ts";
import { deliverPush, moveSubscriptionTo, shownOn, subscribeAt, tapShown, windowsOf } from "./ringing.ts";
import { isOfflineWord, openPhone, pair } from "./two-phones.ts";

/** The clocks change in New York on 14 March 2027, and in Berlin on the 28th, in the night before that Sunday's ritual. */
const PLANNED = Date.parse("2027-03-20T12:00:00Z");
const BEFORE_FIRST = Date.parse("2027-03-21T18:04:56Z"); // 19:04:56 in Berlin, winter time
const BEFORE_SECOND = Date.parse("2027-03-28T17:04:56Z"); // 19:04:56 in Berlin, summer time
const HOUR_LATER = Date.parse("2027-03-28T18:04:56Z");

let browser: Browser;
let folder = "";
let port = 0;
let skewMs = 0;
let service: PushService;
let relay: RelayProcess;
let phones: readonly Device[] = [];
let ann: Page;
let ben: Page;
const asked: string[] = [];

const startAt = async (time: number): Promise<void> => {
  skewMs = time - Date.now();
  relay = await startRelay(folder, port, ["--push-service", service.origin], skewMs);
  port = relay.port;
};
/** Everybody's clock, from one time to another. */
const goTo = async (time: number): Promise<void> => {
  await relay.stop();
  await passTime(phones, time - (Date.now() + skewMs));
  await startAt(time);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "undivided-push-"));
  service = await startPushService(() => Date.now() + skewMs);
  await startAt(PLANNED);
  browser = await launchChromium();
  phones = await Promise.all(
    ["Europe/Berlin", "America/New_York"].map((timezoneId) =>
      openPhone(browser, relay.url, { bypassCSP: true, timezoneId, permissions: ["notifications"] }),
    ),
  );
  const [one, other] = phones;
  if (one === undefined || other === undefined) throw new Error("two phones");
  [ann, ben] = [one.page, other.page];
  await passTime(phones, skewMs);
  await Promise.all([
    subscribeAt(one.context, service.origin, "ann"),
    subscribeAt(other.context, service.origin, "ben"),
  ]);
  for (const { context } of phones) {
    context.on("request", (request) => {
      if (request.url().includes("/relay/reminders")) asked.push(request.method());
    });
  }
});
afterAll(async () => {
  const faults = phones.flatMap((device) => device.faults);
  await browser.close();
  await relay.stop();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
  // The relay is stopped in between: what a browser says to that is no fault.
  const isStopped = (fault: string): boolean => fault === "Failed to load resource: net::ERR_CONNECTION_REFUSED";
  expect(faults.filter((fault) => !isOfflineWord(fault) && !isStopped(fault))).toEqual([]);
});

const tap = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();
const ringing = (page: Page): Locator => page.getByRole("switch", { name: "Let the app ring on this device" });
const rungFor = (): readonly string[] => service.taken.map(({ path }) => path.replace("/push/", "")).toSorted();
const inRelay = (name: string): boolean => readFileSync(join(folder, "reminders.sqlite")).includes(`/push/${name}`);

/** Waking a worker takes a busy machine more than a second. */
const PATIENTLY = { timeout: 20_000 } as const;

describe("a ritual for two, with reminders by push", () => {
  it("asks the relay nothing and rings nobody until its own owner switched it on and set a reminder", async () => {
    await pair(ann, ben);
    await Promise.all([ann, ben].map(waitUntilKept));
    await visit(ann, "/reset/rituals");
    await tap(ann, /^Give it a day.*Hello at the door/);
    const sheet = ann.getByRole("dialog");
    for (const day of ["Sunday", "Thursday"]) await tap(sheet, day);
    await sheet.getByLabel("At what time").fill("19:15");
    await tap(sheet, "Keep it");
    await tap(ann, "Suggest it for two");
    await ann.getByText("Suggested. It ends by itself.").waitFor();
    expect(asked).toEqual([]);

    await visit(ann, "/reset/reminders");
    expect(await ringing(ann).isChecked()).toBe(false);
    expect(asked).toEqual([]);
    expect(await findAxeViolations(ann)).toEqual([]);
    await expectNoSidewaysScroll(ann);
    await ringing(ann).click();
    await ann.getByText("Nothing to ring for in the next four weeks.").waitFor();
    expect(inRelay("ann")).toBe(false);

    await visit(ann, "/reset/rituals");
    await tap(ann, "Reminder");
    await tap(ann.getByRole("dialog"), "10 minutes before");
    await ann.getByText("Reminder: 10 minutes before").waitFor();
    await visit(ann, "/reset/reminders");
    await ann.getByText(/Rings next: Sunday.*21 March.*19:05/).waitFor();
    await expect.poll(() => inRelay("ann")).toBe(true);

    // Ben joins in; that alone rings nowhere, also where he lets the app ring.
    await visit(ben, "/reset/rituals");
    await tap(ben, "Join in");
    await ben.getByRole("button", { name: "Into my calendar" }).waitFor();
    await visit(ben, "/reset/reminders");
    await ringing(ben).click();
    await ben.getByText("Nothing to ring for in the next four weeks.").waitFor();
    expect(inRelay("ben")).toBe(false);
    await visit(ben, "/reset/rituals");
    await tap(ben, "Reminder");
    await tap(ben.getByRole("dialog"), "10 minutes before");
    await ben.getByText("Reminder: 10 minutes before").waitFor();
    await visit(ben, "/reset/reminders");
    // New York has changed its clocks already: five hours behind.
    await ben.getByText(/Rings next: Sunday.*21 March.*14:05/).waitFor();
    await expect.poll(() => inRelay("ben")).toBe(true);
  });

  it("rings once on each phone before and after the clocks have changed, and not an hour later", async () => {
    await goTo(BEFORE_FIRST);
    await expect.poll(rungFor, { timeout: 30_000 }).toEqual(["ann", "ben"]);
    await goTo(BEFORE_SECOND);
    await expect.poll(rungFor, { timeout: 30_000 }).toEqual(["ann", "ann", "ben", "ben"]);
    await goTo(HOUR_LATER);
    await ann.waitForTimeout(7000);
    expect(rungFor()).toEqual(["ann", "ann", "ben", "ben"]);
    expect(service.refused).toEqual([]);
    expect(service.taken.every(({ bodyBytes }) => bodyBytes === 0)).toBe(true);
  });
});

describe("the line that a push shows", () => {
  it("is one and the same whatever the push carries, silent while the app is looked at, and takes the place of the one before", async () => {
    await visit(ann, "/reset/reminders");
    const line = { title: "Reminder", body: "", silent: true, hasData: false };
    for (const data of ["", "Hello at the door, with Ben, at 19:15"]) {
      await deliverPush(ann, data);
      await expect.poll(() => shownOn(ann), PATIENTLY).toEqual([line]);
    }
    await visit(ann, "/settings/language");
    await ann.getByLabel("Español").check();
    await visit(ann, "/reset/reminders");
    await ann.waitForTimeout(2500);
    await deliverPush(ann, "");
    await expect.poll(() => shownOn(ann), PATIENTLY).toEqual([{ ...line, title: "Recordatorio" }]);
    expect(await findAxeViolations(ann)).toEqual([]);
    await visit(ann, "/settings/language");
    await ann.getByLabel("English").check();
  });
});

describe("a tap on the line", () => {
  it("brings a window of the app to the front as it is, else opens Today, and nothing else whatever it was given", async () => {
    await visit(ann, "/reset/reminders");
    expect(await shownOn(ann)).toHaveLength(1);
    expect(await tapShown(ann)).toEqual(["focus /reset/reminders"]);
    expect(await shownOn(ann)).toEqual([]);

    await deliverPush(ann, '{"url":"https://elsewhere.example/"}');
    await expect.poll(() => shownOn(ann), PATIENTLY).toHaveLength(1);
    await ann.goto("about:blank");
    await expect.poll(() => windowsOf(ann), PATIENTLY).toBe(0);
    expect(await tapShown(ann)).toEqual(["open /"]);
    await visit(ann, "/reset/reminders");
    expect(await shownOn(ann)).toEqual([]);
  });
});

describe("a subscription that gets another address", () => {
  it("is told to the relay by the worker, which keeps the times; where that fails the app does it when it is next open", async () => {
    await moveSubscriptionTo(ann, `${service.origin}/push/moved`);
    expect(inRelay("moved")).toBe(true);
    expect(inRelay("ann")).toBe(false);

    await moveSubscriptionTo(ann, null);
    asked.length = 0;
    await visit(ann, "/");
    await expect.poll(() => inRelay("ann"), { timeout: 20_000 }).toBe(true);
    expect(asked).toContain("PUT");
  });
});

describe("the times at the relay", () => {
  it("go when a pairing ends, which waits for no relay, and the other phone keeps its own", async () => {
    await visit(ann, "/settings/leave");
    await ann.getByText("Reminders on this device are switched off as well.").waitFor();
    await relay.stop();
    await tap(ann, "Leave now");
    await ann.getByRole("navigation", { name: "Places" }).waitFor();
    await startAt(Date.now() + skewMs);
    await visit(ann, "/reset/reminders");
    expect(await ringing(ann).isChecked()).toBe(false);
    await expect.poll(() => inRelay("ann"), { timeout: 20_000 }).toBe(false);
    expect(await shownOn(ann)).toEqual([]);
    expect(inRelay("ben")).toBe(true);
  });

  it("go when everything is erased", async () => {
    await visit(ben, "/settings/backup");
    await tap(ben, /^Erase/);
    await tap(ben.getByRole("dialog"), /^Erase/);
    await ben.getByRole("button", { name: "Just me" }).waitFor();
    await expect.poll(() => inRelay("ben"), { timeout: 20_000 }).toBe(false);
    expect(
      await ben.evaluate(async () => [await caches.has("undivided-push-1"), localStorage.getItem("undivided.push")]),
    ).toEqual([false, null]);
  });
});
