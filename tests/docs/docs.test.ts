/** Holds the documents to what exists: every dependency has its line, every link leads somewhere. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const named = (path: string): readonly string[] => {
  const manifest: Manifest = JSON.parse(read(path));
  return [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies]
    .flatMap((part) => Object.keys(part ?? {}))
    .filter((name) => !name.startsWith("@undivided/"));
};

test("docs/dependencies.md has one line for every dependency and for nothing else", () => {
  const manifests = ["package.json", "tests/browser/package.json", "bench/lighthouse/package.json"].concat(
    globSync(["packages/*/package.json", "apps/*/package.json"], { cwd: root }),
  );
  const described = [...read("docs/dependencies.md").matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name);
  expect(described.toSorted()).toEqual([...new Set(manifests.flatMap(named))].sort());
});

/** Documents of ours; a fixture's own text is not. */
const documents = globSync(["*.md", "docs/**/*.md"], { cwd: root });

describe.each(documents)("%s", (document) => {
  const text = read(document);

  test("links only to what exists", () => {
    const targets = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
      .map(([, target]) => target ?? "")
      .filter((target) => !/^[a-z]+:/.test(target))
      .map((target) => join(dirname(document), target));
    const missing = targets.filter((target) => !existsSync(join(root, target)));
    expect(missing).toEqual([]);
  });

  test("names no decision that is not written", () => {
    const decisions = globSync("docs/adr/*.md", { cwd: root }).map((path) =>
      path.slice("docs/adr/".length, -3).slice(0, 4),
    );
    const cited = [...text.matchAll(/ADRs? (\d{4})|adr\/(\d{4})/g)].map(([, inWords, inPath]) => inWords ?? inPath);
    expect(cited.filter((number) => number === undefined || !decisions.includes(number))).toEqual([]);
  });
});
