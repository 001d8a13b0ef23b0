import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const app = join(import.meta.dirname, "../..");

const readObject = (path: string): object => {
  const parsed: unknown = JSON.parse(readFileSync(join(app, path), "utf8"));
  if (typeof parsed !== "object" || parsed === null) throw new Error(`${path}: no object`);
  return parsed;
};

const topicsOf = (language: string): readonly string[] =>
  readdirSync(join(app, "messages", language))
    .map((name) => name.replace(/\.json$/, ""))
    .sort();

const keysByTopic = (language: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    topicsOf(language).map((topic) => [topic, Object.keys(readObject(`messages/${language}/${topic}.json`))]),
  );

const read = (language: string): ReadonlyMap<string, unknown> =>
  new Map(topicsOf(language).flatMap((topic) => Object.entries(readObject(`messages/${language}/${topic}.json`))));

/** Every text of a message, its variants included. */
const textsOf = (message: unknown): readonly string[] =>
  typeof message === "string"
    ? [message]
    : [...JSON.stringify(message).matchAll(/":"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) => text);

const inputsOf = (message: unknown): readonly string[] =>
  [
    ...new Set(textsOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name))),
  ].sort();

const sourceFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !entry.parentPath.includes("paraglide"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));

describe("messages", () => {
  const english = read("en");
  const spanish = read("es");

  it("exist in every language, in the same topics and in the same order", () => {
    expect(keysByTopic("es")).toEqual(keysByTopic("en"));
  });

  it("stand in topics that the compiler is told of, and each key in one topic", () => {
    const settings: unknown = JSON.parse(readFileSync(join(app, "project.inlang/settings.json"), "utf8"));
    expect(settings).toMatchObject({ "undivided.message-format": { topics: topicsOf("en") } });
    const keys = Object.values(keysByTopic("en")).flat();
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("name the days of the week as Intl does, in its order", () => {
    for (const [language, messages] of [
      ["en", english],
      ["es", spanish],
    ] as const) {
      const names = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
      const week = [0, 1, 2, 3, 4, 5, 6].map((day) => [`day=${day}`, names.format(Date.UTC(2023, 0, 1 + day))]);
      expect(messages.get("today_weekday")).toMatchObject([{ match: Object.fromEntries(week) }]);
    }
  });

  it("are Spanish as it is read on both sides of the ocean: no word that is coarse on one, no form used on one only", () => {
    const oneSided =
      /\b(?:re)?(?:coge|coja|cojo|cogi|cogí|cogé)|\b(?:vosotr|vuestr)|(?:áis|éis|íais|steis)(?![\p{L}])|\bordenador/iu;
    for (const [key, message] of spanish) {
      for (const text of textsOf(message)) expect(text, key).not.toMatch(oneSided);
    }
  });

  it("have one Spanish word for one thing, as docs/glossary.md lists them", () => {
    const other =
      /\b(?:cada quien|charlas?|desli(?:z|ces)|relevo|ratos? juntos|tiempos? a dos|reinicio|portátil|apetece|aparca|tumbarse)(?![\p{L}])/iu;
    for (const [key, message] of spanish) {
      for (const text of textsOf(message)) expect(text, key).not.toMatch(other);
    }
  });

  it("take the same inputs in every language", () => {
    for (const [key, message] of english) {
      // A plural may name its number in one language and not in the other; the others must agree.
      const ofNumber = (name: string): boolean => name !== "count";
      expect(inputsOf(spanish.get(key)).filter(ofNumber), key).toEqual(inputsOf(message).filter(ofNumber));
    }
  });

  it("are said in every language: none is empty, none was left in English", () => {
    // Words that are the same in both: names, formats, and patterns without a word.
    const same = new Set(["app_title", "skipped_line"]);
    for (const [key, message] of english) {
      for (const text of [...textsOf(message), ...textsOf(spanish.get(key))]) expect(text.trim(), key).not.toBe("");
      if (same.has(key)) continue;
      if (typeof message === "string" && message.includes(" ")) expect(spanish.get(key), key).not.toBe(message);
    }
  });

  it("are all in use", () => {
    const sources = sourceFiles(join(app, "src")).join("\n");
    const unused = [...english.keys()].filter((key) => !new RegExp(`\\bm\\.${key}\\b`).test(sources));
    expect(unused).toEqual([]);
  });

  it("never blame: the second person does not appear with a fault", () => {
    for (const [key, message] of english) {
      for (const text of textsOf(message)) expect(text, key).not.toMatch(/\byou (failed|forgot|ignored|should)\b/i);
    }
  });
});
