/** `undivided insight`: one's own records → estimates, or a report of them. docs/spec/insight.md is its contract. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { isErr, type KnownRecord, type PersonId } from "@undivided/domain";
import { createRandom, summarizeOwnRecords } from "@undivided/insight";
import { createReport, toHtml } from "@undivided/report";
import { type InsightCall, readInsightCall } from "../insight/insight-call.ts";
import { readRecordLines, type ReadRecords } from "../insight/record-lines.ts";
import { renderPdf } from "../insight/render-pdf.ts";
import { type ExitCode, exitCodes, type Io, type Verb, writeLine } from "./verb.ts";

const usage = `undivided insight RECORDS [--from DAY] [--to DAY] [--change DAY] [--format json|html|pdf] [--lang en|es]
                  [--out FILE] [--owner ID] [--seed N] [--strict]

Makes estimates of one's own records, each with its 90 % interval or with what is missing: moments an hour of time together,
their trend, before and after a change, guess and count, bids answered, check-ins, what goes with them. Nothing is said about
anybody else.

RECORDS is a file with one record a line, as the plain export writes it.

  --from, --to DAY  only these days, both included (YYYY-MM-DD)
  --change DAY      compare the time from this day on with the time before; default: the last day marked as a change
  --format F        json: all estimates; html: a page; pdf: one to two pages (default json)
  --lang L          words of the page: en or es (default en)
  --out FILE        write there, not to standard output
  --owner ID        whose records; needed only where a file holds those of several people
  --seed N          for the permutations behind intervals (default 1)
  --strict          a bad line makes the call fail

Exit codes: 0 done, 1 it failed, 2 the call was wrong. A bad line is named and passed over.`;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const say = (words: string): Promise<void> => writeLine(io.stderr, `undivided insight: ${words}`);
  const call = readInsightCall(args);
  if (call.type === "wrong") {
    await say(`${call.words}. "undivided insight --help" explains the call.`);
    return exitCodes.wrongCall;
  }
  const read = await readRecordLines(io.cwd, call.source);
  if (isErr(read)) {
    await say(`${read.error}.`);
    return exitCodes.failed;
  }
  await nameSkipped(read.value, call.source, say);
  if (call.isStrict && read.value.skipped > 0) return exitCodes.failed;
  const owner = findOwner(read.value.records, call.owner);
  if (owner === "none" || owner === "several") {
    await say(
      owner === "none"
        ? `${call.source} holds no record${call.owner === null ? "" : " of that owner"}.`
        : `${call.source} holds records of several people; --owner says which are one's own.`,
    );
    return exitCodes.failed;
  }
  const { from, to, changeDay, seed } = call;
  const summary = summarizeOwnRecords(read.value.records, { owner, from, to, changeDay, random: createRandom(seed) });
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

export const insightVerb: Verb = {
  name: "insight",
  summary: "say what one's own records add up to, as estimates or as a report",
  usage,
  run,
};
