/** The command line as it is: every verb, and the clock of this machine. */
import { runProcess } from "./run-process.ts";
import { verbLoaders } from "./verbs.ts";

await runProcess({ verbs: verbLoaders, now: () => Date.now() });
