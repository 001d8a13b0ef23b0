import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CAUSES } from "../causes/causes.ts";
import { CONTESTED, FINDINGS } from "../evidence/evidence-page.ts";
import { LANGUAGES } from "../language.ts";
import { loadTexts } from "../load.ts";
import { isText, loadLeaves } from "../review/all-texts.contract.ts";
import { REFERENCES } from "./references.ts";
import { listSources, SOURCES, type Source, type SourceId } from "./sources.ts";

const document = readFileSync(join(import.meta.dirname, "../../../../docs/evidence.md"), "utf8").replace(
  /\n[ \t]+/g,
  " ",
);
const [body = "", references = ""] = document.split("## References");
const referenceByNumber = new Map(
  [...references.matchAll(/^(\d+)\. (.*)$/gm)].map(([, number, text]) => [Number(number), text ?? ""]),
);
const isSource = (id: string): id is SourceId => Object.hasOwn(SOURCES, id);
const sourceIds = Object.keys(SOURCES).filter(isSource);
const sources: readonly (readonly [SourceId, Source])[] = listSources(sourceIds);

test("every reference of docs/evidence.md is one source, and every source one reference", () => {
  expect(sources.map(([, { reference }]) => reference)).toEqual([...referenceByNumber.keys()]);
});

describe.each(sources)("%s", (id, { reference, label, url, read }) => {
  const written = referenceByNumber.get(reference) ?? "";
  const text = written.replaceAll("_", "");

  test("has the address, the name and the year that the document gives", () => {
    expect(/https:\/\/[^\s)]+(?:\)\S+)?/.exec(written)?.[0] ?? null).toBe(url);
    for (const year of label.match(/\d{4}/g) ?? []) expect(text).toContain(year);
    const [name = ""] = label.split(/ (?=&|et al\.|\d{4})|, /);
    expect(text).toContain(name);
  });

  test("is printed with the authors, the title and the place that the document gives", () => {
    const { authors, title, published } = REFERENCES[id];
    for (const part of [authors, title, published]) expect(text).toContain(part ?? "");
  });

  test("says what of it is open exactly where the document says so", () => {
    const { authors, title, open } = REFERENCES[id];
    expect(/\bnot re-checked\b/i.test(text)).toBe(open !== null);
    if (authors === null || title === null) expect(open).not.toBeNull();
  });

  test("claims to be read no better than the document says", () => {
    expect(/\(Not\s+re-checked\.\)/.test(text)).toBe(read === "nothing");
  });
});

test("only accounts were read where the document says so", () => {
  expect(body.replace(/\s+/g, " ")).toContain(
    "Checked: [2] through accounts of the paper, [3] through the university's and a press account",
  );
  expect(sources.filter(([, { read }]) => read === "accounts").map(([, { reference }]) => reference)).toEqual([2, 3]);
});

test("nothing but the page of what is contested names a source of which nothing was read", async () => {
  const unread: readonly string[] = sources.filter(([, { read }]) => read === "nothing").map(([id]) => id);
  const cited = (await loadLeaves("en")).filter((leaf) => !isText(leaf)).map(({ text }) => text);
  const facts = [...Object.values(FINDINGS), ...Object.values(CAUSES).map((cause) => cause.sources)].flat();
  expect([...cited, ...facts].filter((id) => unread.includes(id))).toEqual([]);
  expect(
    Object.values(CONTESTED)
      .flat()
      .filter((id) => unread.includes(id)),
  ).not.toEqual([]);
});

test("every source that is cited exists, and none is kept for nothing", async () => {
  const cited = (await loadLeaves("en")).filter((leaf) => !isText(leaf)).map(({ text }) => text);
  const everywhere = new Set<string>([
    ...cited,
    ...[
      ...Object.values(FINDINGS),
      ...Object.values(CONTESTED),
      ...Object.values(CAUSES).map((cause) => cause.sources),
    ].flat(),
  ]);
  expect([...everywhere].toSorted()).toEqual(sources.map(([id]) => id).toSorted());
});

/** Figures as digits; a Spanish decimal comma counts as the point it stands for. */
const figuresIn = (text: string): readonly string[] =>
  (text.replaceAll(/(\d),(\d)/g, "$1.$2").match(/\d+(?:\.\d+)?|\.\d+/g) ?? []).map((figure) => String(Number(figure)));

test.each(LANGUAGES)("every figure in a sourced sentence in %s stands in docs/evidence.md too", async (language) => {
  const known = new Set(figuresIn(document));
  const leaves = await loadLeaves(language);
  const hasSources = new Set(
    leaves.filter((leaf) => !isText(leaf)).map(({ path }) => path.replace(/\.sources\.\d+$/, "")),
  );
  const evidence = leaves.filter(({ path }) => path.startsWith("evidence.") || path.endsWith(".found"));
  const passages = leaves.filter(
    ({ path }) => path.endsWith(".text") && hasSources.has(path.slice(0, -".text".length)),
  );
  const unknown = [...evidence, ...passages].flatMap(({ path, text }) =>
    figuresIn(text)
      // "15 of every 100" says the document's 15 %.
      .filter((figure) => figure !== "100" && !known.has(figure))
      .map((figure) => `${path}: ${figure}`),
  );
  expect(passages.length).toBeGreaterThan(15);
  expect(unknown).toEqual([]);
});

test("a figure that the document does not hold would be seen", () => {
  expect(figuresIn("d = 0,69 en 300 parejas")).toEqual(["0.69", "300"]);
  expect(new Set(figuresIn(document)).has("174")).toBe(false);
});

test.each(LANGUAGES)("a cause in %s says what was found exactly where it names sources", async (language) => {
  const causes = await loadTexts("causes", language);
  for (const [id, { found }] of Object.entries(causes)) {
    const named = Object.entries(CAUSES).find(([cause]) => cause === id)?.[1].sources ?? [];
    expect([id, found !== null]).toEqual([id, named.length > 0]);
  }
});

test("sources are listed once each, in the order of the references", () => {
  expect(listSources(["schuster-2023", "mcdaniel-2019", "schuster-2023"]).map(([id]) => id)).toEqual([
    "mcdaniel-2019",
    "schuster-2023",
  ]);
});
