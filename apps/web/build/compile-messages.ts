/** Writes `src/paraglide` from the messages. Run it before type checks and unit tests: `node apps/web/build/compile-messages.ts`. */
import { compile } from "@inlang/paraglide-js";
import { messageCompilerOptions } from "./messages.ts";

await compile(messageCompilerOptions);
