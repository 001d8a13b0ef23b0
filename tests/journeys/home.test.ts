/** What a device keeps, in a real browser: no word of its owner in the clear, the lock, two tabs, erasing, a cleared browser, a newer version, no network. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { begin, findAxeViolations, TODAY_HEADING, visit, waitUntilKept, WELCOME_HEADING } from "./journey.ts";
import { useApp } from "./app-under-test.ts";
import { findStored } from "./find-stored.ts";
import { passTime } from "./pass-time.ts";

const pin = "246813";

const { open } = useApp();

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

const typePin = async (page: Page, label: string, digits: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).pressSequentially(digits);
  await page.keyboard.press("Enter");
};

const setPin = async (page: Page): Promise<void> => {
  await visit(page, "/settings/lock");
  await page.getByRole("button", { name: "Set a PIN" }).click();
  await typePin(page, "A PIN of six digits or more", pin);
  await typePin(page, "The same once more", pin);
  await page.getByText("The lock is set.").waitFor();
};

describe("the lock", () => {
  it("is set by typing a PIN twice, shuts every page that shows what is kept, and opens again", async () => {
    const { page } = await open({ bypassCSP: true });
    await begin(page);
    await setPin(page);
    await page.getByRole("button", { name: "Lock now" }).click();
    await heading(page, "Locked").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    expect(await page.getByRole("navigation", { name: "Places" }).count()).toBe(0);
    await visit(page, "/settings/access");
    await heading(page, "Locked").waitFor();
    await typePin(page, "Your PIN", "111111");
    await page.getByText("That didn’t open it. Try again.").waitFor();
    // By the keys on the screen.
    for (const digit of pin) await page.getByRole("button", { name: digit, exact: true }).click();
    await page.getByRole("button", { name: "Done" }).click();
    await heading(page, "Everything here is yours. Nothing is shared.").waitFor();
  });

  it("asks to wait after several wrong ones, in kind words, and a new start does not shorten it", async () => {
    const { page } = await open();
    await begin(page);
    await setPin(page);
    await page.reload();
    await heading(page, "Locked").waitFor();
    for (let tries = 0; tries < 5; tries += 1) {
      await typePin(page, "Your PIN", "111111");
      await page
        .getByRole("alert")
        .filter({ hasText: tries < 4 ? "That didn’t open it" : "A short breather" })
        .waitFor();
      if (tries < 4) await expect.poll(() => page.getByLabel("Your PIN", { exact: true }).isEditable()).toBe(true);
    }
    expect(await page.getByLabel("Your PIN", { exact: true }).isEditable()).toBe(false);
    await page.reload();
    await page.getByText(/A short breather: \d+ seconds, then try again\./).waitFor();
    expect(await page.getByLabel("Your PIN", { exact: true }).isEditable()).toBe(false);
  });

  it("is asked for once more before the recovery code is shown, and the code opens it", async () => {
    const { page } = await open();
    await begin(page);
    await visit(page, "/settings/recovery-code");
    await page.getByRole("button", { name: "Make a code" }).click();
    // Without a lock, the first thing that asks for one makes its owner set one.
    await page.getByRole("heading", { name: "First a lock" }).waitFor();
    await typePin(page, "A PIN of six digits or more", pin);
    await typePin(page, "The same once more", pin);
    await heading(page, "Write this on paper").waitFor();
    const code = await page.getByLabel("Recovery code").innerText();
    await page.getByRole("button", { name: "It’s on paper" }).click();
    await page.getByRole("button", { name: "Make a new code" }).click();
    await page.getByRole("heading", { name: "Is it you?" }).waitFor();
    await page.keyboard.press("Escape");
    await heading(page, "Recovery code").waitFor();
    expect(await page.locator("main").innerText()).not.toContain(code.split(/\s+/)[0] ?? "no code");

    await page.reload();
    await heading(page, "Locked").waitFor();
    await page.getByRole("button", { name: "Use the recovery code" }).click();
    await page.getByLabel("Recovery code").fill(code);
    await page.getByRole("button", { name: "Open" }).click();
    await heading(page, "Recovery code").waitFor();
  });
});

describe("a lock that somebody else set on a phone in use", () => {
  it("takes nothing along for a day, and whoever is shut out finds help and a way to begin anew", async () => {
    const device = await open({ bypassCSP: true });
    const { page } = device;
    await begin(page);
    await visit(page, "/log");
    await page.getByRole("button", { name: "I scrolled beside you" }).click();
    await page.getByText("Kept, just now").waitFor();
    await passTime([device], 3 * 86_400_000);
    for (const [path, what] of [
      ["/settings/backup", "Save my records"],
      ["/settings/recovery-code", "Make a code"],
      ["/settings/backup", "Save a sealed copy"],
    ] as const) {
      await visit(page, path);
      const isFirst = what === "Save my records";
      if (isFirst) {
        await page.getByRole("button", { name: what }).click();
        await page.getByText("opens a day after it is set").waitFor();
        await typePin(page, "A PIN of six digits or more", pin);
        await typePin(page, "The same once more", pin);
      } else {
        await typePin(page, "Your PIN", pin);
        await page.getByRole("button", { name: what }).click();
      }
      await page.getByRole("heading", { name: "The lock is still new" }).waitFor();
      await page.getByRole("button", { name: "All right" }).click();
      expect(await page.getByRole("dialog").count()).toBe(0);
    }

    await page.reload();
    await heading(page, "Locked").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole("link", { name: "Help" }).click();
    await heading(page, "The lock doesn’t open").waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Erase everything here" }).click();
    await page.getByText("Nobody else is told.").waitFor();
    await page.keyboard.press("Escape");
    await heading(page, "Locked").waitFor();
    await page.getByRole("button", { name: "Erase everything here" }).click();
    await page.getByRole("button", { name: "Erase it" }).click();
    await heading(page, WELCOME_HEADING).waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it("lets its owner save the records when the day is over", async () => {
    const device = await open();
    const { page } = device;
    await begin(page);
    await passTime([device], 3 * 86_400_000);
    await setPin(page);
    await passTime([device], 86_400_000);
    await visit(page, "/settings/backup");
    await typePin(page, "Your PIN", pin);
    await page.getByRole("button", { name: "Save my records" }).click();
    const saved = page.waitForEvent("download");
    await typePin(page, "Your PIN", pin);
    expect((await saved).suggestedFilename()).toBe("my-records.jsonl");
  });
});

describe("a word of one's own", () => {
  it("stands nowhere in what the browser keeps, as it is sealed there, and is read by the app all the same", async () => {
    const canary = "Zimtquittenmus";
    const { page } = await open();
    const tap = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
    await begin(page);
    await waitUntilKept(page);
    await visit(page, "/inquiry");
    await tap("We were eating");
    for (let times = 0; times < 4; times += 1) await tap("Go on");
    await tap("Keep it");
    await page.getByRole("link", { name: "Not now", exact: true }).click();
    await visit(page, "/records");
    await page.getByRole("link", { name: /^A minute with myself/ }).click();
    await page.getByLabel("What was going on").fill(`We cooked ${canary}`);
    await tap("Keep the change");
    await page.getByRole("status").getByText("Changed").waitFor();
    await visit(page, "/felt-second");
    await tap("“So rude”");
    await page.getByRole("radio", { name: "lonely" }).check({ force: true });
    await tap("Make a sentence of it");
    await page.getByRole("button", { name: /^A small wish/ }).click();
    await page.getByLabel("In my own words").fill(`More ${canary}, please`);
    await tap("Take this");
    await tap("Keep it for me");
    await page.getByRole("status").getByText("Kept, just now").waitFor();
    await visit(page, "/records");
    expect(await findStored(page, canary)).toEqual([]);
    await page.getByRole("link", { name: /^I felt lonely/ }).click();
    await page.getByText(`More ${canary}, please`).waitFor();
    expect(await findStored(page, canary)).toEqual([]);

    // The search does find: the same word, put there plainly and in the ways that could hide it.
    await page.evaluate(async (word) => {
      const bytes = new TextEncoder().encode(`xx${word}`);
      const wide = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
      const ways = {
        text: `a ${word}`,
        bytes,
        buffer: bytes.buffer,
        wide,
        blob: new Blob([bytes]),
        base64: btoa(`a${word}`),
      };
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("plain", 1);
        request.onupgradeneeded = () => {
          for (const [way, value] of Object.entries(ways))
            request.result.createObjectStore(way).put({ in: [value] }, 1);
          request.result.createObjectStore("key").put(1, word);
          request.result.createObjectStore("none").put("Zimt", 1);
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(new Error("not written"));
      });
      localStorage.setItem("plain", word);
      await (await caches.open("plain")).put("/plain", new Response(word));
    }, canary);
    expect((await findStored(page, canary)).toSorted()).toEqual([
      "cache plain",
      ...["base64", "blob", "buffer", "bytes", "key", "text", "wide"].map((way) => `database plain ${way}`),
      "local storage",
    ]);
  });
});

describe("two tabs", () => {
  it("belong to one device: a lock that is set in one is asked for in the other", async () => {
    const { page, context } = await open();
    await begin(page);
    const other = await context.newPage();
    await visit(other, "/settings/access");
    await heading(other, "Everything here is yours. Nothing is shared.").waitFor();
    await page.bringToFront();
    await setPin(page);
    await heading(other, "Locked").waitFor();
    await heading(page, "Lock").waitFor();
  });

  it("that begin at once are one device all the same", async () => {
    const { page, context } = await open();
    const other = await context.newPage();
    await Promise.all([visit(page, "/"), visit(other, "/")]);
    // One instant for both: the first that begins takes the button of the other away.
    const at = Date.now() + 1000;
    await Promise.all(
      [page, other].map((tab) =>
        tab.getByRole("button", { name: "Just me" }).evaluate((button: HTMLButtonElement, instant) => {
          setTimeout(() => button.click(), instant - Date.now());
        }, at),
      ),
    );
    // The slower one loads itself again when it finds that the other was first; before both are there, nothing is begun.
    await Promise.all([page, other].map((tab) => heading(tab, TODAY_HEADING).waitFor()));
    for (const tab of [page, other]) {
      await tab.reload();
      await heading(tab, TODAY_HEADING).waitFor();
      await visit(tab, "/settings/devices");
      expect(await tab.getByText("This device").count()).toBe(1);
      expect(await tab.getByText("Another device of yours").count()).toBe(0);
    }
  });
});

describe("erasing", () => {
  it("leaves nothing on the device, without a network too, and other tabs begin anew", async () => {
    const { page, context } = await open();
    await begin(page);
    await waitUntilKept(page);
    const other = await context.newPage();
    await visit(other, "/settings");
    await visit(page, "/settings/backup");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Erase everything here" }).click();
    await page.getByRole("button", { name: "Erase it" }).click();
    await heading(page, WELCOME_HEADING).waitFor();
    await visit(other, "/");
    await heading(other, WELCOME_HEADING).waitFor();
    const left = await page.evaluate(async () => [await indexedDB.databases(), Object.keys(localStorage)] as const);
    expect(left).toEqual([[], []]);
  });
});

describe("a browser that does not keep what it should", () => {
  it("is told when it cleared everything, and one can begin anew", async () => {
    const { page } = await open({ bypassCSP: true });
    await begin(page);
    await page.goto("about:blank");
    await page.goto("/settings/about");
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.deleteDatabase("undivided");
          request.onsuccess = () => resolve();
          request.onblocked = () => resolve();
        }),
    );
    await visit(page, "/");
    await heading(page, "The browser has cleared this device").waitFor();
    expect(await findAxeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Begin anew on this device" }).click();
    await heading(page, TODAY_HEADING).waitFor();
  });

  it("is told when a newer version wrote what is kept, and nothing of it is touched", async () => {
    const { page } = await open();
    await visit(page, "/settings/about");
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open("undivided", 900);
          request.onupgradeneeded = () => request.result.createObjectStore("of-later");
          request.onsuccess = () => {
            request.result.close();
            localStorage.setItem("undivided.begun", "1");
            resolve();
          };
        }),
    );
    await visit(page, "/");
    await heading(page, "A newer version was here").waitFor();
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ version }) => version))).toEqual([900]);
  });

  it("is told when storage is refused, and the pages that need none still open", async () => {
    const { page } = await open();
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("not allowed here", "SecurityError");
      };
    });
    await visit(page, "/");
    await page.getByRole("button", { name: "Just me" }).click();
    await heading(page, "This browser keeps nothing here").waitFor();
    await visit(page, "/help");
    await heading(page, "Help").waitFor();
  });
});

describe("without a network", () => {
  it("opens what is kept, and the lock too", async () => {
    const { page, context } = await open();
    await begin(page);
    await setPin(page);
    await waitUntilKept(page);
    await context.setOffline(true);
    await visit(page, "/");
    await heading(page, "Locked").waitFor();
    await typePin(page, "Your PIN", pin);
    await heading(page, TODAY_HEADING).waitFor();
  });
});
