/** How the message functions in `src/paraglide` are made from `messages/<locale>/<topic>.json`; shared by the build and by `compile-messages.ts`. */
import { join } from "node:path";

const app = join(import.meta.dirname, "..");

export const messageCompilerOptions = {
  project: join(app, "project.inlang"),
  outdir: join(app, "src/paraglide"),
  // The language is held by `src/platform/language.svelte.ts`, so that changing it needs no reload.
  strategy: ["globalVariable", "baseLocale"],
  isServer: "false",
  emitTsDeclarations: true,
  emitReadme: false,
} satisfies { project: string; outdir: string; strategy: ("globalVariable" | "baseLocale")[] } & Record<
  string,
  unknown
>;
