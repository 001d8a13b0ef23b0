/** `undivided serve`: the relay and the built app over HTTP or HTTPS, until it is told to stop. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import {
  createApp,
  createUpgrade,
  listen,
  loadSite,
  openMailboxes,
  openReminders,
  type ListenOptions,
  type ListenOutcome,
  type MailboxesOutcome,
} from "@undivided/relay";
import { defaultPort, readServeCall } from "../serve/serve-call.ts";
import { type ExitCode, exitCodes, type Io, type Verb, writeJson, writeLine } from "./verb.ts";

const builtApp = fileURLToPath(new URL("../../../web/dist/", import.meta.url));

const usage = `undivided serve [--port N] [--host H] [--data DIR] [--tls-cert FILE --tls-key FILE]
                [--push-contact ADDRESS] [--push-service ORIGIN]... [--no-push]

Serves the relay, the app that "npm start" has built, /health and /metrics, until Ctrl-C or SIGTERM. The relay passes sealed entries
between the devices of two people; it can read none of them, and keeps no log of who asks.

  --port N         the port, 1 to 65535, or 0 for a free one (default ${defaultPort})
  --host H         the address to listen on (default localhost: this machine only)
  --data DIR       where the relay keeps its database; made if it is not there. One process for a folder
                   (default: undivided/relay in $XDG_DATA_HOME or ~/.local/share; on a Mac
                   ~/Library/Application Support/Undivided/relay; on Windows %LOCALAPPDATA%\\Undivided\\relay)
  --tls-cert FILE  certificate and its chain, PEM; with it the address is https://
  --tls-key FILE   the private key of the certificate, PEM
  --push-contact A whom push services may write to, as mailto:you@example.org or https://… (default: the address of the app)
  --push-service O a push service beside those of Google, Mozilla, Apple and Microsoft, as https://push.example.org
  --no-push        rings no phone, and asks no push service anything; who does not switch reminders on is rung by none anyway

When it serves, one line of JSON says where: {"listening":"http://localhost:${defaultPort}"}
Where the app is not built, only the relay, /health and /metrics answer.

From a phone: "--host 0.0.0.0" opens the port to the network around you. Browsers give motion and sound only to pages
that came over HTTPS or from localhost, so give a certificate by --tls-cert and --tls-key, or put a proxy with one in front, for
instance "caddy reverse-proxy --from home.example.org --to localhost:${defaultPort}"; or, with an Android phone on a cable,
"adb reverse tcp:${defaultPort} tcp:${defaultPort}", then open http://localhost:${defaultPort} on the phone.

Exit codes: 0 stopped when asked, 1 the port, the folder or the certificate could not be used, 2 the call was wrong.`;

const run = async (args: readonly string[], io: Io, appFolder: string): Promise<ExitCode> => {
  const call = readServeCall(args, { cwd: io.cwd, env: io.env, platform: process.platform });
  if (call.type === "wrong") {
    await writeLine(io.stderr, `undivided serve: ${call.words}. "undivided serve --help" explains the call.`);
    return exitCodes.wrongCall;
  }
  const fail = async (words: string): Promise<ExitCode> => {
    await writeLine(io.stderr, `undivided serve: ${words}`);
    return exitCodes.failed;
  };
  const tls = call.tls === null ? { type: "read" as const } : await readTls(call.tls);
  if (tls.type === "unreadable") return fail(`${tls.file} cannot be read (${tls.code}).`);
  const say = (line: string): void => void writeLine(io.stderr, `undivided serve: ${line}`);
  const opened = openMailboxes(call.folder, { say });
  if (opened.type !== "opened") return fail(sayWhyNotKept(opened, call.folder));
  const { mailboxes } = opened;
  const site = await loadSite(appFolder);
  if (site === undefined) await writeLine(io.stderr, "app not built: npm start builds it");
  const push = call.push === null ? null : openReminders(call.folder, { say, clock: io.now, ...call.push });
  const parts = { counters: mailboxes.counters, ...(push === null ? {} : { reminders: push.reminders }) };
  const outcome = await listen(createApp(site, parts), call.host, call.port, {
    upgrade: createUpgrade(mailboxes.relay),
    ...("tls" in tls ? { tls: tls.tls } : {}),
  });
  if (outcome.type !== "listening") {
    push?.close();
    mailboxes.close();
    return fail(sayWhyNot(outcome, call.host, call.port));
  }
  const scheme = call.tls === null ? "http" : "https";
  await writeJson(io.stdout, { listening: `${scheme}://${urlHost(call.host)}:${outcome.port}` });
  if (!io.signal.aborted) {
    await new Promise<void>((resolve) => {
      io.signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }
  // Devices are told first: the port is free once they are gone.
  push?.close();
  mailboxes.close();
  await outcome.close();
  return exitCodes.done;
};

type Tls =
  | { readonly type: "read"; readonly tls: NonNullable<ListenOptions["tls"]> }
  | { readonly type: "unreadable"; readonly file: string; readonly code: string };

const readTls = async (files: { readonly certFile: string; readonly keyFile: string }): Promise<Tls> => {
  const read: Buffer[] = [];
  for (const file of [files.certFile, files.keyFile]) {
    try {
      read.push(await readFile(file));
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
      return { type: "unreadable", file, code };
    }
  }
  const [cert = Buffer.alloc(0), key = Buffer.alloc(0)] = read;
  return { type: "read", tls: { cert, key } };
};

const sayWhyNotKept = (outcome: Exclude<MailboxesOutcome, { readonly type: "opened" }>, folder: string): string => {
  switch (outcome.type) {
    case "in-use":
      return `${folder} is in use by another process; stop that, or choose another folder with --data.`;
    case "newer":
      return `${folder} was written by a newer version; update this one, or choose another folder with --data.`;
    case "not-ours":
      return `${folder} holds a database of something else; choose another folder with --data.`;
    case "not-writable":
      return `${folder} cannot be written to (${outcome.words}); choose another folder with --data.`;
  }
};

const sayWhyNot = (
  outcome: Exclude<ListenOutcome, { readonly type: "listening" }>,
  host: string,
  port: number,
): string => {
  switch (outcome.type) {
    case "port-in-use":
      return `port ${port} is in use; stop what uses it, or choose another with --port.`;
    case "port-forbidden":
      return `port ${port} needs rights this user does not have; choose one from 1024 on with --port.`;
    case "host-unknown":
      return `"${host}" is no address of this machine; leave --host out, or give one that is.`;
    case "tls-unusable":
      return "the certificate and the key cannot be used together; both must be PEM, and the key that of the certificate.";
  }
};

/** What a browser on this machine can open. */
const urlHost = (host: string): string => {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
};

/** `appFolder` is a parameter so that a test can serve its own small site. */
export const createServeVerb = (appFolder: string): Verb => ({
  name: "serve",
  summary: "serve the app and the relay from this machine",
  usage,
  run: (args, io) => run(args, io, appFolder),
});

export const serveVerb: Verb = createServeVerb(builtApp);
