/** *Record my trace*: real motion and a tap at its lift, saved, and checked by the command line. */
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { launcher, runToEnd } from "../command-line/run-undivided.ts";
import { between, FIRST_CONTACT_MS, readTablePickup, type Trace } from "../recorded/traces.ts";
import { openPhoneThatHides } from "./hidden-page.ts";
import { findAxeViolations, openDevice, visit, type Device } from "./journey.ts";
import { fitSensors, launchPhone } from "./senses.ts";

let app: ServedApp;
let trace: Trace;
let browser: Browser;
const devices: Device[] = [];

beforeAll(async () => {
  [app, trace, browser] = await Promise.all([serveApp(), readTablePickup(), launchPhone(null)]);
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

describe("a recorded trace", () => {
  it("holds the real lift and the tap on it, says what it holds before it is saved, and detect finds the lift", async () => {
    const { page } = await open();
    const sensors = await fitSensors(page);
    const played = between(trace, 62_500, 74_000);
    const [first] = played;
    if (first !== undefined) await sensors.lieStill(first);
    await visit(page, "/trace");
    await page.getByRole("button", { name: "Begin to record" }).click();
    const lift = page.getByRole("button", { name: "I lift" });
    await lift.waitFor();
    await page.getByRole("button", { name: "Reading motion · tap to stop" }).waitFor();
    const tapped = sleep(FIRST_CONTACT_MS - 62_500).then(() => lift.click());
    await sensors.play(played);
    await tapped;
    await page.getByText("“I lift” noted at 0:0").waitFor();
    await page.getByRole("button", { name: "Stop recording" }).click();

    await page.getByRole("heading", { name: "What is in the file" }).waitFor();
    await page.getByText("Your taps: lifted 1 time, put down 0 times.").waitFor();
    await page.getByText("Nothing else: no sound, no place, no date, no name.").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the file" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("undivided-trace.csv");
    const path = await download.path();
    const text = await readFile(path, "utf8");
    expect(text).toMatch(/^undivided-trace,1\nat,ax,ay,az,ra,rb,rg,event\n/);
    expect(text.split("\n").length).toBeGreaterThan(500);

    const { code, stdout } = await runToEnd(process.execPath, [launcher, "detect", "--motion", path, "--labels", path]);
    expect(code).toBe(0);
    const lines = stdout.trim().split("\n");
    expect(lines.filter((line) => line.includes('"picked-up"') && !line.includes("moment"))).toHaveLength(1);
    const score: unknown = JSON.parse(lines.at(-1) ?? "null");
    expect(score).toMatchObject({ type: "score", hits: 1, misses: 0, falseAlarms: 0, lift: { hits: 1 } });
  });

  it("takes its taps from the keyboard in turns, one press at a time, and can take the last one back", async () => {
    const { page } = await open({ bypassCSP: true });
    const sensors = await fitSensors(page);
    const [first] = trace;
    if (first !== undefined) await sensors.lieStill(first);
    await visit(page, "/trace");
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Begin to record" }).press("Enter");
    await page.getByRole("button", { name: "I lift" }).press("Space");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "I lift 2 times" }).waitFor();
    await page.getByRole("button", { name: "I put down 1 time" }).waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    await page.getByRole("button", { name: "I lift 1 time" }).waitFor();
    await page.getByRole("button", { name: "Reading motion · tap to stop" }).press("Enter");
    await page.getByText("Your taps: lifted 1 time, put down 1 time.").waitFor();
    await page.getByText("See its first lines").press("Enter");
    const lines = await page.getByRole("region", { name: "The first lines of the file" }).innerText();
    expect(lines).toMatch(/^undivided-trace,1\nat,ax,ay,az,ra,rb,rg,event\n\d/);
    // A tap that came later than those lines is in the file all the same: what was not taken back, in turns, and nothing else.
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the file" }).click(),
    ]);
    const rows = (await readFile(await download.path(), "utf8")).trim().split("\n").slice(2);
    expect(rows.flatMap((row) => row.split(",").at(-1) || [])).toEqual(["lift", "put-down"]);
    expect(await findAxeViolations(page)).toEqual([]);
  });

  it("leaves a hidden stretch empty, and says so", async () => {
    const hiding = await openPhoneThatHides(app.url, "typing.wav", ["accelerometer", "gyroscope"]);
    try {
      const { page } = hiding;
      const sensors = await fitSensors(page);
      const [first] = trace;
      if (first !== undefined) await sensors.lieStill(first);
      await visit(page, "/trace");
      await page.getByRole("button", { name: "Begin to record" }).click();
      await page.getByText(/^[1-9]\d readings$/).waitFor();
      await hiding.hide(() => sleep(1200));
      await page.getByText(/^\d+ readings$/).waitFor();
      await sleep(500);
      await page.getByRole("button", { name: "Stop recording" }).click();
      await page.getByText(/In one stretch of \d seconds? nothing was read, because the page was hidden/).waitFor();
      expect(hiding.faults).toEqual([]);
    } finally {
      await hiding.close();
    }
  });

  it("needs a motion sensor: without one the recording is offered", async () => {
    const { page } = await open();
    await visit(page, "/trace");
    await page.getByRole("button", { name: "Begin to record" }).click();
    await page.getByRole("heading", { level: 1, name: "There is no motion sensor here" }).waitFor();
    await page.getByRole("main").getByRole("link", { name: "Look at a recording" }).click();
    await page.getByRole("heading", { level: 1, name: "Look at a recording" }).waitFor();
  });
});
