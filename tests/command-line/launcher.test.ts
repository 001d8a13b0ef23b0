import { spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { launcher, nextLine, nodePrograms, runToEnd, waitForExit } from "./run-undivided.ts";

const folders: string[] = [];
const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "undivided launcher "));
  folders.push(folder);
  return folder;
};
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const readPort = (line: string): number => {
  const value: unknown = JSON.parse(line);
  const address = typeof value === "object" && value !== null && "listening" in value ? String(value.listening) : "";
  return Number(new URL(address).port);
};

const isPortFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });

const becomesFree = async (port: number): Promise<boolean> => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await isPortFree(port)) return true;
    await wait(50);
  }
  return false;
};

describe.each(nodePrograms)("the launcher under Node $version", ({ path: node }) => {
  it("says the version of the command line", async () => {
    const ended = await runToEnd(node, [launcher, "--version"]);
    expect(ended).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: "" });
  });

  it("lists the verbs and ends with 0 when asked for help", async () => {
    const ended = await runToEnd(node, [launcher, "--help"]);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toMatch(/^ {2}serve +serve the app/m);
  });

  it("runs from any folder and passes the exit code of a wrong call on", async () => {
    const ended = await runToEnd(node, [launcher, "no-such-verb"], { cwd: await temporaryFolder() });
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe("");
    expect(ended.stderr).toMatch(/^undivided: no verb "no-such-verb"; there is .*serve.*\n$/);
  });

  it.each(["SIGTERM", "SIGINT"] as const)("stops a verb cleanly on %s", async (signal) => {
    const child = spawn(node, [launcher, "serve", "--port", "0", "--data", await temporaryFolder()], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const port = readPort(await nextLine(child));
    const exit = waitForExit(child);
    child.kill(signal);
    expect(await exit).toEqual({ code: 0, signal: null });
    expect(await isPortFree(port)).toBe(true);
  });

  it("leaves nothing behind on the port when it is killed outright", async () => {
    const child = spawn(node, [launcher, "serve", "--port", "0", "--data", await temporaryFolder()], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const port = readPort(await nextLine(child));
    const exit = waitForExit(child);
    child.kill("SIGKILL");
    await exit;
    expect(await becomesFree(port)).toBe(true);
  });

  it("ends a verb when the process that started it with a channel is gone", async () => {
    const child = spawn(node, [launcher, "serve", "--port", "0", "--data", await temporaryFolder()], {
      stdio: ["ignore", "pipe", "ignore", "ipc"],
    });
    const port = readPort(await nextLine(child));
    const exit = waitForExit(child);
    child.disconnect();
    expect(await exit).toEqual({ code: 0, signal: null });
    expect(await isPortFree(port)).toBe(true);
  });

  it("is quiet when the reader of its output goes away", async () => {
    const child = spawn(node, [launcher, "serve", "--help"], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    expect(await waitForExit(child)).toEqual({ code: 0, signal: null });
    expect(stderr).toBe("");
  });
});

const olderNode = nodePrograms.find(({ version }) => !version.startsWith("v26."));

describe.runIf(olderNode !== undefined)("the launcher under an older Node without a pinned copy", () => {
  it("says in one line what is missing and how to get it", async () => {
    const folder = await temporaryFolder();
    await cp(join(launcher, "../.."), folder, {
      recursive: true,
      filter: (source) => !source.includes("node_modules"),
    });
    const ended = await runToEnd(olderNode?.path ?? "", [join(folder, "bin/undivided.js"), "--version"]);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toBe("");
    expect(ended.stderr).toMatch(/^undivided: needs Node 26, this is v\d+.*run "npm ci", or install Node 26.*\n$/);
  });
});
