/** The states in which something does not work, and those around them, each on a phone of its own: storage, pairing, what a browser asks. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { pathOf } from "../../apps/web/src/shell/routes.ts";
import { sha256 } from "../../packages/vault/src/crypto/hashing.ts";
import { invitationToText, pairingLink } from "../../packages/vault/src/pairing/invitation.ts";
import { openSheet, tapMain, typePin, type Screen } from "./screen.ts";
import { acceptLink, begin, goTo, showCode } from "./stages.ts";

const alone = (name: string, open: Screen["open"]): Screen => ({ name, stage: "new", open });
/** After the first minute. */
const begun = (name: string, open: Screen["open"]): Screen =>
  alone(name, async (page, another) => {
    await begin(page);
    await open(page, another);
  });

const PIN = "246813";

/** A page that says it in a sentence, with the mark turned away. */
const untilSaid = (page: Page): Promise<void> => page.locator("main .quiet-page:not(:has(.waiting))").waitFor();
const untilWords = (page: Page): Promise<void> => page.locator("main ol li").nth(3).waitFor();

/** An invitation that the relay knows nothing of any more. */
const forgottenLink = async (relay: string): Promise<string> => {
  const commitment = await sha256(new Uint8Array());
  return pairingLink(relay, await invitationToText({ version: 1, purpose: "partner", relay, commitment }));
};

/** Instead of asking, the browser answers so; `null`: it goes on asking. */
const answerMicrophone = (page: Page, answer: "NotAllowedError" | null): Promise<void> =>
  page.evaluate((name) => {
    navigator.mediaDevices.getUserMedia = () =>
      name === null ? new Promise(() => {}) : Promise.reject(new DOMException("", name));
  }, answer);
const answerMotion = (page: Page, answer: "denied" | null): Promise<void> =>
  page.evaluate((said) => {
    const requestPermission = (): Promise<string> => (said === null ? new Promise(() => {}) : Promise.resolve(said));
    Object.assign(DeviceMotionEvent, { requestPermission });
  }, answer);
const readyToStart = (page: Page): Promise<void> => goTo(page, pathOf("together", "start"));
/** Own half, which leads to the question about sound. */
const start = (page: Page): Promise<void> => tapMain(page, ".halves button");
const startSilent = async (page: Page): Promise<void> => {
  await start(page);
  await tapMain(page, ".ways button");
};
const startWithSound = async (page: Page): Promise<void> => {
  await start(page);
  for (let half = 0; half < 2; half += 1) await tapMain(page, ".pair button", half);
};

/** The browser's push service and the relay answer as where they can be reached. */
const offerPush = async (page: Page): Promise<void> => {
  await page.context().grantPermissions(["notifications", "clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => {
    const endpoint = "https://push.invalid/one";
    let made: unknown = null;
    Object.assign(PushManager.prototype, {
      getSubscription: () => Promise.resolve(made),
      subscribe: () => {
        made = { endpoint, options: { applicationServerKey: null }, unsubscribe: () => Promise.resolve(true) };
        return Promise.resolve(made);
      },
    });
  });
  await page
    .context()
    .route("**/relay/reminders", (route) =>
      route.request().method() === "GET" ? route.fulfill({ json: { key: "AA" } }) : route.fulfill({ status: 204 }),
    );
};
const planRitual = async (page: Page): Promise<void> => {
  await goTo(page, pathOf("reset", "rituals"));
  await openSheet(page, "section li .ways button");
  await page.locator("dialog[open] [role=switch]").click();
  await page.locator("dialog[open] button.action").click();
  await page.locator("main article").first().waitFor();
};
const switchOn = async (page: Page): Promise<void> => {
  await goTo(page, pathOf("reset", "reminders"));
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await tapMain(page, "[role=switch]");
  await page.locator("main [role=status] p").waitFor();
};

export const screensInTrouble: readonly Screen[] = [
  alone("trouble-evicted", async (page) => {
    await goTo(page, pathOf("about"));
    await page.evaluate(() => localStorage.setItem("undivided.begun", "1"));
    await goTo(page, "/");
  }),
  alone("trouble-refused", async (page) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("not allowed here", "SecurityError");
      };
    });
    await goTo(page, "/");
    await tapMain(page, "button");
    await untilSaid(page);
  }),
  begun("trouble-not-loaded", async (page) => {
    await page.context().route("**/assets/settings-*.js", (route) => route.abort());
    await page.evaluate(async () => {
      for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await goTo(page, pathOf("settings"));
  }),

  // Pairing.
  alone("pair-words", async (page, another) => {
    await acceptLink(await another(), await showCode(page));
    await untilWords(page);
  }),
  alone("pair-differ", async (page, another) => {
    await acceptLink(await another(), await showCode(page));
    await untilWords(page);
    await tapMain(page, ".foot button", -1);
    await untilSaid(page);
  }),
  alone("pair-declined", async (page, another) => {
    const other = await another();
    await acceptLink(other, await showCode(page));
    for (const one of [page, other]) await untilWords(one);
    await other.locator("main .foot button").last().click();
    await tapMain(page, ".foot button");
    await untilSaid(page);
  }),
  alone("pair-used", async (page, another) => {
    const [one, other] = [await another(), await another()];
    const link = await showCode(one);
    await acceptLink(other, link);
    await untilWords(other);
    await acceptLink(page, link);
    await untilSaid(page);
  }),
  alone("pair-looking", async (page, another) => {
    const host = await another();
    const link = await showCode(host);
    await host.close();
    await acceptLink(page, link);
    await page.locator("main .quiet-page .waiting").first().waitFor();
  }),
  alone("pair-expired", async (page) => {
    await goTo(page, "/");
    await acceptLink(page, await forgottenLink(new URL(page.url()).origin));
    await untilSaid(page);
  }),
  begun("pair-no-network", async (page) => {
    await goTo(page, pathOf("pair", "begin"));
    await page.context().setOffline(true);
    await tapMain(page, "button.action");
    await untilSaid(page);
  }),
  begun("pair-paste", async (page) => {
    await goTo(page, pathOf("pair", "begin"));
    await tapMain(page, ".foot button.text");
    await page.locator("main input").waitFor();
  }),
  begun("pair-no-link", async (page) => {
    await goTo(page, pathOf("pair", "begin"));
    await tapMain(page, ".foot button.text");
    await page.locator("main input").fill("https://example.org/hello");
    await tapMain(page, ".foot button.action");
    await untilSaid(page);
  }),

  // What the browser asks for before a time together.
  begun("together-agree", async (page) => {
    await readyToStart(page);
    await start(page);
  }),
  begun("together-asks-motion", async (page) => {
    await readyToStart(page);
    await answerMotion(page, null);
    await startSilent(page);
    await page.waitForTimeout(1000);
  }),
  begun("together-no-motion", async (page) => {
    await readyToStart(page);
    await answerMotion(page, "denied");
    await startSilent(page);
    await page.locator("dialog[open]").waitFor();
  }),
  begun("together-nothing-noticed", async (page) => {
    await readyToStart(page);
    await startSilent(page);
    await page.locator("dialog[open] .end").click();
    await page.locator("main .look-back").waitFor();
  }),
  begun("together-left", async (page) => {
    await tapMain(page, ".do a");
    await startSilent(page);
    await page.locator("dialog[open]").waitFor();
    await page.goBack();
    await tapMain(page, ".unended a");
    await untilSaid(page);
  }),
  begun("today-unended", async (page) => {
    await readyToStart(page);
    await startSilent(page);
    await page.locator("dialog[open]").waitFor();
    await goTo(page, pathOf("today"));
    await page.locator("main .unended").waitFor();
  }),
  begun("together-asks-sound", async (page) => {
    await readyToStart(page);
    await answerMicrophone(page, null);
    await startWithSound(page);
    await page.locator("main .quiet-page .waiting").first().waitFor();
  }),
  begun("together-no-sound", async (page) => {
    await readyToStart(page);
    await answerMicrophone(page, "NotAllowedError");
    await startWithSound(page);
    await page.locator("dialog[open]").waitFor();
  }),

  // Being rung.
  begun("reminders-off", async (page) => {
    await offerPush(page);
    await goTo(page, pathOf("reset", "reminders"));
  }),
  begun("reminders-on", async (page) => {
    await offerPush(page);
    await planRitual(page);
    await switchOn(page);
  }),
  begun("reminders-on-none", async (page) => {
    await offerPush(page);
    await switchOn(page);
  }),
  begun("reminders-unreachable", async (page) => {
    await offerPush(page);
    await page.context().route("**/relay/reminders", (route) => route.abort());
    await switchOn(page);
  }),

  // A sealed copy, and wrong words for it.
  begun("backup-wrong-words", async (page) => {
    await goTo(page, pathOf("backup"));
    await openSheet(page, "li button");
    await typePin(page, PIN, 2);
    const words = page.locator("dialog[open] input:not([inputmode])");
    await words.fill("una mesa, dos sillas, siete velas");
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("dialog[open] button.action").click(),
    ]);
    const buffer = readFileSync(await saved.path());
    const file = { name: saved.suggestedFilename(), mimeType: "application/octet-stream", buffer };
    await page.locator('main input[type="file"]').setInputFiles(file);
    await words.fill("cuatro paredes");
    await page.locator("dialog[open] button.action").click();
    await page.locator("dialog[open] [role=alert]").filter({ hasText: /\S/ }).waitFor();
  }),
];
