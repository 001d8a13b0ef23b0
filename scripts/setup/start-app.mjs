/** The steps of `npm start`. */
import { createServer } from "node:net";
import { join } from "node:path";
import { ensureApp } from "./build.mjs";
import { ensurePackages } from "./install.mjs";
import { root, say, start, Stop } from "./run.mjs";

const defaultPort = 8787;

export const startApp = async () => {
  const port = readPort(process.env.PORT);
  // Asked before the long steps too, so that nobody waits for them in vain.
  await ensurePortFree(port);
  await ensurePackages(root, {
    development: false,
    words: "Installing packages (only the first time; usually under a minute) …",
  });
  await ensureApp();
  await serve(port);
};

const readPort = (text) => {
  if (text === undefined || text === "") return defaultPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65535) return port;
  throw new Stop(`PORT is "${text}", and a port is a number from 1 to 65535 (0 picks a free one).`, 2);
};

const ensurePortFree = async (port) => {
  for (const host of ["127.0.0.1", "::1"]) {
    const code = await new Promise((resolve) => {
      const probe = createServer();
      probe.once("error", (error) => resolve(error.code));
      probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve("free")));
    });
    if (code === "EADDRINUSE") {
      throw new Stop(`port ${port} is in use; stop what uses it, or choose another: PORT=${port + 1} npm start`);
    }
    if (code === "EACCES") {
      throw new Stop(`port ${port} needs rights this user does not have; choose one from 1024 on: PORT=8787 npm start`);
    }
  }
};

/** Resolves when the server has ended. */
const serve = (port) =>
  new Promise((resolve, reject) => {
    const launcher = join(root, "apps/cli/bin/undivided.js");
    const child = start(process.execPath, [launcher, "serve", "--port", String(port)], {
      // The channel tells the server when this process dies, however it dies.
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    child.channel.unref();
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
      const end = output.indexOf("\n");
      if (end === -1) return;
      const { listening } = JSON.parse(output.slice(0, end));
      output = output.slice(end + 1);
      announce(listening).catch((error) => {
        child.kill("SIGTERM");
        reject(error);
      });
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      // Ended because it was asked to: Ctrl-C is no failure.
      process.exitCode = signal === null ? (code ?? 1) : 0;
      resolve();
    });
  });

/** Says the address only once a page has come from it. */
const announce = async (address) => {
  const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) }).catch((error) => {
    throw new Stop(`${address} does not answer (${error.cause?.code ?? error.message}).`);
  });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Stop(`${address} answers with ${answer.status}.`);
  say(`Undivided is open at ${address} (Ctrl-C ends it).`);
};
