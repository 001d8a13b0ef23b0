/** `undivided serve`: the built app over HTTP, until it is told to stop. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createApp, listen, type ListenOutcome, loadSite } from "@undivided/relay";
import { type ExitCode, exitCodes, type Io, type Verb, writeJson, writeLine } from "./verb.ts";

/** Free at IANA, easy to remember, and what the README says. */
const defaultPort = 8787;
const builtApp = fileURLToPath(new URL("../../../web/dist/", import.meta.url));

const usage = `undivided serve [--port N] [--host H]

Serves the app that "npm start" has built, and /healthz, until Ctrl-C or SIGTERM.

  --port N   the port, 1 to 65535, or 0 for a free one (default ${defaultPort})
  --host H   the address to listen on (default localhost: this machine only)

When it serves, one line of JSON says where: {"listening":"http://localhost:${defaultPort}"}
Where the app is not built, only /healthz answers.

From a phone: "--host 0.0.0.0" opens the port to the network around you. Browsers give motion and sound only to pages
that came over HTTPS or from localhost, so put a proxy with a certificate in front, for instance
"caddy reverse-proxy --from home.example.org --to localhost:${defaultPort}"; or, with an Android phone on a cable,
"adb reverse tcp:${defaultPort} tcp:${defaultPort}", then open http://localhost:${defaultPort} on the phone.

Exit codes: 0 stopped when asked, 1 the port could not be opened, 2 the call was wrong.`;

type Call =
  | { readonly type: "call"; readonly host: string; readonly port: number }
  | { readonly type: "wrong"; readonly words: string };

const readCall = (args: readonly string[]): Call => {
  let values: { readonly port?: string | undefined; readonly host?: string | undefined };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { port: { type: "string" }, host: { type: "string" } },
      strict: true,
    }));
  } catch (error) {
    // The rest of Node's sentence advises on calls that this verb does not have.
    return { type: "wrong", words: (error instanceof Error ? error.message : String(error)).split(/\.\s/, 1).join("") };
  }
  const text = values.port ?? String(defaultPort);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65535)) {
    return { type: "wrong", words: `--port is "${text}", and a port is a number from 0 to 65535` };
  }
  if (values.host === "") return { type: "wrong", words: "--host is empty" };
  return { type: "call", host: values.host ?? "localhost", port };
};

const run = async (args: readonly string[], io: Io, appFolder: string): Promise<ExitCode> => {
  const call = readCall(args);
  if (call.type === "wrong") {
    await writeLine(io.stderr, `undivided serve: ${call.words}. "undivided serve --help" explains the call.`);
    return exitCodes.wrongCall;
  }
  const site = await loadSite(appFolder);
  if (site === undefined) await writeLine(io.stderr, "app not built: npm start builds it");
  const outcome = await listen(createApp(site), call.host, call.port);
  if (outcome.type !== "listening") {
    await writeLine(io.stderr, `undivided serve: ${sayWhyNot(outcome, call.host, call.port)}`);
    return exitCodes.failed;
  }
  await writeJson(io.stdout, { listening: `http://${urlHost(call.host)}:${outcome.port}` });
  if (!io.signal.aborted) {
    await new Promise<void>((resolve) => {
      io.signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }
  await outcome.close();
  return exitCodes.done;
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
  summary: "serve the app from this machine",
  usage,
  run: (args, io) => run(args, io, appFolder),
});

export const serveVerb: Verb = createServeVerb(builtApp);
