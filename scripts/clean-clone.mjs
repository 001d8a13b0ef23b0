/**
 * `node scripts/clean-clone.mjs`: what a newcomer does, on the last commit, in folders with nothing in them. By hand, before a
 * release; takes some minutes and the network.
 *
 * One clone gets `npm ci` alone and must then run every verb, without a build; another gets `npm start`, twice.
 */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root, run, runScript, say, Stop } from "./setup/run.mjs";

/** The environment of a person's own shell: nothing of the npm that may run this script. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$|^NODE_ENV$/i.test(name)),
);
env.PATH = (env.PATH ?? "")
  .split(":")
  .filter((folder) => !folder.includes("node_modules"))
  .join(":");

const must = (truth, message) => {
  if (!truth) throw new Stop(message);
};

const timed = async (title, action) => {
  const startedAt = performance.now();
  const result = await action();
  say(`${title}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
};

const succeed = async (program, args, cwd) => {
  const { code, output } = await run(program, args, { cwd, env });
  must(code === 0, `${program} ${args.join(" ")} ended with ${code}:\n${output}`);
  return output;
};

const clone = async (folder) => {
  await succeed("git", ["clone", "--quiet", "--no-local", root, folder], root);
  return folder;
};

const checkVerbs = async (project) => {
  await timed("npm ci", () => succeed("npm", ["ci"], project));
  const elsewhere = join(project, "a folder inside");
  await mkdir(elsewhere);
  const bin = join(project, "node_modules/.bin/undivided");
  const help = await succeed(bin, ["--help"], elsewhere);
  const verbs = [...help.matchAll(/^ {2}(\w+) {2}/gm)].map(([, verb]) => verb);
  must(verbs.length > 0, `no verb in the help:\n${help}`);
  for (const [program, ...before] of [[bin], ["npx", "--no", "undivided"]]) {
    for (const verb of verbs) {
      const explained = await succeed(program, [...before, verb, "--help"], elsewhere);
      must(explained.includes(`undivided ${verb} `), `${verb} --help does not explain itself:\n${explained}`);
    }
  }
  say(`as node_modules/.bin/undivided and as npx --no undivided: ${verbs.join(", ")}`);
};

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** `npm start` until it says where it serves; then the page; then `end`; then the port must be free. */
const checkStart = async (project, port, end) => {
  // A process group of its own, as a terminal gives it: Ctrl-C goes to all of it.
  const child = spawn("npm", ["start"], {
    cwd: project,
    env: { ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
  let output = "";
  const serving = new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        if (output.includes(`http://localhost:${port}`)) resolve();
      });
    }
    void ended.then(() => reject(new Stop(`npm start ended:\n${output}`)));
  });
  await serving;
  const html = await (await fetch(`http://localhost:${port}`)).text();
  must(html.replace(/<script[\s\S]*/, "").includes("Undivided"), `the page does not name Undivided:\n${html}`);
  end(child);
  await ended;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const answers = await fetch(`http://localhost:${port}`).then(
      () => true,
      () => false,
    );
    if (!answers) return;
    await wait(100);
  }
  process.kill(-child.pid, "SIGKILL");
  throw new Stop(`port ${port} still answers after npm start has ended`);
};

const pressCtrlC = (child) => process.kill(-child.pid, "SIGINT");
const terminate = (child) => child.kill("SIGTERM");

await runScript("clean clone", async () => {
  const folder = await mkdtemp(join(tmpdir(), "undivided clean clone "));
  try {
    await checkVerbs(await clone(join(folder, "verbs")));
    const project = await clone(join(folder, "start"));
    const port = await freePort();
    await timed("npm start, the first time", () => checkStart(project, port, pressCtrlC));
    await timed("npm start, the second time", () => checkStart(project, port, terminate));
    say("A clean clone works.");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
