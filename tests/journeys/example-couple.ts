/** What the phones of the example couple hold, brought in as its owner would bring in a file of their own. */
import { encodeRecord, parseUtcOffset, type CivilDate } from "@undivided/domain";
import { createRandom, simulateCoupleRecords } from "@undivided/insight";
import type { Page } from "playwright-core";
import { visit } from "./journey.ts";

export interface Example {
  readonly firstDay: CivilDate;
  readonly weeks: number;
  readonly seed: number;
}

/** Of each of the two, as lines of a file. */
export const exampleLines = ({ firstDay, weeks, seed }: Example): readonly [string, string] => {
  const utcOffset = parseUtcOffset(0);
  if (utcOffset.type === "error") throw new Error("an offset");
  const course = { weeks, resetWorks: true, firstDay, utcOffset: utcOffset.value };
  const [one, other] = simulateCoupleRecords(course, createRandom(seed)).people.map(({ records }) =>
    records.map((record) => `${JSON.stringify(encodeRecord(record))}\n`).join(""),
  );
  return [one ?? "", other ?? ""];
};

export const bringLines = async (page: Page, lines: string): Promise<void> => {
  await visit(page, "/settings/backup");
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name: "example.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(lines) });
  await page.locator("dialog[open] button.action").click();
  await page.getByRole("status").filter({ hasText: /\d\d/ }).waitFor();
};
