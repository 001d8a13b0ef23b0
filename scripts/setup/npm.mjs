/** Runs npm, and turns what npm says when it fails into one line. */
import { run, Stop } from "./run.mjs";

/**
 * What npm hands down to its scripts as if the user had set it, and what would change where the nested npm works or how
 * much it says.
 */
const notHandedDown =
  /^npm_(config_(prefix|local_prefix|global_prefix|global|loglevel|silent|quiet|workspaces?|include_workspace_root|omit|only|include|production|optional|dev|dry_run|json|parseable|force|package_lock|install_strategy|ignore_scripts|save\w*)|lifecycle_\w+|package_\w+|command)$/i;

/** Runs npm with `args` in `folder`. Never asks. Resolves to its exit code and output. */
export const runNpm = async (args, folder) => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !notHandedDown.test(name)));
  const quiet = ["--loglevel=error", "--no-progress", "--no-update-notifier", "--no-audit", "--no-fund"];
  const cli = process.env.npm_execpath;
  const options = { cwd: folder, env };
  // The npm that runs this script, in the Node that runs it; else the one on the path.
  if (cli !== undefined && /\bnpm-cli\.[cm]?js$/.test(cli)) {
    return run(process.env.npm_node_execpath ?? process.execPath, [cli, ...args, ...quiet], options);
  }
  try {
    return await run("npm", [...args, ...quiet], { ...options, shell: process.platform === "win32" });
  } catch (error) {
    if (error.code === "ENOENT") throw new Stop("npm is missing; it comes with Node from nodejs.org.");
    throw error;
  }
};

const network =
  /^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|EPROTO|ENOTCACHED|ERR_SOCKET_TIMEOUT|ERR_TLS_\w+|UNABLE_TO_\w+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_\w+|FETCH_ERROR|E40[37]|E5\d\d)$/;

/**
 * One line when no registry can be reached, else `undefined`. Asked before an install, which would try every package several
 * times before it gave up: a minute and a half instead of seconds.
 */
export const findRegistryFailure = async (folder) => {
  const patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=15000"];
  const { code, output } = await runNpm(["ping", ...patience], folder);
  // A registry that does not know "ping" is there all the same.
  return code !== 0 && network.test(readCode(output)) ? explainNpmFailure(output) : undefined;
};

const readCode = (output) => /^npm (?:error|ERR!) code (\S+)/im.exec(output)?.[1] ?? "unknown";

/** One line for what npm wrote when it failed; the place of its log stays. */
export const explainNpmFailure = (output) => {
  const code = readCode(output);
  const log = /A complete log of this run can be found in:\s*(?:npm (?:error|ERR!)\s*)?(\S.*)/
    .exec(output)?.[1]
    ?.trim();
  const more = log === undefined ? "" : ` npm's log: ${log}`;
  if (network.test(code)) {
    return `no package registry can be reached (${code}). Check the network or the proxy settings of npm, then try again.${more}`;
  }
  if (/^(EACCES|EPERM|EROFS)$/.test(code)) {
    const path = /^npm (?:error|ERR!) path (.+)$/m.exec(output)?.[1];
    return `npm may not write${path === undefined ? "" : ` to ${path}`} (${code}).${more}`;
  }
  if (code === "ENOSPC") return `the disk is full (${code}).${more}`;
  const reason = /^npm (?:error|ERR!) (?!code )(.+)$/m.exec(output)?.[1] ?? output.trim().split("\n").at(-1) ?? "";
  return `npm could not install the packages (${code}): ${reason}${more}`;
};
