/** A report about both speaks of two people as one, says first what it cannot show, and has nothing finer than a week. */
import { coarsenFigures, joinFigures, parseCivilDate, type JoinedFigures, type Result } from "@undivided/domain";
import { describe, expect, it } from "vitest";
import { createReportOfBoth } from "./create-report-of-both.ts";
import { toHtml } from "./html.ts";
import { drawPdf } from "./pdf.ts";
import type { Report } from "./report.ts";
import { createTestPaper } from "./test-paper.contract.ts";
import { LANGUAGES } from "./words/report-words.ts";

const valueOf = <T, E>(result: Result<T, E>): T => {
  if (result.type === "error") throw new Error(JSON.stringify(result.error));
  return result.value;
};
const weeks = { from: valueOf(parseCivilDate("2026-08-24")), until: valueOf(parseCivilDate("2026-11-15")) };
const part = (rate: number, towards: number) =>
  coarsenFigures({
    hours: [3, 4, 0, 5, 6, 2, 3.5, 4, 8, 3, 4, 5],
    rate: { low: rate, high: 1.6 * rate },
    change: { low: 0.4, high: 0.8 },
    towards,
    close: { low: 0.02, high: 0.2 },
    fun: { low: -0.1, high: 0.1 },
  });
const figures = joinFigures(part(1, 11), part(2.2, 40));
if (figures === null) throw new Error("as many weeks");
const digest = "3f2a91bc0d17".padEnd(64, "0");
const empty: JoinedFigures = { ...figures, rate: null, change: null, close: null, fun: null };

const textsOf = ({ title, subtitle, preface, sections }: Report): readonly string[] => [
  ...[title, subtitle, preface],
  ...sections.flatMap(({ title: heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) => (block.type === "text" ? [block.text] : block.type === "list" ? block.items : [])),
  ]),
];

describe.each(LANGUAGES)("a report about both in %s", (language) => {
  const report = createReportOfBoth({ weeks, figures, digest }, language);
  const text = textsOf(report).join(" ");

  it("says before everything that it cannot show who caused what", () => {
    expect(report.preface).toMatch(
      /^(This report cannot show who caused what|Este informe no puede mostrar quién causó)/,
    );
    expect(toHtml(report).indexOf(report.preface)).toBeLessThan(toHtml(report).indexOf("<section"));
    const { paper, texts, pages } = createTestPaper();
    drawPdf(report, paper, { regular: "regular", bold: "bold" });
    expect(texts.slice(0, 3)).toEqual([report.title, report.subtitle, report.preface]);
    expect(pages()).toBe(1);
  });

  it("has no sentence about one of the two, and blames nobody", () => {
    expect(text.toLowerCase()).not.toMatch(
      /\b(you|your|i|my|me|partner|because|she|he|his|her|he's|yo|mi|tú|tu|pareja|porque)\b/,
    );
  });

  it("has a row for each week and nothing finer, and one column for the two together", () => {
    const charts = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "chart" ? [block.chart] : [])),
    );
    expect(charts).toHaveLength(1);
    expect(charts[0]?.table.rows).toHaveLength(12);
    expect(charts[0]?.table.head).toHaveLength(2);
  });

  it("gives ranges for what is of people, and the mark that two papers are compared by", () => {
    expect(text).toMatch(language === "en" ? /came first 3\.\d to 5\.\d times/ : /de 3,\d a 5,\d veces/);
    expect(text).toContain("3f2a 91bc 0d17");
    expect(text).toMatch(language === "en" ? /kept 40 to 78 good/ : /guardamos de 40 a 78/);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("says what there was too little for, without saying of whom", () => {
    const little = createReportOfBoth({ weeks, figures: empty, digest }, language);
    const items = little.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "list" ? block.items : [])),
    );
    expect(items).toHaveLength(4);
    expect(textsOf(little).join(" ")).not.toMatch(/3[.,]\d to|de 3,/);
  });
});
