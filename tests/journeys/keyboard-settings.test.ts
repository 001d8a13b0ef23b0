/** By keyboard alone, in the settings and at the lock: shutting a device out, a new lock, erasing; each sheet put away by Escape before. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useApp } from "./app-under-test.ts";
import { begin, TODAY_HEADING, visit, WELCOME_HEADING } from "./journey.ts";
import * as keys from "./keys.ts";
import { takeLink, wordsOn } from "./two-phones.ts";

const { open } = useApp({ permissions: ["clipboard-read", "clipboard-write"] });

const PIN = "482915";

/** Opens a sheet by what has the focus or is tabbed to, puts it away by Escape, and opens it once more. */
const openTwice = async (page: Page, by: RegExp, there = by): Promise<void> => {
  await keys.press(page, by, /^Close$/);
  await page.keyboard.press("Escape");
  await keys.expectFocus(page, there, `after Escape from the sheet of ${String(by)}`);
  await page.keyboard.press("Enter");
  await keys.expectFocus(page, /^Close$/);
};
const typePinTwice = async (page: Page): Promise<void> => {
  await keys.write(page, /^A PIN of/, PIN);
  await page.keyboard.press("Enter");
  await keys.expectFocus(page, /^The same once more$/);
  await page.keyboard.type(PIN);
  await page.keyboard.press("Enter");
};

it("sets a lock, opens it, and changes it", async () => {
  const { page } = await open();
  await begin(page);
  await visit(page, "/settings/lock");
  await openTwice(page, /^Set a PIN$/);
  await typePinTwice(page);
  await page.getByText(/^The lock is being made/).waitFor();
  await page.getByText("The lock is set.").waitFor();
  await expect.poll(() => keys.focused(page)).not.toBe("");
  await keys.press(page, /^Change$/, /^Close$/);
  await page.keyboard.press("Escape");
  await keys.expectFocus(page, /^Change$/);
  await keys.tabTo(page, /^Lock now$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Locked" }).waitFor();
  await keys.write(page, /^Your PIN$/, PIN);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Lock" }).waitFor();
  await expect.poll(() => keys.focused(page)).not.toBe("");
});

it("shuts another device out, and stands on something of the page when its row is gone", async () => {
  const [{ page: first }, { page: second }] = await Promise.all([open(), open()]);
  await begin(first);
  await visit(first, "/pair/begin");
  await first.getByRole("button", { name: "Add a second phone of yours" }).click();
  await typePinTwice(first);
  await first.getByRole("img", { name: "A code for pairing" }).waitFor();
  await second.goto(await takeLink(first));
  await second.getByRole("button", { name: "Yes, both are mine" }).click();
  expect(await wordsOn(first)).toEqual(await wordsOn(second));
  for (const page of [first, second]) await page.getByRole("button", { name: "Yes, the same" }).click();
  await second.getByRole("heading", { level: 1, name: "This phone is yours too, now" }).waitFor();
  await first.getByRole("heading", { level: 1, name: "Your other phone is yours too, now" }).waitFor();
  await second.getByRole("button", { name: /Today/ }).click();
  await second.getByRole("heading", { level: 1, name: TODAY_HEADING }).waitFor();

  await visit(second, "/settings/devices");
  await openTwice(second, /^Remove$/);
  await keys.press(second, /^Leave it as it is$/, /^Remove$/);
  await second.keyboard.press("Enter");
  await keys.expectFocus(second, /^Close$/);
  await keys.press(second, /^Shut it out$/, /./);
  await second.getByText("It’s shut out.").waitFor();
  await second.getByText("Another device of yours").waitFor({ state: "detached" });
  await expect.poll(() => keys.focused(second)).not.toBe("");
});

it("erases everything, from the settings and from the lock", async () => {
  const { page } = await open();
  await begin(page);
  await visit(page, "/settings/backup");
  await openTwice(page, /^Erase everything here/);
  await keys.press(page, /^Keep my records$/, /^Erase everything here/);
  await page.keyboard.press("Enter");
  await keys.expectFocus(page, /^Close$/);
  await keys.tabTo(page, /^Erase it$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: WELCOME_HEADING }).waitFor();

  await begin(page);
  await visit(page, "/settings/lock");
  await keys.press(page, /^Set a PIN$/, /^Close$/);
  await typePinTwice(page);
  await page.getByText("The lock is set.").waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Locked" }).waitFor();
  await openTwice(page, /^Erase everything here/);
  await keys.tabTo(page, /^Erase it$/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: WELCOME_HEADING }).waitFor();
});
