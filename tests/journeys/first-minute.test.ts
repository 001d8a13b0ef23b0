/** The first minute in a real browser: what it is, alone or for two, and the private question that leaves no trace (rule 10). */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  desktop,
  expectNoSidewaysScroll,
  findAxeViolationsLightAndDark,
  phone,
  TODAY_HEADING,
  visit,
} from "./journey.ts";
import { useApp } from "./app-under-test.ts";

const { open } = useApp();

const tap = (page: Page, name: string): Promise<void> => page.getByRole("button", { name }).click();

/** Everything that somebody could look at afterwards on this phone. What is random in it (identifiers, sealed bytes) counts by its size. */
const tracesOf = (page: Page) =>
  page.evaluate(async () => {
    const databases = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = "" }) => {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error("not opened"));
        });
        const stores = [...database.objectStoreNames];
        const counts = await Promise.all(
          stores.map(
            (store) =>
              new Promise<string>((resolve) => {
                const request = database.transaction(store).objectStore(store).count();
                request.onsuccess = () => resolve(`${store}: ${request.result}`);
              }),
          ),
        );
        database.close();
        return [name, ...counts];
      }),
    );
    const kept = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname).sort(),
      ),
    );
    return {
      address: location.href,
      back: history.length,
      state: JSON.stringify(history.state),
      local: Object.entries(localStorage).sort(),
      session: Object.entries(sessionStorage),
      cookies: document.cookie,
      databases,
      kept,
      title: document.title,
      screen: document.querySelector("main")?.textContent,
    };
  });

describe("the first minute", () => {
  it("says what it is on one screen and takes one tap alone", async () => {
    const { page } = await open();
    let connections = 0;
    page.on("websocket", () => (connections += 1));
    await visit(page, "/");
    expect(await page.getByRole("navigation", { name: "Places" }).count()).toBe(0);
    expect(await page.locator("input, textarea").count()).toBe(0);
    await tap(page, "Just me");
    await page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
    await page.waitForLoadState("networkidle");
    expect(connections, "it stays on this phone: no relay is spoken to").toBe(0);
  });

  it("asks the private question before anything for two, and then leads to pairing", async () => {
    const { page } = await open();
    await visit(page, "/");
    await tap(page, "The two of us");
    await page.getByRole("heading", { level: 1, name: "One question, for you alone" }).waitFor();
    await page.getByRole("button", { name: "No", exact: true }).click();
    await page.waitForURL("**/pair/begin");
  });

  it("shows the first minute wherever somebody who has not begun comes in, except where nothing is needed", async () => {
    const { page } = await open();
    await visit(page, "/settings/access");
    await page.getByRole("button", { name: "Just me" }).waitFor();
    await visit(page, "/settings/about");
    await page.getByRole("heading", { level: 1, name: "About" }).waitFor();
    // Who came by the code on the basket goes on to the start.
    await visit(page, "/together/start");
    await tap(page, "Just me");
    await page.getByRole("button", { name: /^You/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/together/start");
  });

  it("can be gone through by keyboard, and is clean for axe on a phone and a desk, light and dark", async () => {
    const { page } = await open({ bypassCSP: true });
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size);
      await visit(page, "/");
      expect(await findAxeViolationsLightAndDark(page)).toEqual([]);
      await page.getByRole("button", { name: "The two of us" }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "One question, for you alone" }).waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
      expect(await findAxeViolationsLightAndDark(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await expectNoSidewaysScroll(page);
    }
  });
});

describe("the answer to the private question", () => {
  it("cannot be told afterwards: alone, yes and rather not leave the same history, storage and screen", async () => {
    const ways: readonly (readonly string[])[] = [
      ["Just me"],
      ["The two of us", "Yes, sometimes"],
      ["The two of us", "I’d rather not say"],
      ["The two of us", "Back", "Just me"],
    ];
    const traces: unknown[] = [];
    for (const way of ways) {
      const { page } = await open();
      const requests: string[] = [];
      await visit(page, "/");
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      page.on("request", (request) => requests.push(new URL(request.url()).pathname));
      for (const name of way) await tap(page, name);
      await page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
      await page.waitForLoadState("networkidle");
      traces.push({ ...(await tracesOf(page)), requests: requests.sort() });
    }
    for (const trace of traces.slice(1)) expect(trace).toEqual(traces[0]);
  });

  it("is not asked for in the history: Back leaves the app's first page as if nothing had been asked", async () => {
    const { page } = await open();
    await page.goto("about:blank");
    await visit(page, "/");
    await tap(page, "The two of us");
    await tap(page, "Yes, sometimes");
    await page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
    await page.goBack();
    expect(page.url()).toBe("about:blank");
  });
});

describe("a plain name on the home screen", () => {
  it("is chosen before installing, stays, and changes nothing but name and pictures", async () => {
    const { page } = await open();
    const manifestOf = async (): Promise<Record<string, unknown>> => {
      const href = await page.locator("link[rel=manifest]").getAttribute("href");
      const read: unknown = await (await page.request.get(href ?? "")).json();
      return typeof read === "object" && read !== null ? Object.fromEntries(Object.entries(read)) : {};
    };
    await visit(page, "/install");
    const own = await manifestOf();
    await page.getByRole("radio", { name: "Evenings" }).check({ force: true });
    await page.reload();
    await page.locator("main h1").waitFor();
    const plain = await manifestOf();
    expect(await page.getByRole("radio", { name: "Evenings" }).isChecked()).toBe(true);
    expect(JSON.stringify(plain)).not.toMatch(/undivided/i);
    const changed = Object.keys(own).filter((key) => JSON.stringify(own[key]) !== JSON.stringify(plain[key]));
    expect(changed.sort()).toEqual(["description", "icons", "name", "short_name"]);
    expect(Object.keys(plain).sort()).toEqual(Object.keys(own).sort());
    // Nor does the tab name it.
    expect(await page.title()).toBe("On the home screen · Evenings");
    await visit(page, "/settings/language");
    await page.getByRole("radio", { name: "Español" }).check({ force: true });
    await expect.poll(async () => (await manifestOf())["lang"]).toBe("es");
    expect(await manifestOf()).toMatchObject({ id: own["id"], name: "Veladas", description: "Veladas" });
    await expect.poll(() => page.title()).toBe("Idioma · Veladas");
    for (const link of ["link[rel=apple-touch-icon]", "link[rel=manifest]", "link[rel=icon]"]) {
      const href = await page.locator(link).getAttribute("href");
      expect((await page.request.get(href ?? "")).ok(), link).toBe(true);
    }
  });
});
