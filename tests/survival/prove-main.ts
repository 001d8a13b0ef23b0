/** `npm run prove`: the proof in `prove.ts`, said in plain words, with a verdict and an exit code. */
import { prove } from "./prove.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const findings = await prove({ records: 12, say });
const failed = findings.filter(({ holds }) => !holds);
say("");
if (failed.length === 0) {
  say("PROVED: the relay lost everything, and nothing is lost. All devices are complete and equal.");
} else {
  say(`NOT PROVED: ${failed.length} of ${findings.length} findings do not hold.`);
  process.exitCode = 1;
}
