/** `npm start` on a machine where something is missing: one clear line, whichever Node begins it. */
import { globSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, nodePrograms, runToEnd } from "../command-line/run-undivided.ts";

const root = join(import.meta.dirname, "../..");
let folder = "";
/** The project without its packages, in a folder with spaces in its name. */
let project = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "undivided start "));
  project = join(folder, "fresh");
  const manifests = globSync(["package.json", "packages/*/package.json", "apps/*/package.json"], { cwd: root });
  for (const path of [...manifests, "package-lock.json", ".npmrc", "scripts", "apps/cli/bin"]) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await cp(join(root, path), join(project, path), { recursive: true });
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A port that nobody has just now: a start that got too far would not hide behind a running one. */
const start = (node: string, env: Readonly<Record<string, string>>): Promise<Ended> =>
  runToEnd(node, [join(project, "scripts/start.mjs")], {
    cwd: folder,
    env: { ...ownEnvironment(), PORT: "0", npm_config_cache: join(folder, "cache"), ...env },
  });

/** Without what the npm that runs these tests hands down. */
const ownEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));

describe.each(nodePrograms)("npm start under Node $version", ({ path: node }) => {
  it.each(["abc", "65536", "-1", "80.5"])("refuses PORT=%s", async (PORT) => {
    const ended = await start(node, { PORT });
    expect(ended).toEqual({
      code: 2,
      stdout: "",
      stderr: `npm start: PORT is "${PORT}", and a port is a number from 1 to 65535 (0 picks a free one).\n`,
    });
  });

  it.each(["127.0.0.1", "::1", "::"])("says before anything else that the port is in use on %s", async (host) => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen({ port: 0, host }, () => {
        const address = server.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    const ended = await start(node, { PORT: String(port) });
    server.close();
    expect(ended).toEqual({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(new RegExp(`^npm start: port ${port} is in use; [^\\n]+\\n$`)),
    });
  });

  it("says in one line that no registry can be reached, and where npm's log is", async () => {
    const ended = await start(node, { npm_config_registry: "http://127.0.0.1:9/" });
    expect(ended.code).toBe(1);
    expect(ended.stdout).toMatch(/^Installing packages .*\n$/);
    expect(ended.stderr).toMatch(
      /^npm start: no package registry can be reached \(ECONNREFUSED\)\. .+ npm's log: .+\n$/,
    );
  });

  it("says in one line that npm is missing", async () => {
    const onlyNode = join(folder, "only-node");
    await mkdir(onlyNode, { recursive: true });
    await symlink(node, join(onlyNode, "node")).catch(() => undefined);
    const ended = await start(node, { PATH: onlyNode });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toBe("npm start: npm is missing; it comes with Node from nodejs.org.\n");
  });
});
