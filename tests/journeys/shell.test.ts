/** The shell of the app in a real browser: places, addresses, languages, offline, updates, and what every page must hold. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { knownRouteTypes, pathOf } from "../../apps/web/src/shell/routes.ts";
import { countScripts } from "../browser/count-scripts.ts";
import {
  begin,
  desktop,
  expectNoSidewaysScroll,
  findAxeViolationsLightAndDark,
  phone,
  TODAY_HEADING,
  visit,
  waitUntilKept,
  WELCOME_HEADING,
} from "./journey.ts";
import { useApp } from "./app-under-test.ts";

const paths = [...knownRouteTypes.map((type) => pathOf(type)), "/no/such/page"];

const { overlookLast, open } = useApp();

describe("the front door", () => {
  it("names Undivided and says what it is before any script runs", async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto("/");
    const text = await page.locator("body").innerText();
    expect(text).toContain("Undivided helps two people notice the small moments when a phone comes first");
    expect(text).toContain("Undivided needs JavaScript");
  });

  it("keeps to one policy, whether the server sends it or the page says it itself", async () => {
    const { page } = await open({ javaScriptEnabled: false });
    const response = await page.goto("/");
    const sent = (await response?.allHeaders())?.["content-security-policy"]?.split("; ") ?? [];
    const said = (await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content"))?.split("; ");
    expect(said).toHaveLength(12);
    // What a page cannot say itself.
    expect(sent.filter((one) => one !== "frame-ancestors 'none'").sort()).toEqual(said?.sort());
    expect(sent).toHaveLength(13);
  });

  it("leads to the recording by way of Us, and the reader stands at its heading", async () => {
    const { page } = await open();
    await begin(page);
    await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Us", exact: true }).click();
    await page.locator("main").getByRole("link", { name: "Look at a recording" }).click();
    await page.getByRole("heading", { level: 1, name: "Look at a recording" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/recording");
    expect(await page.title()).toBe("Look at a recording · Undivided");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  });

  it("can be answered after at most 60 kB of script, and Today is there after at most 130 kB", async () => {
    const { page, context } = await open({ serviceWorkers: "block" });
    overlookLast(); // blocking the service worker is itself a warning in the console
    const first = await countScripts(page, async () => {
      await visit(page, "/");
      await page.getByRole("button", { name: "Just me" }).waitFor();
    });
    expect(first).toBeGreaterThan(5000);
    expect(first).toBeLessThanOrEqual(60_000);
    await begin(page);
    // What this page is still fetching is not the next one's.
    await page.waitForLoadState("networkidle");
    const later = await countScripts(page, async () => {
      await visit(page, "/");
      await page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
    });
    expect(later).toBeGreaterThan(first);
    expect(later).toBeLessThanOrEqual(130_000);
    await context.close();
  });
});

describe("places and addresses", () => {
  it("are five, each with a heading and a title of its own, and Back goes back", async () => {
    const { page } = await open();
    await begin(page);
    for (const [name, path, heading] of [
      ["Together", "/together", "Phones down, the two of you"],
      ["Us", "/us", "Nothing to show yet"],
      ["Reset", "/reset", "There is a way back"],
      ["Guide", "/guide", "Five short chapters"],
    ] as const) {
      await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await page.title()).toBe(`${name} · Undivided`);
      expect(await page.locator(`nav a[href="${path}"]`).getAttribute("aria-current")).toBe("page");
    }
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "There is a way back" }).waitFor();
  });

  it("answer an unknown address with a friendly page and a way on", async () => {
    const { page } = await open();
    await visit(page, "/no/such/page");
    await page.getByRole("heading", { level: 1, name: "There’s nothing at this address" }).waitFor();
    await page.getByRole("link", { name: "Back to Today" }).click();
    await page.getByRole("heading", { level: 1, name: WELCOME_HEADING }).waitFor();
  });

  it("hold no link that leads nowhere", async () => {
    const { page } = await open();
    await begin(page);
    const seen = new Set<string>();
    for (const path of paths) {
      await visit(page, path);
      for (const href of await page
        .locator("a[href^='/']")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")))) {
        if (href !== null) seen.add(href);
      }
    }
    for (const href of seen) {
      if (paths.includes(href)) continue; // was opened just now
      if (/\.\w+$/.test(href)) {
        expect((await page.request.get(href)).ok(), href).toBe(true);
        continue;
      }
      await visit(page, href);
      expect(await page.locator("h1").innerText(), href).not.toBe("There’s nothing at this address");
    }
  });
});

describe("the scripts of the build", () => {
  const assets = join(import.meta.dirname, "../../apps/web/dist/assets");
  const scripts = readdirSync(assets).filter((name) => name.endsWith(".js"));
  const makesCode = (name: string): boolean =>
    /(?<![\w$.])(?:eval|(?:new )?Function)\(/.test(readFileSync(join(assets, name), "utf8"));

  it("make no code from text on the page, which its Content-Security-Policy would forbid", () => {
    expect(scripts.some((name) => /^us-/.test(name))).toBe(true);
    expect(scripts.filter((name) => !name.includes("worker") && makesCode(name))).toEqual([]);
  });
});

describe("a page that breaks", () => {
  it("says that the mistake is ours, and the places still work", async () => {
    const { page } = await open();
    await page.addInitScript(() => Reflect.deleteProperty(Intl, "DisplayNames"));
    await begin(page);
    await visit(page, "/settings/language");
    await page.getByRole("heading", { level: 1, name: "Something went wrong here" }).waitFor();
    await page.getByRole("link", { name: "Back to Today" }).click();
    await page.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();
  });
});

describe("a page that does not load", () => {
  it("says so kindly, keeps the rest usable, and loads when it is tried again", async () => {
    const { page, context } = await open({ serviceWorkers: "block" });
    overlookLast(); // the blocked service worker and the broken request are themselves errors in the console
    await begin(page);
    await page.route("**/assets/settings-*.js", (route) => route.abort());
    await page.getByRole("link", { name: "Settings" }).first().click();
    await page.getByRole("heading", { level: 1, name: "This part didn’t load" }).waitFor();
    await page.unroute("**/assets/settings-*.js");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    await context.close();
  });
});

describe("languages", () => {
  it("follow the browser, and a choice stays", async () => {
    const { page } = await open({ locale: "es-MX" });
    await visit(page, "/");
    await page.getByRole("heading", { level: 1, name: "El teléfono se pone por delante. A veces ocurre." }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("es");
    await visit(page, "/settings/language");
    await page.getByRole("radio", { name: "English" }).check();
    await page.getByRole("heading", { level: 1, name: "Language" }).waitFor();
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("en");
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Language" }).waitFor();
  });
});

describe("without a network", () => {
  it("every page opens from the second visit on, and says quietly that there is none", async () => {
    const { page, context } = await open();
    await begin(page);
    await waitUntilKept(page);
    await context.setOffline(true);
    for (const path of paths) {
      await visit(page, path);
      await page.getByText("No network. What is here still works.").waitFor();
    }
    expect(await page.evaluate(() => document.fonts.check("24px 'Fraunces Variable'"))).toBe(true);
  });
});

describe("every page", () => {
  it("is clean for axe on a phone, light and dark, and fits 320 px, also with text twice as large", async () => {
    const { page } = await open({ bypassCSP: true });
    await begin(page);
    for (const path of paths) {
      await visit(page, path);
      expect(await findAxeViolationsLightAndDark(page), path).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await expectNoSidewaysScroll(page);
      await page.setViewportSize(phone);
    }
  });

  it("is clean for axe on a desk, light and dark, and fits with text twice as large", async () => {
    const { page } = await open({ bypassCSP: true, viewport: desktop });
    await begin(page);
    for (const path of paths) {
      await visit(page, path);
      expect(await findAxeViolationsLightAndDark(page), path).toEqual([]);
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await expectNoSidewaysScroll(page);
    }
  });

  it("can be reached by keyboard alone, the content before the places by one key", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const [inMain, href] = await page.evaluate(() => {
      const focused = document.activeElement;
      return [focused?.closest("main") !== null, focused?.getAttribute("href") ?? ""] as const;
    });
    expect(inMain).toBe(true);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(new URL(page.url()).pathname).toBe(href);
  });
});
