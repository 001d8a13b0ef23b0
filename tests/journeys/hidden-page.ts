/**
 * A phone whose page can really be hidden.
 *
 * Playwright keeps every page visible; a context that it did not set up (`noDefaults`) behaves as in a person's browser: another
 * tab in front hides the page.
 */
import { createServer } from "node:net";
import { chromium, type Page } from "playwright-core";
import { phone } from "./journey.ts";
import { launchPhone } from "./senses.ts";

export interface HidingPhone {
  readonly page: Page;
  /** Errors and warnings of the console, uncaught errors. */
  readonly faults: readonly string[];
  /** Another tab stands in front for as long as `meanwhile` takes. */
  readonly hide: (meanwhile: () => Promise<void>) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const openPhoneThatHides = async (
  url: string,
  sound: string,
  permissions: readonly string[],
): Promise<HidingPhone> => {
  const port = await findFreePort();
  const launched = await launchPhone(sound, [`--remote-debugging-port=${port}`]);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("the browser has no context");
  await context.grantPermissions([...permissions], { origin: url });
  const page = await context.newPage();
  await page.setViewportSize(phone);
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  // The base address of a context cannot be set here.
  const goto = page.goto.bind(page);
  page.goto = (path, options) => goto(new URL(path, url).href, options);
  return {
    page,
    faults,
    hide: async (meanwhile) => {
      const other = await context.newPage();
      await other.bringToFront();
      await meanwhile();
      await page.bringToFront();
      await other.close();
    },
    close: async () => {
      await browser.close();
      await launched.close();
    },
  };
};

const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("no port"));
      });
    });
  });
