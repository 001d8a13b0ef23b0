/** `npm run types`: the TypeScript compiler over every project of the work tree, and Svelte's checker over the app. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const binary = (path) => join(root, "node_modules", path);

const rooms = ["packages", "apps"].flatMap((floor) =>
  readdirSync(join(root, floor), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, floor, entry.name)),
);
const projects = [root, ...rooms].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /^tsconfig(\.\w+)?\.json$/.test(name) && name !== "tsconfig.base.json")
    .map((name) => join(folder, name)),
);

/** Checked by Svelte's checker, its plain TypeScript too. */
const app = join(root, "apps/web/tsconfig.json");

let failed = 0;
const check = (title, args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status === 0) return;
  failed += 1;
  console.error(`types: ${title} failed`);
};

for (const project of projects.filter((path) => path !== app)) {
  check(relative(root, project), [binary("typescript/bin/tsc"), "-p", project, "--pretty", "false"]);
}
if (existsSync(app)) {
  check("svelte-check", [
    binary("svelte-check/bin/svelte-check"),
    "--workspace",
    dirname(app),
    "--tsconfig",
    app,
    "--output",
    "human",
    "--fail-on-warnings",
  ]);
}
process.exitCode = failed === 0 ? 0 : 1;
