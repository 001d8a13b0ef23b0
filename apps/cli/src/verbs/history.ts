/** `undivided history`: histories of one's own phone in, screen sessions and their rates together and apart out. docs/spec/history.md is its contract. */
import { setImmediate } from "node:timers/promises";
import { err, isErr, mergeIntervals, ok, type Instant, type Interval, type Result } from "@undivided/domain";
import {
  crossHistory,
  expandRule,
  readCalendar,
  readHistory,
  toLookStretches,
  type CalendarError,
  type Cancelled,
  type HistoryError,
  type PhoneHistory,
} from "@undivided/history";
import { openNodeFile } from "../detect/node-file.ts";
import { openActivityWatch } from "../history/activitywatch-server.ts";
import { readHistoryCall, type HistoryCall } from "../history/history-call.ts";
import { type Crossed, toSessionLine, toSummaryLine } from "../history/history-lines.ts";
import { describeHistoryError, describeSkippedLine, describeUnseen, isWrongCall } from "../history/history-words.ts";
import { estimateLookRatio, type LookRatio } from "../history/look-ratio.ts";
import { createSkippedLines, NAMED_LINES, type SkippedLines } from "../history/skipped-lines.ts";
import { exitCodes, type ExitCode, type Io, type Verb, writeJson, writeLine } from "./verb.ts";

const usage = `undivided history FILE… [--zone ZONE] [--user ID] [--together FILE.ics | --rule "DAYS FROM-UNTIL"]…
                 [--activitywatch URL] [--summary] [--strict]

Says how often and how long your own phone was looked at, from the history that it already has; crossed with times
together, how often together and how often apart. Only your own phone; nothing leaves this machine; a look is no moment.

  FILE…                  ActivityWatch, Home Assistant, AWARE, "dumpsys usagestats" or our own line log; also in gzip or zip
  --zone ZONE            the zone of times without one and of rules, such as Europe/Berlin
  --user ID              which phone or person is you, where a file holds several
  --together FILE.ics    times together from a calendar; may be given several times
  --rule "…"             times together by rule, such as "mon-fri 19:00-22:00"; may be given several times
  --activitywatch URL    a running ActivityWatch server on this machine, such as http://localhost:5600
  --summary              one object of figures instead of the sessions
  --strict               a bad line in a file ends the call

One JSON object a line on standard output, in time order. docs/spec/history.md explains each.
Exit codes: 0 done, 1 a file could not be read, 2 the call was wrong.`;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const call = readHistoryCall(args);
  if (call.type === "wrong") {
    await writeLine(io.stderr, `undivided history: ${call.words}. "undivided history --help" explains the call.`);
    return exitCodes.wrongCall;
  }
  const skipped = createSkippedLines();
  const outcome = await readAll(call, io, skipped);
  for (const line of skipped.first(call.strict ? 1 : NAMED_LINES))
    await writeLine(io.stderr, describeSkippedLine(line));
  if (call.strict && skipped.count() > 0) {
    await writeLine(io.stderr, "undivided history: a bad line, and --strict: nothing is given out.");
    return exitCodes.failed;
  }
  if (isErr(outcome)) {
    await writeLine(io.stderr, `undivided history: ${describeHistoryError(outcome.error)}`);
    return isWrongCall(outcome.error) ? exitCodes.wrongCall : exitCodes.failed;
  }
  const more = skipped.count() - NAMED_LINES;
  if (more > 0) await writeLine(io.stderr, `and ${more} more lines left out`);
  const { history, crossed } = outcome.value;
  if (call.summary) await writeJson(io.stdout, toSummaryLine(history, skipped, crossed));
  else await writeSessions(history, io);
  await writeLine(io.stderr, describeHistory(history, skipped.count()));
  if (crossed !== null) await writeLine(io.stderr, describeCrossed(crossed));
  if (io.signal.aborted) return exitCodes.failed;
  return exitCodes.done;
};

interface Read {
  readonly history: PhoneHistory;
  /** Null where no time together was given. */
  readonly crossed: Crossed | null;
}

const readAll = async (
  call: HistoryCall,
  io: Io,
  skipped: SkippedLines,
): Promise<Result<Read, HistoryError | CalendarError | Cancelled>> => {
  const files = await Promise.all(call.files.map((name) => openNodeFile(io.cwd, name)));
  const server = call.server === null ? [] : [openActivityWatch(call.server, io.signal)];
  const history = await readHistory([...files, ...server], {
    zone: call.zone,
    own: call.user,
    onSkipped: skipped.add,
    onProgress: createProgress(io),
    isCancelled: () => io.signal.aborted || (call.strict && skipped.count() > 0),
  });
  if (io.isWatched === true) await io.stderr.write("\r\u001B[K");
  if (isErr(history)) return history;
  const together = await readTogether(call, io, skipped, history.value);
  if (isErr(together)) return together;
  if (together.value === null) return ok({ history: history.value, crossed: null });
  const { sessions, observed } = history.value;
  const crossing = crossHistory(sessions(), observed, together.value);
  const ratio = estimateLookRatio(toLookStretches(sessions(), observed, together.value));
  return ok({ history: history.value, crossed: { crossing, ratio } });
};

const PROGRESS_EVERY_MS = 200;

/** One line that is written over, for whoever watches; a small file is done before it would be seen. */
const createProgress = (io: Io) => {
  let last = performance.now();
  return (file: string, bytes: number, size: number | null): void => {
    const now = performance.now();
    if (io.isWatched !== true || now - last < PROGRESS_EVERY_MS) return;
    last = now;
    const share = size === null || size === 0 ? "" : ` of ${(size / 1e6).toFixed(0)}`;
    void io.stderr.write(`\r\u001B[K${file}: ${(bytes / 1e6).toFixed(0)}${share} MB`);
  };
};

const readTogether = async (
  { calendars, rules, zone }: HistoryCall,
  io: Io,
  skipped: SkippedLines,
  { firstEvent, lastEvent }: PhoneHistory,
): Promise<Result<readonly Interval<Instant>[] | null, CalendarError>> => {
  if (calendars.length === 0 && rules.length === 0) return ok(null);
  const span = { from: firstEvent, until: lastEvent };
  const times: Interval<Instant>[] = [];
  for (const name of calendars) {
    const read = await readCalendar(await openNodeFile(io.cwd, name), { zone, span, onSkipped: skipped.add });
    if (isErr(read)) return err(read.error);
    times.push(...read.value);
  }
  for (const rule of rules) if (zone !== null) times.push(...expandRule(rule, zone, span));
  return ok(mergeIntervals(times));
};

/** As many lines at once as make one write worth while. */
const WRITE_CHARS = 65_536;

const writeSessions = async (history: PhoneHistory, io: Io): Promise<void> => {
  let text = "";
  for (const session of history.sessions()) {
    text += `${JSON.stringify(toSessionLine(session))}\n`;
    if (text.length < WRITE_CHARS) continue;
    await io.stdout.write(text);
    text = "";
    // A file takes each write at once: without a turn of the loop nothing written is freed, and no signal to end arrives.
    await setImmediate();
    if (io.signal.aborted) return;
  }
  if (text !== "") await io.stdout.write(text);
};

const describeHistory = ({ files, unseen, oddities, laptops }: PhoneHistory, skippedLines: number): string => {
  const { secondOn, offWithoutOn, unlockWithoutOn, onAtEnd, endLost, repeated } = oddities;
  return [
    ...files.map(({ file, source }) => `${file}: ${source}`),
    ...(unseen.length > 0 ? [`not seen by these sources: ${unseen.map(describeUnseen).join(", ")}`] : []),
    ...laptops.map(({ id }) => `a laptop was left aside: --user ${id} reads it instead`),
    `second on: ${secondOn}; off without on: ${offWithoutOn}; unlocked without on: ${unlockWithoutOn}; on at the end: ${onAtEnd}; longer than a day, so the end was lost: ${endLost}; said twice: ${repeated}; lines left out: ${skippedLines}`,
  ].join("\n");
};

const describeCrossed = ({ crossing: { together, apart, outside }, ratio }: Crossed): string => {
  const describeSide = (side: typeof together): string =>
    `${side.looks} looks and ${(side.useMs / 60_000).toFixed(0)} minutes in ${(side.exposureMs / 3_600_000).toFixed(1)} h`;
  const sides = `together: ${describeSide(together)}; apart: ${describeSide(apart)}`;
  const unplaced = outside > 0 ? `; looks while nothing was known: ${outside}` : "";
  return `${sides}${unplaced}; ${describeRatio(ratio)}`;
};

const describeRatio = (ratio: LookRatio): string => {
  if (ratio.type === "no-ratio") return `no ratio: ${ratio.reason}`;
  const words = `together ${ratio.value.toFixed(2)} times as often as apart (90 %: ${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)})`;
  return ratio.method === "permuted-stretches"
    ? words
    : `${words}; too few stretches to know how looks cluster, so the interval is rather too narrow`;
};

export const historyVerb: Verb = {
  name: "history",
  summary: "say how often your own phone was looked at, together and apart",
  usage,
  run,
};
