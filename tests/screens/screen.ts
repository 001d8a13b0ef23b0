/** A screen that a picture is taken of, and the steps that lead to one. By place, not by words: the pictures are taken in every language. */
import type { Page } from "playwright-core";
import { pathOf, type KnownRouteType } from "../../apps/web/src/shell/routes.ts";
import { goTo, type Stage } from "./stages.ts";

export interface Screen {
  /** The name of its file. */
  readonly name: string;
  readonly stage: Stage;
  /** The way there. `another`: a further phone on which nobody has begun. */
  readonly open: (page: Page, another: () => Promise<Page>) => Promise<void>;
}

/** A page by its address, and what is done there. */
export const at = (
  stage: Stage,
  type: KnownRouteType,
  part: string | null = null,
  then: (page: Page) => Promise<void> = async () => {},
  name: string = part === null ? type : `${type}-${part}`,
): Screen => ({
  name,
  stage,
  open: async (page) => {
    await goTo(page, pathOf(type, part));
    await then(page);
  },
});

export const tapMain = async (page: Page, selector: string, at = 0): Promise<void> => {
  await page.locator(`main ${selector}`).nth(at).click();
};
export const openSheet = async (page: Page, selector: string, at = 0): Promise<void> => {
  await tapMain(page, selector, at);
  await page.locator("dialog[open]").waitFor();
};
/** Into the field that asks for it, `times` over: a new one is asked for twice. */
export const typePin = async (page: Page, pin: string, times = 1): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    await page.locator("input[type=password]").pressSequentially(pin);
    await page.keyboard.press("Enter");
  }
};
/** Goes on through the steps of a flow. */
export const goOn = async (page: Page, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) await tapMain(page, ".foot button.action");
};
