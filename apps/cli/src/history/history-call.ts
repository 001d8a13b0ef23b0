/** The arguments of `undivided history`. */
import { parseArgs } from "node:util";
import { parseRule, parseZone, type TogetherRule, type Zone } from "@undivided/history";

export interface HistoryCall {
  readonly type: "call";
  readonly files: readonly string[];
  /** Address of an ActivityWatch server on this machine. */
  readonly server: URL | null;
  readonly zone: Zone | null;
  readonly user: string | null;
  readonly calendars: readonly string[];
  readonly rules: readonly TogetherRule[];
  readonly summary: boolean;
  readonly strict: boolean;
}

export interface WrongCall {
  readonly type: "wrong";
  readonly words: string;
}

const options = {
  zone: { type: "string", multiple: true },
  user: { type: "string", multiple: true },
  together: { type: "string", multiple: true },
  rule: { type: "string", multiple: true },
  activitywatch: { type: "string", multiple: true },
  summary: { type: "boolean" },
  strict: { type: "boolean" },
} as const;

const wrong = (words: string): WrongCall => ({ type: "wrong", words });

export const readHistoryCall = (args: readonly string[]): HistoryCall | WrongCall => {
  const parsed = parse(args);
  if (parsed.type === "wrong") return parsed;
  const { values, positionals: files } = parsed;
  for (const name of ["zone", "user", "activitywatch"] as const) {
    if ((values[name]?.length ?? 0) > 1) return wrong(`--${name} is given more than once`);
  }
  const calendars = values.together ?? [];
  if ([...files, ...calendars].includes("")) return wrong("a file's name is empty");
  const [zoneName] = values.zone ?? [];
  const zone = zoneName === undefined ? null : parseZone(zoneName);
  if (zone?.type === "error") {
    return wrong(`--zone is "${zone.error.text}", and must be a name such as Europe/Berlin`);
  }
  const rules: TogetherRule[] = [];
  for (const text of values.rule ?? []) {
    const rule = parseRule(text);
    if (rule.type === "error") return wrong(`--rule is "${text}", and must be like "mon-fri 19:00-22:00"`);
    rules.push(rule.value);
  }
  if (rules.length > 0 && zone === null) return wrong("--rule needs --zone, such as --zone Europe/Berlin");
  const [address] = values.activitywatch ?? [];
  const server = address === undefined ? null : readLoopback(address);
  if (server !== null && "type" in server) return server;
  if (files.length === 0 && server === null) return wrong("nothing to read: give the files of a phone's history");
  const [user = null] = values.user ?? [];
  return {
    type: "call",
    files,
    server,
    zone: zone?.value ?? null,
    user,
    calendars,
    rules,
    summary: values.summary === true,
    strict: values.strict === true,
  };
};

/** A history is fetched from this very machine or not at all: nobody's phone is read over a network. */
const readLoopback = (address: string): URL | WrongCall => {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== "http:") {
    return wrong(`--activitywatch is "${address}", and must be like http://localhost:5600`);
  }
  // The URL parser has brought every way to write an IPv4 address to four numbers.
  const isLoopback = url.hostname === "localhost" || url.hostname === "[::1]" || /^127(\.\d+){3}$/.test(url.hostname);
  return isLoopback
    ? url
    : wrong(
        `--activitywatch reads a server on this machine only (localhost, 127.0.0.1, [::1]), and "${url.hostname}" may be another`,
      );
};

const parse = (args: readonly string[]) => {
  try {
    const parsed = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    return { type: "parsed", ...parsed } as const;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    // The rest of Node's sentence advises on calls that this verb does not have.
    return wrong(words.split(". ", 1).join(""));
  }
};
