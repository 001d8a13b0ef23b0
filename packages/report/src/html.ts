/**
 * A report as one HTML page that needs nothing else: no script, no font, no picture from anywhere.
 *
 * Inks are CSS variables, so that dark, light and print each have theirs.
 */
import { escapeMarkup, toSvg } from "./charts/svg.ts";
import type { Block, Report, Section } from "./report.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";

const inks = { strong: "var(--strong)", soft: "var(--soft)", band: "var(--band)", text: "var(--label)" };

const style = `
:root{color-scheme:light dark;--strong:#1f1f1f;--soft:#6b6b6b;--band:#d9d9d9;--label:#333;--page:#fff;--text:#1f1f1f}
@media (prefers-color-scheme:dark){:root{--strong:#f2f2f2;--soft:#a6a6a6;--band:#444;--label:#ddd;--page:#161616;--text:#ededed}}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:44rem;background:var(--page);color:var(--text);font:1.0625rem/1.55 system-ui,sans-serif}
h1{margin:0 0 .25rem;font-size:1.9rem;line-height:1.2}h2{margin:2.25rem 0 .5rem;font-size:1.25rem}
p{margin:.5rem 0}.sub{color:var(--label)}.preface{margin-top:1rem;padding-left:.9rem;border-left:3px solid var(--soft)}
.small{font-size:.9375rem}figure{margin:1.25rem 0}figcaption{margin-bottom:.5rem;font-weight:600}
svg{display:block;width:100%;height:auto;font-family:inherit}.narrow{display:none;max-width:24rem}
@media screen and (max-width:34rem){.wide{display:none}.narrow{display:block}}
table{border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}th,td{padding:.2rem .9rem .2rem 0;text-align:left;border-bottom:1px solid var(--band)}
summary{cursor:pointer;padding:.4rem 0}
@media print{@page{size:A4;margin:14mm 16mm}:root{--strong:#000;--soft:#6b6b6b;--band:#d9d9d9;--label:#222;--page:#fff;--text:#000}body{max-width:none;padding:0;font-size:9.5pt;line-height:1.4}h2{margin:1.1rem 0 .25rem}figure,li{break-inside:avoid}h2,figcaption{break-after:avoid}.small{font-size:8.5pt}details{display:none}}
`.trim();

/** The whole page as text. */
export const toHtml = (report: Report): string => {
  const showTable = { en, es }[report.language].showTable;
  return [
    "<!doctype html>",
    `<html lang="${report.language}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="robots" content="noindex">',
    `<title>${escapeMarkup(report.title)}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${escapeMarkup(report.title)}</h1>`,
    `<p class="sub">${escapeMarkup(report.subtitle)}</p>`,
    `<p class="preface">${escapeMarkup(report.preface)}</p>`,
    ...report.sections.map((section) => writeSection(section, showTable)),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
};

const writeSection = ({ title, blocks, isSmall }: Section, showTable: string): string =>
  [
    `<section${isSmall ? ' class="small"' : ""}>`,
    `<h2>${escapeMarkup(title)}</h2>`,
    ...blocks.map((block) => writeBlock(block, showTable)),
    "</section>",
  ].join("\n");

const writeBlock = (block: Block, showTable: string): string => {
  switch (block.type) {
    case "text":
      return `<p>${escapeMarkup(block.text)}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${escapeMarkup(item)}</li>`).join("")}</ul>`;
    case "chart": {
      const { chart } = block;
      const row = (cells: readonly string[], tag: "th" | "td"): string =>
        `<tr>${cells.map((cell, index) => writeCell(cell, tag, index)).join("")}</tr>`;
      return [
        `<figure><figcaption>${escapeMarkup(chart.title)}</figcaption>`,
        `<div class="wide">${toSvg(chart, inks, chart.description)}</div>`,
        `<div class="narrow">${toSvg(chart.narrow, inks, chart.description)}</div>`,
        `<details><summary>${escapeMarkup(showTable)}</summary>`,
        `<table><thead>${row(chart.table.head, "th")}</thead><tbody>`,
        ...chart.table.rows.map((cells) => row(cells, "td")),
        "</tbody></table></details></figure>",
      ].join("");
    }
  }
};

const writeCell = (cell: string, tag: "th" | "td", index: number): string =>
  tag === "th"
    ? `<th scope="col">${escapeMarkup(cell)}</th>`
    : index === 0
      ? `<th scope="row">${escapeMarkup(cell)}</th>`
      : `<td>${escapeMarkup(cell)}</td>`;
