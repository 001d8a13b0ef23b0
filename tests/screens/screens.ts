/**
 * Every screen and state that `npm run screens` takes a picture of: a line each. `open` is the way there on a device of its stage.
 *
 * By place, not by words: the pictures are taken in every language. Screens of one stage are opened in this order on one device, so
 * one that changes what is kept stands last.
 */
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { pathOf } from "../../apps/web/src/shell/routes.ts";
import { at, goOn, openSheet, tapMain, typePin, type Screen } from "./screen.ts";
import { screensInTrouble } from "./screens-in-trouble.ts";
import { screensOfTalk } from "./screens-of-talk.ts";
import { goTo, settle } from "./stages.ts";

const history = fileURLToPath(new URL("../../fixtures/usage/aware-screen-15days.csv", import.meta.url));

/** Fifteen days of a real phone, not yet kept. */
const bringHistory = async (page: Page): Promise<void> => {
  await page.locator('main input[type="file"]:not(.calendar)').setInputFiles(history);
  await page.locator("main dl").waitFor();
};
/** What takes a worker a moment. */
const untilWorkedOut = (page: Page): Promise<void> => page.locator("main .cards > *").last().waitFor();
const chapters = ["notice", "causes", "impact", "prevent", "reset"] as const;
const guidePages = [
  "tips",
  "scenes",
  "bids",
  "words",
  "other-ways",
  "phone",
  "growth",
  "what-counts",
  "evidence",
  "help",
];
const resetPages = ["talk", "writing", "rituals", "reminders", "agreements", "plans", "four-weeks", "basket-card"];

const PIN = "246813";

export const screens: readonly Screen[] = [
  at("new", "today", null, async () => {}, "first-minute"),
  at(
    "new",
    "today",
    null,
    async (page) => {
      await tapMain(page, "button", 1);
      await settle(page);
    },
    "first-minute-question",
  ),
  at("new", "recover"),
  at("new", "around", null, (page) => page.locator("main .card").first().waitFor()),

  at("begun", "today"),
  at("begun", "today", null, (page) => tapMain(page, ".more button"), "today-rest"),
  at("begun", "log"),
  at("begun", "records", null, async () => {}, "records-none"),
  at("begun", "good"),
  at("begun", "felt"),
  at(
    "begun",
    "felt",
    null,
    async (page) => {
      await tapMain(page, "ul button");
      await page.locator("main .like").waitFor();
    },
    "felt-dial",
  ),
  at(
    "begun",
    "felt",
    null,
    async (page) => {
      await tapMain(page, "ul button");
      await tapMain(page, "fieldset label", 2);
      await tapMain(page, ".body div button");
      await page.locator("main .card").waitFor();
    },
    "felt-turned",
  ),
  at(
    "begun",
    "felt",
    null,
    async (page) => {
      await tapMain(page, "ul button");
      await tapMain(page, "fieldset label", 2);
      await tapMain(page, ".body div button");
      await openSheet(page, ".card button");
    },
    "felt-piece",
  ),
  at("begun", "inquiry"),
  at("begun", "inquiry", null, (page) => goOn(page, 1), "inquiry-before"),
  at("begun", "inquiry", null, (page) => goOn(page, 4), "inquiry-else"),
  at("begun", "together"),
  at("begun", "together", "start"),
  at(
    "begun",
    "together",
    "start",
    async (page) => {
      await tapMain(page, ".halves button");
      await tapMain(page, ".ways button");
      await page.locator("dialog[open]").waitFor();
    },
    "together-dark",
  ),
  at("begun", "us", null, untilWorkedOut, "us-none"),
  at("begun", "reset"),
  ...resetPages.map((part) => at("begun", "reset", part)),
  at("begun", "guide"),
  ...[...chapters, ...guidePages].map((part) => at("begun", "guide", part)),
  at("begun", "try"),
  at("begun", "recording"),
  at(
    "begun",
    "recording",
    null,
    async (page) => {
      await tapMain(page, "button.action");
      await page.locator("main svg [role=img], main figure, main svg").nth(2).waitFor();
      await page.waitForTimeout(2500);
    },
    "recording-shown",
  ),
  at("begun", "trace"),
  at("begun", "pair"),
  at("begun", "pair", "begin"),
  at(
    "begun",
    "pair",
    "begin",
    async (page) => {
      await tapMain(page, "button.action");
      await page.locator("main .ways button").last().waitFor();
    },
    "pair-code",
  ),
  at("begun", "install"),
  at("begun", "settings"),
  at("begun", "access"),
  at("begun", "lock"),
  at("begun", "devices"),
  at("begun", "recovery"),
  at("begun", "backup"),
  at("begun", "leave"),
  at("begun", "language"),
  at("begun", "about"),
  at("begun", "help"),
  at("begun", "help", "partner-without"),
  at("begun", "help", "something-wrong"),
  ...["new-phone", "lost-phone", "locked", "relay-moved", "offline"].map((part) => at("begun", "help", part)),
  { name: "unknown-page", stage: "begun", open: (page) => goTo(page, "/no/such/page") },
  at("begun", "backup", null, (page) => openSheet(page, "li button", -1), "backup-erase"),
  at("begun", "phone"),
  at("begun", "phone", null, (page) => tapMain(page, "details summary", 1), "phone-steps"),
  at("begun", "phone", null, bringHistory, "phone-preview"),
  at("begun", "spiral"),
  at("begun", "both"),
  at("begun", "check-in"),
  at("begun", "check-in", null, (page) => tapMain(page, "button.action"), "check-in-question"),

  at("weeks", "today", null, async () => {}, "today-weeks"),
  at("weeks", "us", null, untilWorkedOut),
  at(
    "weeks",
    "us",
    null,
    async (page) => {
      await untilWorkedOut(page);
      await page.evaluate(() => scrollTo(0, 844));
    },
    "us-below",
  ),
  at("weeks", "report", null, (page) => page.locator("main .sheet, main article").first().waitFor()),
  at("weeks", "records"),
  at("weeks", "records", null, (page) => tapMain(page, "li a"), "records-one"),
  at("weeks", "together", null, async () => {}, "together-weeks"),
  at(
    "weeks",
    "together",
    null,
    async (page) => {
      await tapMain(page, 'li a[href^="/together/"]');
      await settle(page);
    },
    "together-look-back",
  ),
  at(
    "weeks",
    "together",
    null,
    async (page) => {
      await tapMain(page, 'li a[href^="/together/"]');
      await settle(page);
      await tapMain(page, "footer summary");
      await openSheet(page, ".more button");
    },
    "together-edit",
  ),
  at("weeks", "check-in", null, async () => {}, "check-in-weeks"),
  at("weeks", "log", null, (page) => tapMain(page, "[role=group] button", 4), "log-kept"),
  at(
    "weeks",
    "log",
    null,
    async (page) => {
      await tapMain(page, "[role=group] button", 4);
      await page.locator(".toast button").first().click();
      await page.locator("dialog[open]").waitFor();
    },
    "log-time",
  ),

  at("paired", "access", null, async () => {}, "access-paired"),
  at("paired", "together", null, async () => {}, "together-paired"),
  at("paired", "together", "start", async () => {}, "together-start-paired"),
  at("paired", "pair", null, async () => {}, "pair-paired"),
  at("paired", "leave", null, async () => {}, "leave-paired"),
  at("paired", "backup", null, (page) => openSheet(page, "li button", -1), "backup-erase-paired"),
  at("paired", "spiral", null, async () => {}, "spiral-paired"),
  at("paired", "both", null, async () => {}, "both-paired"),

  // From here on what is kept on the device changes.
  at(
    "weeks",
    "records",
    null,
    async (page) => {
      await tapMain(page, "li a", 4);
      await page.locator("main .foot button").last().click();
      await page.locator("main .notice").waitFor();
    },
    "records-deleted",
  ),
  at(
    "paired",
    "reset",
    "agreements",
    async (page) => {
      for (const words of ["leave my phone in the hall", "say why first"]) {
        await page.locator("main textarea").fill(words);
        await tapMain(page, "form button[type=submit]");
        await page.locator("main article").filter({ hasText: words }).waitFor();
      }
    },
    "agreements-mine",
  ),
  at(
    "paired",
    "reset",
    "rituals",
    async (page) => {
      await openSheet(page, "section li .ways button");
      await page.locator("dialog[open] button.action").click();
      await page.locator("main article .ways").waitFor();
    },
    "rituals-mine",
  ),
  ...screensOfTalk,
  at(
    "paired",
    "together",
    "start",
    async (page) => {
      await tapMain(page, ".halves button");
      await page.locator("main .waiting .sound").waitFor();
    },
    "together-waiting",
  ),
  at(
    "weeks",
    "phone",
    null,
    async (page) => {
      await bringHistory(page);
      await tapMain(page, ".foot button.action");
      await page.locator("main article svg").first().waitFor();
      await tapMain(page, ".ways button");
      await page.locator("main .half").first().waitFor();
    },
    "phone-kept",
  ),
  at("weeks", "phone", null, (page) => openSheet(page, ".ways button"), "phone-hours"),
  at(
    "begun",
    "today",
    null,
    async (page) => {
      await tapMain(page, ".more button");
      await tapMain(page, ".more .chips button");
      await page.locator(".toast").waitFor();
    },
    "today-resting",
  ),
  at("begun", "lock", null, (page) => openSheet(page, "button"), "lock-new-pin"),
  {
    name: "recovery-code",
    stage: "begun",
    open: async (page) => {
      await goTo(page, pathOf("recovery"));
      await tapMain(page, "button", -1);
      await page.locator("dialog[open] input").waitFor();
      await typePin(page, PIN, 2);
      await page.locator(".code").waitFor();
    },
  },
  {
    name: "locked",
    stage: "begun",
    open: async (page) => {
      await goTo(page, "/");
      await page.locator("input[type=password]").waitFor();
    },
  },
  {
    name: "locked-erase",
    stage: "begun",
    open: async (page) => {
      await goTo(page, "/");
      await openSheet(page, ".out button");
    },
  },
  {
    name: "locked-wrong",
    stage: "begun",
    open: async (page) => {
      await goTo(page, "/");
      for (const wrong of ["111111", "222222"]) {
        await typePin(page, wrong);
        await page.locator("main [role=alert]").filter({ hasText: /\S/ }).waitFor();
      }
    },
  },
  ...screensInTrouble,
];
