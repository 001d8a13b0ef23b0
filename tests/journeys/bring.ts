/** A file of one's own records, brought in on the page for it. */
import type { Page } from "playwright-core";
import { visit } from "./journey.ts";

export const bring = async (page: Page, lines: string): Promise<void> => {
  await visit(page, "/settings/backup");
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name: "kept.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(lines) });
  await page.locator("dialog[open] button.action").click();
  await page.getByRole("status").filter({ hasText: /\d\d/ }).waitFor();
};
