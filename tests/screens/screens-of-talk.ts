/** The guided talk while it goes on: what both read, the two halves of one screen, its break, and on two phones. */
import type { Page } from "playwright-core";
import { at, tapMain, type Screen } from "./screen.ts";
import type { Stage } from "./stages.ts";

/** On one screen, or on two phones, which is the last way offered. */
const beginTalk = async (page: Page, way: "first" | "last" = "first"): Promise<void> => {
  await page.locator("main .foot button")[way]().click();
  await page.locator("main .do button.action").waitFor();
};
const talk = (stage: Stage, name: string, then: (page: Page) => Promise<void>): Screen =>
  at(stage, "reset", "talk", then, name);

/** They keep what was prepared, so they come after screens of the same stage on which nothing is kept. */
export const screensOfTalk: readonly Screen[] = [
  talk("begun", "talk-halves", (page) => beginTalk(page)),
  talk("begun", "talk-both", async (page) => {
    await beginTalk(page);
    // Where they take turns, the heading is heard only.
    while ((await page.locator("main .near h1.unseen").count()) > 0) await tapMain(page, ".do button.action");
  }),
  talk("begun", "talk-break", async (page) => {
    await beginTalk(page);
    await tapMain(page, ".do .ways button");
    await page.locator("main .break").waitFor();
  }),
  talk("paired", "talk-two-phones", (page) => beginTalk(page, "last")),
];
