/** Proves that the lint rules bite: a small house full of forbidden imports, linted by the project's own configuration. */
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import { createConfig } from "../../scripts/lint/create-config.mjs";

const fixture = join(import.meta.dirname, "fixture");

/** What each forbidden file is told, by rule. A file not named here must be told nothing. */
const expected: Readonly<Record<string, readonly string[]>> = {
  "packages/domain/src/imports-sensing.ts": ["rooms/imports"],
  "packages/domain/src/runs-alone.test.ts": ["no-restricted-syntax"],
  "packages/sensing/src/imports-sibling.ts": ["rooms/imports"],
  "packages/sensing/src/imports-sibling-type.ts": ["rooms/imports"],
  "packages/sensing/src/escapes.ts": ["rooms/imports"],
  "packages/nameless/src/index.ts": ["rooms/imports"],
  "packages/sensing/src/imports-by-type.ts": ["rooms/imports"],
  "packages/sensing/src/imports-node.ts": ["rooms/imports"],
  "packages/sensing/src/uses-browser.ts": ["no-restricted-globals"],
  "packages/sensing/src/reads-clock.ts": ["no-restricted-properties"],
  "packages/journal/src/enters-inside.ts": ["rooms/imports"],
  "apps/relay/src/imports-vault.ts": ["rooms/imports"],
  "apps/relay/src/loads-sensing.ts": ["rooms/imports"],
  "apps/relay/src/imports-any-name.ts": ["no-restricted-syntax"],
  "apps/cli/src/imports-web.ts": ["rooms/imports"],
  "apps/web/src/features/together/imports-feature.ts": ["rooms/imports"],
  "apps/web/src/ui/imports-domain.svelte": ["rooms/imports"],
  "apps/web/src/platform/utils.ts": ["undivided/file-name"],
  "apps/web/src/platform/default-export.ts": ["undivided/no-default-export"],
  "apps/web/src/platform/asserts.ts": ["undivided/no-assertion"],
};

const lintFixture = async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const eslint = new ESLint({
    cwd: fixture,
    overrideConfigFile: true,
    overrideConfig: createConfig(fixture, { typeAware: false }),
  });
  const results = await eslint.lintFiles(["**/*.ts", "**/*.svelte"]);
  return new Map(
    results.map((result) => [
      relative(fixture, result.filePath).split(sep).join("/"),
      result.messages.map((message) => message.ruleId ?? message.message).sort(),
    ]),
  );
};

describe("the lint rules", () => {
  it("tell every forbidden import and every breach of style in the fixture, and nothing else", async () => {
    const told = await lintFixture();
    expect(Object.fromEntries([...told].filter(([, rules]) => rules.length > 0))).toEqual(expected);
  });

  it("look at every file of the fixture", async () => {
    const told = await lintFixture();
    const files = await readdir(fixture, { recursive: true });
    const sources = files.filter((file) => /\.(ts|svelte)$/.test(file)).map((file) => file.split(sep).join("/"));
    expect([...told.keys()].sort()).toEqual(sources.sort());
  });
});
