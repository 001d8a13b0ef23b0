/** Together time on two phones by keyboard alone: waiting, the question about sound, the dark room and its ways, the end, and one taken back. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useApp } from "./app-under-test.ts";
import { expectNoSidewaysScroll, findAxeViolationsLightAndDark, phone, TODAY_HEADING, visit } from "./journey.ts";
import * as keys from "./keys.ts";
import { pair } from "./two-phones.ts";

const { open } = useApp({ bypassCSP: true, permissions: ["clipboard-read", "clipboard-write"] });

const openTwo = async (): Promise<readonly [Page, Page]> => {
  const [{ page: ann }, { page: ben }] = await Promise.all([open(), open()]);
  await pair(ann, ben);
  return [ann, ben];
};
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const dark = (page: Page) => page.getByRole("dialog", { name: "Time together" });

it("whoever leaves while they wait waits no more; closed meanwhile, it is waited for again, with the question about sound", async () => {
  const [ann, ben] = await openTwo();
  await visit(ann, "/");
  await visit(ben, "/together/start");
  await keys.press(ann, /^Start together$/, /^Each taps a half/);
  await keys.press(ann, /^You/, /^Waiting for the other half$/);
  await ben.getByText("has tapped on their phone").waitFor();
  await ann.goBack();
  await ben.getByText("taps on their own phone").waitFor();
  await heading(ann, TODAY_HEADING).waitFor();
  expect(await ann.getByText("A time together hasn’t ended").count()).toBe(0);

  await visit(ann, "/together/start");
  await keys.press(ann, /^You/, /^Waiting for the other half$/);
  await ben.getByText("has tapped on their phone").waitFor();
  await visit(ann, "/together");
  await heading(ann, "It hasn’t begun yet").waitFor();
  await keys.press(ann, /^Go on with it$/, /^Waiting for the other half$/);
  await ann.getByText("May the phones hear whether there’s talk?").waitFor();
  expect(await findAxeViolationsLightAndDark(ann)).toEqual([]);
  await ann.setViewportSize({ width: 320, height: 640 });
  await ann.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await expectNoSidewaysScroll(ann);
  await ann.evaluate(() => (document.documentElement.style.fontSize = ""));
  await ann.setViewportSize(phone);
  await keys.press(ann, /^Not now$/, /./);
  await ben.getByText("taps on their own phone").waitFor();
});

it("goes through the answer about sound, the dark room and its end, each step heard, and nothing out of reach", async () => {
  const [ann, ben] = await openTwo();
  for (const page of [ann, ben]) await visit(page, "/together/start");
  await keys.press(ann, /^You/, /^Waiting for the other half$/);
  await keys.press(ann, /^Yes, this time$/, /^Yes, this time$/);
  await keys.press(ben, /^You/, /^Waiting for the other half$/);
  // Walking over the answers says none of them.
  await keys.tabTo(ben, /^Yes, this time$/);
  for (const key of ["ArrowRight", "ArrowLeft", "Tab"]) await ben.keyboard.press(key);
  await keys.expectFocus(ben, /^No sound$/);
  await ben.getByText("Both have tapped. Your answer about sound").waitFor();
  await ben.keyboard.press("Enter");
  for (const page of [ann, ben]) await keys.expectFocus(page, /^Time together$/);

  await keys.press(ann, /^Back in two minutes$/, /^Said: back in two minutes$/);
  await dark(ben).getByText("Your partner said: back in two minutes.").waitFor();
  await keys.press(ann, /^Pause$/, /^Go on$/);
  await dark(ben).getByText("Your partner has tapped pause.").waitFor();
  await ann.keyboard.press("Enter");
  await keys.expectFocus(ann, /^Pause$/);
  // The dark room keeps the focus in it: all its ways, and round again.
  const seen = new Set<string>();
  for (let steps = 0; steps < 12; steps += 1) {
    await ann.keyboard.press("Tab");
    seen.add(await keys.focused(ann));
  }
  for (const way of ["Pause", "End"]) expect(seen).toContain(way);
  expect([...seen].filter((name) => /^(Today|Together|Us|Reset|Guide)$/.test(name))).toEqual([]);

  await ben.keyboard.press("Escape");
  await keys.expectFocus(ben, /^Nothing could be noticed this time\.$/);
  await dark(ann).getByText("It has ended on the other phone.").waitFor();
  await keys.press(ben, /^It hasn’t ended, go on$/, /^Time together$/);
  await dark(ann).getByText("It has ended on the other phone.").waitFor({ state: "detached" });
  // Stopped right after that: it has been going on, so it can be ended, and not left as if it had never begun.
  await visit(ben, "/together");
  await heading(ben, "It was stopped in between").waitFor();
  await ben.getByRole("button", { name: "It has ended" }).waitFor();
  await keys.press(ben, /^Go on with it$/, /^Time together$/);
  for (const page of [ben, ann]) await keys.press(page, /^End$/, /^Nothing could be noticed this time\.$/);
  await keys.press(ann, /^Done, keep it to myself$/, /^Phones down, the two of you$/);
});
