/** `undivided simulate`: event times from a known truth, as `undivided spiral` reads them. docs/spec/spiral.md explains them. */
import { encodeRecord, isErr, parseUtcOffset } from "@undivided/domain";
import {
  createRandom,
  dailyWindows,
  simulateCouple,
  simulateCoupleRecords,
  simulatePoints,
  type SimulatedPoints,
} from "@undivided/insight";
import { readSimulateCall } from "../simulate/simulate-call.ts";
import { type ExitCode, exitCodes, type Io, type Verb, writeJson, writeLine } from "./verb.ts";

const usage = `undivided simulate [--seed N] [--hours H] [--window H] [--mu R] [--self N] [--cross N] [--half-life MIN]
                   [--mood none|evening|bouts|smooth|trend|common] [--sd S] [--bout MIN] [--common R]
                   [--marked SHARE]
undivided simulate --couple [--weeks N] [--no-reset] [--seed N] [--records 1|2 [--from MONDAY]]

Draws the slips of two people from a known truth and writes them as one file for "undivided spiral" to standard output; with
--records, the records of one of the two for "undivided insight", one a line.

  --seed N         the draws (default 1)
  --hours H        hours together (default 100), one window a day of --window hours (default 3)
  --mu R           slips an hour of each that nothing brings about (default 2)
  --self N         further slips of the same person that one slip brings (default 0.1)
  --cross N        slips of the other that one slip brings (default 0)
  --half-life MIN  in how many minutes half of them have come (default 5)
  --mood M         what both share: evening (factor a window, --sd, default 0.8), bouts (stretches of --bout minutes,
                   default 30), smooth (--sd, --bout), trend, common (--common causes an hour, default 0.5, that make
                   both slip once); default none
  --marked SHARE   of the slips of a common cause, those that their owner says came from outside: they are left out
                   (default 0)
  --couple         an example couple over --weeks (default 12): ordinary weeks, a spiral, a reset that works, or with
                   --no-reset does not; "phases" says what is true when
  --records 1|2    all that the phone of the first or the second would hold after these weeks, as records
  --from MONDAY    the day on which the records begin (default 2026-01-05)

One JSON object on standard output, times in hours; with --records one record a line.
Exit codes: 0 done, 1 a stream came out empty, 2 the call was wrong.`;

/** The example couple's clocks show UTC. */
const utc = parseUtcOffset(0);
if (isErr(utc)) throw new Error("UTC is an offset");
const noOffset = utc.value;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const call = readSimulateCall(args);
  if (call.type === "wrong") {
    await writeLine(io.stderr, `undivided simulate: ${call.words}. "undivided simulate --help" explains the call.`);
    return exitCodes.wrongCall;
  }
  const random = createRandom(call.seed);
  if (call.type === "couple" && call.recordsOf !== null) {
    const { people } = simulateCoupleRecords({ ...call, utcOffset: noOffset }, random);
    for (const record of people[call.recordsOf].records) await writeJson(io.stdout, encodeRecord(record));
    return exitCodes.done;
  }
  if (call.type === "couple") {
    const couple = simulateCouple(call, random);
    return writePoints(io, couple, { phases: couple.phases });
  }
  const { hours, windowHours, mu, self, cross, halfLifeHours, mood, commonRate, commonMarked } = call;
  const truth = {
    mu: [mu, mu],
    n: [
      [self, cross],
      [cross, self],
    ],
    halfLife: halfLifeHours,
    mood,
    commonRate,
    commonMarked,
    commonDelay: 1 / 60,
  };
  return writePoints(io, simulatePoints(truth, dailyWindows(hours, windowHours), random), {});
};

const writePoints = async (io: Io, { windows, streams }: SimulatedPoints, more: object): Promise<ExitCode> => {
  if (streams.some((times) => times.length === 0)) {
    await writeLine(
      io.stderr,
      "undivided simulate: nobody slipped in one of the streams; more --hours or a higher --mu give some.",
    );
    return exitCodes.failed;
  }
  await writeJson(io.stdout, { unit: "h", windows: windows.map(({ start, end }) => [start, end]), streams, ...more });
  return exitCodes.done;
};

export const simulateVerb: Verb = {
  name: "simulate",
  summary: "draw event times from a known truth, for spiral to read",
  usage,
  run,
};
