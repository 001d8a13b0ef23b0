/** The command line with a clock that is wrong by `SKEW_MS` of the environment: a composition for tests, not a switch of the program. */
import { runProcess } from "../../apps/cli/src/run-process.ts";
import { verbLoaders } from "../../apps/cli/src/verbs.ts";

const skewMs = Number(process.env["SKEW_MS"] ?? "0");

await runProcess({ verbs: verbLoaders, now: () => Date.now() + skewMs });
