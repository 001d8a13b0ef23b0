/** Two taps where one is meant: with a mouse, with a finger, and by Enter held down. */
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { useApp } from "./app-under-test.ts";
import { begin, visit } from "./journey.ts";

const { open } = useApp();

it("keeps one moment, and deletes it once with a way back; Enter held down is one tap too", async () => {
  const { page } = await open();
  await begin(page);
  await visit(page, "/log");
  await page.locator("main button").filter({ hasText: "half an answer" }).dblclick();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  await visit(page, "/records");
  const kept = page.locator("main a").filter({ hasText: "half an answer" });
  await kept.first().waitFor();
  expect(await kept.count()).toBe(1);

  await kept.click();
  await page.getByRole("button", { name: "Delete", exact: true }).dblclick();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  expect(await page.getByText("could not be kept").count()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await kept.waitFor();

  await visit(page, "/log");
  const tile = page.locator("main button").filter({ hasText: "half an answer" });
  await tile.focus();
  await page.keyboard.down("Enter");
  for (let held = 0; held < 5; held += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await page.getByRole("button", { name: "Undo" }).waitFor();
  await visit(page, "/records");
  await expect.poll(() => kept.count()).toBe(2);
});

it("does not answer the private question that came under the finger that very moment", async () => {
  const { page } = await open({ hasTouch: true });
  await visit(page, "/");
  const question = page.getByRole("heading", { name: "One question, for you alone" });
  const half = page.getByRole("button", { name: "The two of us" });
  const boxes = async (of: Locator) => {
    await of.first().waitFor();
    return of.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ x, y, right, bottom }) => ({ x, y, right, bottom })),
    );
  };
  const [below] = await boxes(half);
  await half.tap();
  const answers = page.getByRole("group").getByRole("button");
  const under = (await boxes(answers))
    .map((box) => ({
      x: (Math.max(box.x, below?.x ?? 0) + Math.min(box.right, below?.right ?? 0)) / 2,
      y: (Math.max(box.y, below?.y ?? 0) + Math.min(box.bottom, below?.bottom ?? 0)) / 2,
      height: Math.min(box.bottom, below?.bottom ?? 0) - Math.max(box.y, below?.y ?? 0),
    }))
    .find(({ height }) => height > 10);
  if (under === undefined) throw new Error("no answer lies where the half was: nothing is tried here");
  await page.getByRole("button", { name: "Back" }).click();
  await half.waitFor();
  await page.waitForTimeout(600);

  await page.touchscreen.tap(under.x, under.y);
  await answers.first().waitFor();
  await page.touchscreen.tap(under.x, under.y);
  await page.waitForTimeout(300);
  await question.waitFor();
  // And a tap of its own is heard.
  await page.waitForTimeout(600);
  await page.touchscreen.tap(under.x, under.y);
  await question.waitFor({ state: "detached" });
});
