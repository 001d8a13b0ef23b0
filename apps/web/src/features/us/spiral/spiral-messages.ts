/** What the spiral view and its worker say to each other; in, the times of both as the journal gives them. */
import type { SpiralLook } from "./spiral-look.ts";

export type SpiralReply = { readonly type: "done"; readonly look: SpiralLook } | { readonly type: "failed" };
