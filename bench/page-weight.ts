/** Weight of the page that a phone downloads when the app is opened for the first time, as a real browser counts it. */
import { fileURLToPath } from "node:url";
import { ensureApp } from "../scripts/setup/build.mjs";
import { launchChromium } from "../tests/browser/chromium.ts";
import { serveApp } from "../tests/browser/serve-app.ts";

export interface PageWeightFigure {
  readonly bench: "page-weight";
  /** The address below the app's root. */
  readonly page: string;
  readonly requests: number;
  /** Compressed bodies and headers of all answers until the network is quiet; without what is kept for offline use later. */
  readonly transferredBytes: number;
}

const pages = ["/"];

export const benchPageWeight = async (): Promise<readonly PageWeightFigure[]> => {
  await ensureApp(console.error);
  const app = await serveApp();
  const browser = await launchChromium();
  try {
    const figures: PageWeightFigure[] = [];
    for (const path of pages) {
      const context = await browser.newContext({ serviceWorkers: "block" });
      const page = await context.newPage();
      const network = await context.newCDPSession(page);
      let requests = 0;
      let transferredBytes = 0;
      network.on("Network.loadingFinished", ({ encodedDataLength }) => {
        requests += 1;
        transferredBytes += encodedDataLength;
      });
      await network.send("Network.enable");
      await page.goto(`${app.url}${path}`, { waitUntil: "networkidle" });
      figures.push({ bench: "page-weight", page: path, requests, transferredBytes: Math.round(transferredBytes) });
      await context.close();
    }
    return figures;
  } finally {
    await browser.close();
    await app.stop();
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const figure of await benchPageWeight()) console.log(JSON.stringify(figure));
}
