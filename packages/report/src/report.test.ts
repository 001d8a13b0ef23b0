/** A report says what the summary says, in both languages, and nothing about anybody else. */
import { parseCivilDate, parseUtcOffset, type Result } from "@undivided/domain";
import { knownRecords, PEOPLE } from "@undivided/domain/arbitraries.contract";
import { createRandom, type OwnSummary, simulateCoupleRecords, summarizeOwnRecords } from "@undivided/insight";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { escapeMarkup } from "./charts/svg.ts";
import { createReport } from "./create-report.ts";
import { toHtml } from "./html.ts";
import { drawPdf, titleOfPdf } from "./pdf.ts";
import { createTestPaper } from "./test-paper.contract.ts";
import type { Report } from "./report.ts";
import { writeIn } from "./words/numbers.ts";
import { type Language, LANGUAGES } from "./words/report-words.ts";

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
    for (const { table } of charts) {
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.head.length);
    }
    for (const { shapes, width, height } of charts.flatMap((chart) => [chart, chart.narrow])) {
      const points = shapes.flatMap((shape) =>
        "points" in shape ? shape.points : "at" in shape ? [shape.at] : [shape.from, shape.to],
      );
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(height);
      }
    }
  });

  it("is laid out for a phone with letters that can be read there, none over the edge and no two over each other", () => {
    // Wider than the letters of any of the faces that it is drawn in are on average.
    const widthOf = (text: string, size: number): number => text.length * size * 0.54;
    for (const { narrow } of chartsOf(report)) {
      expect(narrow.width).toBeLessThanOrEqual(300);
      const boxes = narrow.shapes.flatMap((shape) => {
        if (shape.type !== "label") return [];
        const { at, text, anchor, size } = shape;
        const width = widthOf(text, size);
        const from = at.x - (anchor === "start" ? 0 : anchor === "middle" ? width / 2 : width);
        return [{ text, size, from, until: from + width, y: at.y }];
      });
      for (const { text, size, from, until } of boxes) {
        expect(size, text).toBeGreaterThanOrEqual(9);
        expect(from, text).toBeGreaterThanOrEqual(-2);
        expect(until, text).toBeLessThanOrEqual(narrow.width + 2);
      }
      const overlaps = boxes.flatMap((one, index) =>
        boxes
          .slice(index + 1)
          .filter((other) => Math.abs(one.y - other.y) < 8 && one.from < other.until && other.from < one.until)
          .map((other) => [one.text, other.text]),
      );
      expect(overlaps).toEqual([]);
    }
  });

  it("switches its page of HTML to the layout for a phone without anything to scroll sideways", () => {
    const html = toHtml(report);
    expect(html.match(/class="narrow"/g)).toHaveLength(4);
    expect(html).toMatch(/@media screen and \(max-width:34rem\)\{\.wide\{display:none\}/);
    expect(html).not.toMatch(/overflow-x|min-width/);
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
      Array.from({ length: 8 }, () => "http://www.w3.org/2000/svg"),
    );
  });

  it("is drawn for PDF with its title, its language, and every chart as a figure with what it shows in words", () => {
    expect(titleOfPdf(report)).toMatchObject({ lang: language, info: { Title: report.title } });
    const { paper, elements, texts, pages } = createTestPaper();
    drawPdf(report, paper, { regular: "regular", bold: "bold" });
    expect(elements.filter(({ tag }) => tag === "H1")).toHaveLength(1);
    expect(elements.filter(({ tag }) => tag === "H2").length).toBe(report.sections.length);
    const figures = elements.filter(({ tag }) => tag === "Figure");
    expect(figures).toHaveLength(4);
    for (const [index, { alt }] of figures.entries()) {
      const { description, table } = chartsOf(report)[index] ?? { description: "none", table: { rows: [] } };
      expect(alt).toContain(description);
      for (const row of table.rows) for (const cell of row) expect(alt).toContain(cell);
    }
    for (const text of wordsOf({ ...report, sections: [] })) expect(texts).toContain(text);
    expect(pages()).toBeLessThanOrEqual(2);
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

  it("titles its chart with the finding of the marked day where its interval has one, else with that of the trend", () => {
    const around = (low: number, high: number) => ({ ...estimate, value: (low + high) / 2, low, high });
    const titleWith = (ratio: readonly [number, number], factor: readonly [number, number], language: Language) => {
      const change = {
        day: valueOf(parseCivilDate("2026-02-16")),
        ratio: { ...around(...ratio), method: "permuted-stretches" },
      } as const;
      const trend = { ...around(...factor), method: "quasi-poisson-trend" } as const;
      return chartsOf(createReport({ ...summary, change, trend }, language))[0]?.title;
    };
    const [clear, open] = [
      [0.4, 0.8],
      [0.8, 1.2],
    ] as const;
    expect(titleWith(clear, open, "en")).toBe("Fewer moments an hour since 16 February 2026");
    expect(titleWith(clear, open, "es")).toBe("Menos momentos por hora desde el 16 de febrero de 2026");
    expect(titleWith(clear, [1.1, 1.2], "en")).toBe("Fewer moments an hour since 16 February 2026");
    expect(titleWith(open, clear, "en")).toBe("Fewer moments an hour from week to week");
    expect(titleWith(open, open, "en")).toBe("Before and after 16 February 2026: too close to tell");
  });

  it("ranks what was there before only where one word is told apart from the others", () => {
    const share = { ...estimate, count: 6, value: 1 / 3, low: 0.1, high: 0.66, method: "beta-jeffreys" } as const;
    const before = [
      { word: "notification", share },
      { word: "habit", share },
    ] as const;
    const after = [
      { word: "relief", share },
      { word: "stress", share },
    ] as const;
    const said = (mostOften: OwnSummary["reflections"]["mostOften"]) =>
      says({ reflections: { reflections: 6, before, after, mostOften } });
    const tied = said({ before: null, after: null });
    expect(tied).toContain("Named so far as there just before: a notification and habit (6 reflections)");
    expect(tied).toContain("Named so far for afterwards: relief and stress.");
    expect(tied).not.toContain("most often");
    const apart = said({ before: "notification", after: "relief" });
    expect(apart).toContain("Just before, most often: a notification (2 of 6 reflections)");
    expect(apart).toContain("Afterwards, most often: relief.");
  });

  it("says that a day marked before every time together has nothing to be compared with", () => {
    const early = summarizeOwnRecords(records, {
      ...all,
      changeDay: valueOf(parseCivilDate("2025-12-01")),
      random: createRandom(1),
    });
    const said = (language: Language) => wordsOf(createReport(early, language));
    expect(said("en")).toContain("Before and after: no time together lies before the marked day, 1 December 2025.");
    expect(said("es")).toContain(
      "Antes y después: ningún rato en común es anterior al día marcado, el 1 de diciembre de 2025.",
    );
    expect(said("en").filter((text) => text.startsWith("Before and after"))).toHaveLength(1);
  });

  it("writes one number in one way, whichever side of a whole one it lies", () => {
    const { number, signed } = writeIn("en");
    expect([0.999, 1.001, 0.57, 9.96].map(number)).toEqual(["1.0", "1.0", "0.57", "10"]);
    expect([0.5, -0.03, 0].map(signed)).toEqual(["+0.50", "−0.03", "0.00"]);
  });

  it("writes numbers as its region does, and the words stay", () => {
    expect(writeIn("es").number(1.5)).toBe("1,5");
    expect(writeIn("es", "es-MX").number(1.5)).toBe("1.5");
    const textIn = (region?: string) => wordsOf(createReport(summary, "es", region)).join(" ");
    expect(textIn("es-MX")).not.toMatch(/\d,\d/);
    const isTheSame = textIn("es-MX").replace(/(\d)\.(\d)/g, "$1,$2") === textIn().replaceAll("\u00a0%", "%");
    expect(isTheSame).toBe(true);
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
