/** A served app and a browser for one file of journeys, and a watch over its devices: each test must leave them without a fault. */
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { serveApp, type ServedApp } from "../browser/serve-app.ts";
import { openDevice, type Device } from "./journey.ts";

export interface AppUnderTest {
  readonly browser: () => Browser;
  readonly app: () => ServedApp;
  /** Looks at the device's faults after the test, and closes it. */
  readonly watch: (device: Device) => Device;
  readonly open: (options?: BrowserContextOptions) => Promise<Device>;
  /** What went wrong on the device that was opened last is part of its test. */
  readonly overlookLast: () => void;
}

/** `standard`: what every device of the file is opened with. */
export const useApp = (standard: BrowserContextOptions = {}): AppUnderTest => {
  let browser: Browser;
  let app: ServedApp;
  const devices: Device[] = [];
  const overlooked = new Set<Device | undefined>();

  beforeAll(async () => {
    [browser, app] = await Promise.all([launchChromium(), serveApp()]);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });
  afterEach(async () => {
    const faults = devices.flatMap((device) => (overlooked.has(device) ? [] : device.faults));
    await Promise.all(devices.splice(0).map((device) => device.close()));
    expect(faults).toEqual([]);
  });

  const watch = (device: Device): Device => {
    devices.push(device);
    return device;
  };
  return {
    browser: () => browser,
    app: () => app,
    watch,
    overlookLast: () => void overlooked.add(devices.at(-1)),
    open: async (options = {}) => watch(await openDevice(browser, app.url, { ...standard, ...options })),
  };
};
