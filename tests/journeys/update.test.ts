/** A newer version of the app: offered, never forced. Served from a folder whose service worker changes once. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";
import { begin, openDevice, visit, waitUntilKept } from "./journey.ts";

const dist = join(import.meta.dirname, "../../apps/web/dist");
const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

let version = 1;
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const name = extname(path) === "" ? "/index.html" : path;
  void readFile(join(dist, name)).then(
    (content) => {
      response.setHeader("content-type", types[extname(name)] ?? "application/octet-stream");
      response.setHeader("cache-control", "no-cache");
      response.end(name === "/service-worker.js" ? `${content.toString()}\n// version ${version}` : content);
    },
    () => response.writeHead(404).end(),
  );
});

let browser: Browser;
let url: string;

beforeAll(async () => {
  browser = await launchChromium();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  url = `http://localhost:${address.port}`;
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it("is offered, waits for as long as it is not wanted, and is taken by one tap", async () => {
  const { page, faults, close } = await openDevice(browser, url);
  await visit(page, "/together");
  await waitUntilKept(page);
  const offer = page.getByText("A newer version is ready.");
  expect(await offer.count()).toBe(0);

  version = 2;
  await page.reload();
  await offer.waitFor();
  await page.getByRole("button", { name: "Later" }).click();
  await offer.waitFor({ state: "detached" });

  // Still the old one after another visit: nobody was asked to hurry.
  await visit(page, "/guide");
  await offer.waitFor();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)).toBe(true);

  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Take it now" }).click();
  await reloaded;
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
  expect(await offer.count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

it("says nothing while a time together runs, loads nothing again, and is offered when it is over", async () => {
  const { page, faults, close } = await openDevice(browser, url);
  await begin(page);
  await waitUntilKept(page);
  await visit(page, "/together/start");
  await page.getByRole("button", { name: /^You/ }).click();
  await page.getByRole("button", { name: "Begin without sound" }).click();
  const dark = page.getByRole("dialog", { name: "Time together" });
  await dark.waitFor();
  await page.evaluate(() => (document.documentElement.dataset["same"] = "yes"));
  version += 1;
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
  expect(await page.getByText("A newer version is ready.").isVisible()).toBe(false);
  expect(await page.locator("html").getAttribute("data-same")).toBe("yes");
  await dark.getByRole("button", { name: "End", exact: true }).click();
  await page.getByText("A newer version is ready.").waitFor();
  expect(await page.locator("html").getAttribute("data-same")).toBe("yes");
  expect(faults).toEqual([]);
  await close();
});
