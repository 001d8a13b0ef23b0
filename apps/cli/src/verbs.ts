/** The verbs that are built, in the order of `undivided --help`. Each is loaded only when called: `serve` never loads sensing. */
import type { Verb } from "./verbs/verb.ts";

export const verbLoaders: Readonly<Record<string, () => Promise<Verb>>> = {
  detect: async () => (await import("./verbs/detect.ts")).detectVerb,
  history: async () => (await import("./verbs/history.ts")).historyVerb,
  insight: async () => (await import("./verbs/insight.ts")).insightVerb,
  spiral: async () => (await import("./verbs/spiral.ts")).spiralVerb,
  simulate: async () => (await import("./verbs/simulate.ts")).simulateVerb,
  device: async () => (await import("./verbs/device.ts")).deviceVerb,
  export: async () => (await import("./verbs/export.ts")).exportVerb,
  import: async () => (await import("./verbs/import.ts")).importVerb,
  verify: async () => (await import("./verbs/verify.ts")).verifyVerb,
  serve: async () => (await import("./verbs/serve.ts")).serveVerb,
};
