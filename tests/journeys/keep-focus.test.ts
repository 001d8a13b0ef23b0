/** Where the focus goes when what had it goes away, by every rule of `keep-focus.ts`, in a real Chromium and by its keyboard. */
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../browser/chromium.ts";

let browser: Browser;
let page: Page;
let script = "";

beforeAll(async () => {
  const input = fileURLToPath(new URL("../../apps/web/src/shell/keep-focus.ts", import.meta.url));
  const bundle = await rolldown({ input, platform: "browser" });
  const { output } = await bundle.generate({ format: "iife", name: "kept" });
  await bundle.close();
  script = output[0].code;
  browser = await launchChromium();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** A page with this in its `main`, and what `beside` puts at the foot of the screen, as toasts are. */
const show = async (main: string, beside = ""): Promise<void> => {
  await page.setContent(`<div id="root"><div>${beside}</div><main><h1 tabindex="-1">Here</h1>${main}</main></div>`);
  await page.addScriptTag({ content: `${script}; kept.keepFocus(document.getElementById("root"));` });
};
const focus = (name: string): Promise<void> => page.getByText(name, { exact: true }).focus();
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: active } = document;
    return active === document.body ? "" : (active?.textContent ?? "");
  });
/** Long enough for the frame in which it would move. */
const afterAWhile = async (): Promise<string> => {
  await page.waitForTimeout(150);
  return focused();
};
const change = (how: string): Promise<unknown> => page.evaluate(how);
const expectFocus = (name: string): Promise<void> => expect.poll(focused).toBe(name);

const item = (name: string): string =>
  `<li id="${name}"><input aria-label="Say more"><button>End ${name}</button></li>`;
const list = `<button>Above</button><ul>${["one", "two", "three"].map(item).join("")}</ul><button>Below</button>`;
const remove = (id: string): Promise<unknown> => change(`document.getElementById("${id}").remove()`);

describe("what goes from the page", () => {
  it("hands the focus to what came after it in its list, and at the end of the list to what came before", async () => {
    await show(list);
    await focus("End one");
    await remove("one");
    await expectFocus("End two");
    await remove("two");
    await expectFocus("End three");
    await show(list);
    await focus("End three");
    await remove("three");
    await expectFocus("End two");
  });

  it("hands it to the heading where the screen is another one, also when that comes later, and where nothing is left beside it", async () => {
    await show('<div id="old"><button>Go on</button></div>');
    await focus("Go on");
    await change('document.querySelector("main").replaceChildren()');
    expect(await afterAWhile()).toBe("");
    await change('document.querySelector("main").innerHTML = "<h1 tabindex=-1>There</h1><button>First</button>"');
    await expectFocus("There");
    await show('<p id="only"><button>Only</button></p><input aria-label="Words">');
    await focus("Only");
    await remove("only");
    await expectFocus("Here");
  });

  it("leaves it at the heading where the very same screen is drawn anew", async () => {
    await show("<button>Go on</button>");
    await focus("Here");
    await change('document.querySelector("main").innerHTML = "<h1 tabindex=-1>Here</h1><button>Go on</button>"');
    await expectFocus("Here");
  });

  it("counts what cannot be tapped any more as gone, and leads into no field for words", async () => {
    await show('<form><button id="send">Send</button><input aria-label="Words"><button>Another</button></form>');
    await focus("Send");
    await change("send.disabled = true");
    await expectFocus("Another");
  });

  it("keeps it on what only moved to another place", async () => {
    await show(list);
    for (const to of ["one", "three", "one", "three"]) {
      await focus("End two");
      await change(`document.getElementById("${to}").before(document.getElementById("two"))`);
      expect(await afterAWhile()).toBe("End two");
    }
  });

  it("follows the page where it moves the focus itself", async () => {
    await show(list);
    await focus("End one");
    await change('document.getElementById("one").remove(); document.querySelectorAll("button")[3].focus()');
    expect(await afterAWhile()).toBe("Below");
  });
});

describe("a press beside everything", () => {
  it("takes the focus away for good: what changes later gives it to nothing", async () => {
    await show(`${list}<div style="height: 300px" id="ground"></div>`);
    await focus("End one");
    await page.locator("#ground").click();
    await page.waitForTimeout(50);
    await remove("one");
    expect(await afterAWhile()).toBe("");
  });
});

describe("a toast that is answered", () => {
  it("gives the focus back to what was tapped on the page, whatever lay on the way, or to what is beside that", async () => {
    for (const goes of [[], ["two"]]) {
      await show(list, '<p id="toast"><button>Undo</button></p>');
      await focus("End two");
      await page.keyboard.press("Enter");
      await focus("Above");
      await focus("Undo");
      for (const id of [...goes, "toast"]) await remove(id);
      await expectFocus(goes.length === 0 ? "End two" : "End three");
    }
  });
});

describe("a dialog", () => {
  const dialog =
    '<dialog id="box"><button>Close</button><p id="ways"><button>Yes</button><button>No</button></p></dialog>';

  it("keeps the focus inside while it is open, and gives it back to what opened it, also where it is taken out whole", async () => {
    await show(`<button>Open</button><button>Next</button>${dialog}`);
    await focus("Open");
    await change("box.showModal()");
    await focus("Yes");
    await change('document.querySelector("#ways button").remove()');
    await expectFocus("No");
    await remove("ways");
    await expectFocus("Close");
    await remove("box");
    await expectFocus("Open");
  });

  it("leads to its heading, which does nothing, where nothing is left beside what went", async () => {
    const room = '<h1 tabindex="-1">Room</h1><button>Stop</button><p id="offer"><button>Ask</button></p>';
    await show(`<button>Open</button><dialog id="box">${room}<button>End</button></dialog>`);
    await focus("Open");
    await change("box.showModal()");
    await focus("Ask");
    await change('document.querySelector("#offer").replaceChildren("A question")');
    await expectFocus("Room");
  });
});
