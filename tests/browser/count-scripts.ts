/** How much script a page downloads, as a real browser counts it: compressed bodies and headers, with an empty cache. */
import type { Page } from "playwright-core";

/** Bytes of all scripts until `action` is done and the network is quiet. The context has no service worker. */
export const countScripts = async (page: Page, action: () => Promise<void>): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await action();
  await page.waitForLoadState("networkidle");
  await session.detach();
  return Math.round(bytes);
};
