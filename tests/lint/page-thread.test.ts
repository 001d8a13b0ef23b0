/**
 * What the page's own thread may load of `@stdlib`, which weighs more than a page should and asks the engine by `eval` what it can (the build
 * takes that out: apps/web/build/without-eval.ts): the quantiles of the first picture of Us, which handing ten years to a worker would delay (docs/adr/0026).
 * All other statistics run in workers; a page takes their types, or an entry that brings nothing along.
 *
 * Walks the sources from `main.ts` over every import that stays at run time, also those that are loaded later; a worker is where it ends.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const web = join(root, "apps/web/src");

/** Specifiers of imports and re-exports that are not of types alone. */
const importsOf = (file: string): readonly string[] => {
  const text = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const fromClauses = [
    ...text.matchAll(/(?:^|[;\s])(import|export)\s+(?!type[\s{*])([^;"']*?)\s*from\s*["']([^"']+)["']/g),
  ];
  const kept = fromClauses.filter(([, , names = ""]) => !isOfTypesAlone(names)).map(([, , , from = ""]) => from);
  const loaded = [...text.matchAll(/import\s*\(\s*["']([^"']+)["']/g)].map(([, from = ""]) => from);
  const plain = [...text.matchAll(/(?:^|[;\n])\s*import\s*["']([^"']+)["']/g)].map(([, from = ""]) => from);
  return [...kept, ...loaded, ...plain];
};

const isOfTypesAlone = (names: string): boolean => {
  const list = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  const each = list?.split(",").filter((one) => one.trim() !== "") ?? [];
  return each.length > 0 && each.every((one) => one.trim().startsWith("type "));
};

/** Of our own packages, by their exports; null for a library or what is no script. */
const resolve = (from: string, specifier: string): string | null => {
  if (specifier.startsWith(".")) {
    const path = join(dirname(from), specifier);
    return /\.(ts|svelte|js)$/.test(path) && existsSync(path) ? path : null;
  }
  const [, name, entry = ""] = /^@undivided\/([a-z]+)(\/.*)?$/.exec(specifier) ?? [];
  if (name === undefined) return null;
  const manifest: unknown = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
  const listed = manifest !== null && typeof manifest === "object" && "exports" in manifest ? manifest.exports : {};
  const exported = new Map<string, unknown>(Object.entries(listed ?? {})).get(`.${entry}`);
  if (typeof exported !== "string") throw new Error(`${specifier} is no entry of its package`);
  return join(root, "packages", name, exported);
};

/** All files that are reached, and each library with one file that names it. */
const walk = (
  start: string,
): { readonly files: ReadonlySet<string>; readonly libraries: ReadonlyMap<string, string> } => {
  const files = new Set<string>();
  const libraries = new Map<string, string>();
  const queue = [start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (files.has(file)) continue;
    files.add(file);
    for (const specifier of importsOf(file)) {
      const next = resolve(file, specifier);
      if (next !== null) queue.push(next);
      else if (!specifier.startsWith(".")) libraries.set(specifier, file);
    }
  }
  return { files, libraries };
};

describe("the page's own thread", () => {
  const page = walk(join(web, "main.ts"));

  it("is walked: it reaches the pages and what they show", () => {
    expect(page.files).toContain(join(web, "features/us/us.svelte"));
    expect(page.files).toContain(join(root, "packages/report/src/create-report.ts"));
    expect(page.files.size).toBeGreaterThan(200);
  });

  it("loads nothing of @stdlib but three quantiles, and no worker's inside", () => {
    const heavy = [...page.libraries.keys()].filter((name) => name.startsWith("@stdlib/") || name.startsWith("pdf"));
    expect(heavy.filter((name) => !name.endsWith("?url")).toSorted()).toEqual([
      "@stdlib/stats-base-dists-beta-quantile",
      "@stdlib/stats-base-dists-gamma-quantile",
      "@stdlib/stats-base-dists-t-quantile",
    ]);
    expect([...page.files].filter((file) => file.endsWith(".worker.ts"))).toEqual([]);
  });

  it("would be told of it: the worker of Us does load it", () => {
    const worker = walk(join(web, "features/us/summary.worker.ts"));
    expect([...worker.libraries.keys()].filter((name) => name.startsWith("@stdlib/"))).not.toEqual([]);
  });
});
