/** The verbs that are built, in the order of `undivided --help`. Each is loaded only when called: `serve` never loads sensing. */
import type { Verb } from "./verbs/verb.ts";

export const verbLoaders: Readonly<Record<string, () => Promise<Verb>>> = {
  detect: async () => (await import("./verbs/detect.ts")).detectVerb,
  history: async () => (await import("./verbs/history.ts")).historyVerb,
  insight: async () => (await import("./verbs/insight.ts")).insightVerb,
  spiral: async () => (await import("./verbs/spiral.ts")).spiralVerb,
  simulate: async () => (await import("./verbs/simulate.ts")).simulateVerb,
  serve: async () => (await import("./verbs/serve.ts")).serveVerb,
};
