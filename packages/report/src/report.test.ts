/** A report says what the summary says, in both languages, and nothing about anybody else. */
import { parseCivilDate, parseUtcOffset, type Result } from "@undivided/domain";
import { knownRecords, PEOPLE } from "@undivided/domain/arbitraries.contract";
import { createRandom, type OwnSummary, simulateCoupleRecords, summarizeOwnRecords } from "@undivided/insight";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { escapeMarkup } from "./charts/svg.ts";
import { createReport } from "./create-report.ts";
import { toHtml } from "./html.ts";
import { toPdfDefinition } from "./pdf.ts";
import type { Report } from "./report.ts";
import { LANGUAGES } from "./words/report-words.ts";

const valueOf = <T, E>(result: Result<T, E>): T => {
  if (result.type === "error") throw new Error(JSON.stringify(result.error));
  return result.value;
};

const course = {
  weeks: 12,
  resetWorks: true,
  firstDay: valueOf(parseCivilDate("2026-01-05")),
  utcOffset: valueOf(parseUtcOffset(0)),
};
const [{ person, records }] = simulateCoupleRecords(course, createRandom(1)).people;
const all = { owner: person, from: null, to: null, changeDay: null } as const;
const summary = summarizeOwnRecords(records, { ...all, random: createRandom(1) });
const nothing = summarizeOwnRecords([], { ...all, random: createRandom(1) });

/** Every sentence and every word in a chart. */
const wordsOf = (report: Report): readonly string[] => [
  report.title,
  report.subtitle,
  report.preface,
  ...report.sections.flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap((block) => {
      if (block.type === "text") return [block.text];
      if (block.type === "list") return block.items;
      const { chart } = block;
      const labels = chart.shapes.flatMap((shape) => (shape.type === "label" ? [shape.text] : []));
      return [chart.title, chart.description, ...labels, ...chart.table.head, ...chart.table.rows.flat()];
    }),
  ]),
];

const chartsOf = (report: Report) =>
  report.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "chart" ? [block.chart] : [])));

describe.each(LANGUAGES)("a report in %s", (language) => {
  const report = createReport(summary, language);

  it("has words for everything and a number for every word that wants one", () => {
    for (const text of wordsOf(report)) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
    }
  });

  it("blames nobody, names nobody else, and claims no cause", () => {
    const text = wordsOf(report).join(" ").toLowerCase();
    expect(text).not.toMatch(/\b(you|your|partner|because|she|he|his|her)\b/);
    expect(text).not.toMatch(/\b(tú|tu|tus|vosotros|pareja|porque|ella|él)\b/);
  });

  it("draws every chart within its box, with a table beside it", () => {
    const charts = chartsOf(report);
    expect(charts).toHaveLength(4);
    for (const { shapes, width, height, table } of charts) {
      const points = shapes.flatMap((shape) =>
        "points" in shape ? shape.points : "at" in shape ? [shape.at] : [shape.from, shape.to],
      );
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(height);
      }
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.head.length);
    }
  });

  it("says what is missing where there is nothing, and no figure", () => {
    const empty = createReport(nothing, language);
    expect(chartsOf(empty)).toEqual([]);
    const missing = empty.sections.find(({ blocks }) => blocks.some(({ type }) => type === "list"));
    expect(missing?.blocks).toMatchObject([{ type: "list" }]);
    expect(missing?.blocks.flatMap((block) => (block.type === "list" ? block.items : [])).length).toBeGreaterThan(6);
  });

  it("is one page of HTML that asks nobody for anything and says its language and title", () => {
    const html = toHtml(report);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<title>${report.title}</title>`);
    expect(html).not.toMatch(/<script|(src|href|url)\s*[=(]/);
    expect(html.match(/https?:\/\/[^"]*/g) ?? []).toEqual(
      Array.from({ length: 4 }, () => "http://www.w3.org/2000/svg"),
    );
  });

  it("is laid out for PDF with its title, its language and one face, charts as vectors", () => {
    const definition = toPdfDefinition(report, "Face");
    expect(definition).toMatchObject({ language, tagged: true, displayTitle: true, info: { title: report.title } });
    expect(JSON.stringify(definition)).not.toMatch(/"image"|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    expect(JSON.stringify(definition).match(/<svg/g)).toHaveLength(4);
  });
});

describe("what a report says", () => {
  const says = (change: Partial<OwnSummary>): string =>
    wordsOf(createReport({ ...summary, ...change }, "en")).join(" ");
  const estimate = { type: "estimate", count: 30, exposureHours: 60 } as const;

  test.each([
    [0.5, 0.8, "became less"],
    [0.9, 1.1, "No clear change"],
    [1.1, 1.4, "became more"],
  ])("of a trend between %d and %d: %s", (low, high, words) => {
    const trend = { ...estimate, value: (low + high) / 2, low, high, method: "quasi-poisson-trend" } as const;
    expect(says({ trend })).toContain(words);
  });

  it("points out a level only where it may be pointed out", () => {
    expect(says({})).toContain("stands out beyond chance");
    const [first, ...rest] = summary.patterns;
    if (first === undefined) throw new Error("no pattern");
    const ratio = { ...estimate, value: 2.1, low: 1.4, high: 3, method: "gamma-pooled-levels" } as const;
    const level = { level: "friday", hours: 9, count: 30, ratio, p: 0.001, standsOut: true } as const;
    expect(says({ patterns: [{ ...first, levels: [level] }, ...rest] })).toContain(
      "Friday (more: 2.1 times my average, 1.4 to 3.0)",
    );
  });

  it("holds for any records in both languages, without a number that is none", () => {
    fc.assert(
      fc.property(fc.array(knownRecords, { maxLength: 80 }), fc.constantFrom(...LANGUAGES), (drawn, language) => {
        const options = { ...all, owner: PEOPLE[0], random: createRandom(1) };
        const report = createReport(summarizeOwnRecords(drawn, options), language);
        expect(wordsOf(report).join(" ") + toHtml(report)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { seed: 8, numRuns: 40 },
    );
  });

  it("lets no text become markup", () => {
    expect(escapeMarkup(`<a href="x">&`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;");
    const report: Report = { ...createReport(nothing, "en"), title: "<script>1</script>" };
    expect(toHtml(report)).not.toContain("<script>");
  });
});
