/** The contracts of the stores over IndexedDB, in a real Chromium: what tabs, transactions and strict durability really do. */
import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blobStoreCases } from "../../packages/vault/src/log/blob-store.contract.ts";
import { logStoreCases } from "../../packages/vault/src/log/log-store.contract.ts";
import { launchChromium } from "../browser/chromium.ts";

let browser: Browser;
let server: Server;
let page: Page;

const bundlePage = async (): Promise<string> => {
  const input = fileURLToPath(new URL("./vault-idb-page.ts", import.meta.url));
  const bundle = await rolldown({ input, platform: "browser" });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  return output[0].code;
};

/** IndexedDB and WebCrypto need an origin that counts as secure: this machine itself does. */
const serve = (script: string): Promise<string> =>
  new Promise((resolve) => {
    server = createServer((request, response) => {
      const isScript = request.url === "/page.js";
      response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" });
      response.end(isScript ? script : '<!doctype html><script src="/page.js"></script>');
    }).listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}/` : "");
    });
  });

beforeAll(async () => {
  const url = await serve(await bundlePage());
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(url);
});

afterAll(async () => {
  await browser.close();
  server.close();
});

describe("the log in IndexedDB", () => {
  test.each(logStoreCases)("$title", async ({ title }) => {
    expect(await page.evaluate(`runCase(${JSON.stringify(title)})`)).toBeUndefined();
  });
});

describe("the blobs in IndexedDB", () => {
  test.each(blobStoreCases)("$title", async ({ title }) => {
    expect(await page.evaluate(`runCase(${JSON.stringify(title)})`)).toBeUndefined();
  });

  test("are added to a database of the version before, which keeps its entries", async () => {
    expect(await page.evaluate('runCase("older")')).toBeUndefined();
  });
});

describe("a full store in IndexedDB", () => {
  test.each(["refuses", "ends"])(
    "is said by its name and keeps what was there, all of it and no half, when the browser %s, and takes the next write",
    async (way) => {
      expect(await page.evaluate(`runCase("full: ${way}")`)).toBeUndefined();
    },
  );
});

describe("a space in IndexedDB", () => {
  test("opens from its snapshot in another tab, takes the writes of both, and forgets at once what is deleted", async () => {
    expect(await page.evaluate('runCase("two tabs")')).toBeUndefined();
  });
});
