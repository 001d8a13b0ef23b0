/** `undivided insight`: one's own records → estimates, or a report of them. docs/spec/insight.md is its contract. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { KnownRecord, PersonId } from "@undivided/domain";
import { createRandom, summarizeOwnRecords } from "@undivided/insight";
import { createReport, toHtml } from "@undivided/report";
import type { Stretch } from "@undivided/vault";
import { type InsightCall, readInsightCall } from "../insight/insight-call.ts";
import { openRecords } from "../insight/open-records.ts";
import { readRecordLines, type ReadRecords } from "../insight/record-lines.ts";
import { renderPdf } from "../insight/render-pdf.ts";
import { type ExitCode, exitCodes, type Io, type Verb, writeLine } from "./verb.ts";

const usage = `undivided insight RECORDS [--from DAY] [--to DAY] [--change DAY] [--format json|html|pdf] [--lang en|es]
                  [--out FILE] [--secret-file FILE] [--owner ID] [--seed N] [--strict]

Makes estimates of one's own records, each with its 90 % interval or with what is missing: moments an hour of time together,
their trend, before and after a change, guess and count, bids answered, check-ins, what goes with them. Nothing is said about
anybody else.

RECORDS is a plain export (one record a line), a sealed backup, or the folder of a device. What opens a backup or a lock, its
passphrase, PIN or the recovery code, is read from the file that --secret-file names, else from UNDIVIDED_SECRET, else asked for
at a terminal.

  --from, --to DAY  only these days, both included (YYYY-MM-DD)
  --change DAY      compare the time from this day on with the time before; default: the last day marked as a change
  --format F        json: all estimates; html: a page; pdf: one to two pages (default json)
  --lang L          words of the page: en or es (default en)
  --out FILE        write there, not to standard output
  --owner ID        whose records; needed only where a file holds those of several people
  --seed N          for the permutations behind intervals (default 1)
  --strict          a bad line makes the call fail

Exit codes: 0 done, 1 it failed, 2 the call was wrong. A bad line is named and passed over.`;

const run = async (args: readonly string[], io: Io, stretch: Stretch): Promise<ExitCode> => {
  const say = (words: string): Promise<void> => writeLine(io.stderr, `undivided insight: ${words}`);
  const call = readInsightCall(args);
  if (call.type === "wrong") {
    await say(`${call.words}. "undivided insight --help" explains the call.`);
    return exitCodes.wrongCall;
  }
  const opened = await openRecords(io, call.source, call.secretFile, stretch);
  if (opened.type !== "opened") {
    await say(`${opened.words}.`);
    return opened.type === "wrong" ? exitCodes.wrongCall : exitCodes.failed;
  }
  const read = readRecordLines(opened.text);
  await nameSkipped(read, call.source, say);
  if (call.isStrict && read.skipped > 0) return exitCodes.failed;
  const owner = findOwner(read.records, call.owner);
  if (owner === "none" || owner === "several") {
    await say(
      owner === "none"
        ? `${call.source} holds no record${call.owner === null ? "" : " of that owner"}.`
        : `${call.source} holds records of several people; --owner says which are one's own.`,
    );
    return exitCodes.failed;
  }
  const { from, to, changeDay, seed } = call;
  const summary = summarizeOwnRecords(read.records, { owner, from, to, changeDay, random: createRandom(seed) });
  if (io.signal.aborted) return exitCodes.failed;
  if (call.format === "json") return deliver(call, io, `${JSON.stringify({ from, to, ...summary })}\n`, say);
  const report = createReport(summary, call.language);
  return deliver(call, io, call.format === "html" ? toHtml(report) : await renderPdf(report, io.now()), say);
};

const nameSkipped = async (
  { skipped, named, newer }: ReadRecords,
  file: string,
  say: (words: string) => Promise<void>,
): Promise<void> => {
  for (const { line, reason } of named) await say(`${file}:${line}: ${reason}; passed over.`);
  if (skipped > named.length) await say(`${skipped - named.length} more lines of ${file} were passed over.`);
  if (newer > 0) await say(`${newer} records of ${file} are of a newer version and are in no figure.`);
};

const findOwner = (records: readonly KnownRecord[], asked: PersonId | null): PersonId | "none" | "several" => {
  const owners = new Set(records.map(({ owner }) => owner));
  if (asked !== null) return owners.has(asked) ? asked : "none";
  const [first] = owners;
  return first === undefined ? "none" : owners.size > 1 ? "several" : first;
};

const deliver = async (
  { out }: InsightCall,
  io: Io,
  result: string | Uint8Array,
  say: (words: string) => Promise<void>,
): Promise<ExitCode> => {
  if (out === null) {
    await (typeof result === "string" ? io.stdout.write(result) : io.stdout.writeBytes(result));
    return exitCodes.done;
  }
  try {
    await writeFile(resolve(io.cwd, out), result);
    return exitCodes.done;
  } catch (error) {
    await say(`${out} could not be written (${error instanceof Error ? error.message : String(error)}).`);
    return exitCodes.failed;
  }
};

/** `stretch` makes a key of a passphrase. */
export const createInsightVerb = (stretch: Stretch): Verb => ({
  name: "insight",
  summary: "say what one's own records add up to, as estimates or as a report",
  usage,
  run: (args, io) => run(args, io, stretch),
});

/** Argon2id is loaded only where a passphrase is to be tried. */
export const insightVerb: Verb = createInsightVerb(async (...args) =>
  (await import("@undivided/vault/argon2id")).stretchPassphrase(...args),
);
