import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const app = join(import.meta.dirname, "../..");

const read = (language: string): ReadonlyMap<string, unknown> => {
  const parsed: unknown = JSON.parse(readFileSync(join(app, `messages/${language}.json`), "utf8"));
  if (typeof parsed !== "object" || parsed === null) throw new Error("no messages");
  return new Map(Object.entries(parsed));
};

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

  it("exist in every language, in the same order", () => {
    expect([...spanish.keys()]).toEqual([...english.keys()]);
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
