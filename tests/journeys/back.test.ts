/** The browser's Back and Forward inside a page of several steps: one step at a time, and what was answered is still there. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useApp } from "./app-under-test.ts";
import { begin, visit } from "./journey.ts";
import { beginForTwo, takeLink } from "./two-phones.ts";

const { open } = useApp({ permissions: ["clipboard-read", "clipboard-write"] });

const tap = (page: Page, name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const pressed = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true, pressed: true }).waitFor();

describe("the browser's Back", () => {
  it("goes one question back in a minute with oneself, and forward again, with nothing lost", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/guide");
    await visit(page, "/inquiry");
    await tap(page, "We were eating");
    await tap(page, "Go on");
    await tap(page, "I was bored");
    await tap(page, "Go on");
    await heading(page, /after/).waitFor();
    await page.goBack();
    await pressed(page, "I was bored");
    await tap(page, "Back");
    await pressed(page, "We were eating");
    await page.goForward();
    await pressed(page, "I was bored");
    await page.goForward();
    await heading(page, /after/).waitFor();
    await page.goBack();
    await page.goBack();
    await pressed(page, "We were eating");
    await page.goBack();
    await page.waitForURL(/\/guide$/);
  });

  it("leaves a minute that was kept, without a step of it that is over", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/inquiry");
    await tap(page, "We were eating");
    for (let times = 0; times < 4; times += 1) await tap(page, "Go on");
    await tap(page, "Keep it");
    await heading(page, "Make it a plan for next time?").waitFor();
    await page.goBack();
    await page.waitForURL((url) => url.pathname === "/");
    await visit(page, "/records");
    expect(await page.locator("main li strong").allInnerTexts()).toEqual(["A minute with myself"]);
  });

  it("goes from the dial to the first words; nothing is chosen before its owner chooses", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/felt-second");
    await tap(page, "“So rude”");
    await page.getByRole("radio", { name: "lonely" }).waitFor({ state: "attached" });
    expect(await page.getByRole("radio", { checked: true }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Keep it for me" }).isDisabled()).toBe(true);
    await page.getByRole("radio", { name: "lonely" }).check({ force: true });
    // The main thing to do is not hidden by the bar.
    const [bar, keep] = await Promise.all(
      [page.getByRole("navigation", { name: "Places" }), page.getByRole("button", { name: "Keep it for me" })].map(
        (one) => one.boundingBox(),
      ),
    );
    expect((keep?.y ?? Infinity) + (keep?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    await page.goBack();
    await page.getByRole("button", { name: "“So rude”" }).waitFor();
    await page.goForward();
    await page.getByRole("radio", { name: "lonely", checked: true }).waitFor({ state: "attached" });
  });

  it("goes from a code, and from a field for a link, to the ways to pair", async () => {
    const { page } = await open();
    await beginForTwo(page);
    for (const name of ["Show a code", "I have a link"]) {
      await tap(page, name);
      await heading(page, "Two phones, one code").waitFor({ state: "detached" });
      if (name === "Show a code") {
        await takeLink(page);
        // What was said on that step is not said on the next.
        await page.goBack();
        await heading(page, "Two phones, one code").waitFor();
        expect(await page.getByText("Copied.").count()).toBe(0);
      } else await page.goBack();
      await heading(page, "Two phones, one code").waitFor();
      await tap(page, name);
      await heading(page, "Two phones, one code").waitFor({ state: "detached" });
      await tap(page, "Back");
      await heading(page, "Two phones, one code").waitFor();
    }
    expect(new URL(page.url()).pathname).toBe("/pair/begin");
  });

  it("gives up a code that is still being made: it does not come up later", async () => {
    const { page } = await open();
    await beginForTwo(page);
    // The relay is slow to answer.
    await page.routeWebSocket(/\/relay$/, async (socket) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      socket.connectToServer();
    });
    await tap(page, "Show a code");
    await heading(page, "Two phones, one code").waitFor({ state: "detached" });
    await page.goBack();
    await heading(page, "Two phones, one code").waitFor();
    await page.waitForTimeout(3000);
    expect(await page.getByRole("img", { name: "A code for pairing" }).count()).toBe(0);
    await heading(page, "Two phones, one code").waitFor();
  });
});
