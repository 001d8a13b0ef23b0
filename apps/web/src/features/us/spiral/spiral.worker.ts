/** The worker of the spiral view: the times of both in, a verdict out. */
import type { SpiralTimes } from "@undivided/journal";
import { lookAtSpiral } from "./spiral-look.ts";
import type { SpiralReply } from "./spiral-messages.ts";

const reply = (message: SpiralReply): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<SpiralTimes>) => {
  try {
    reply({ type: "done", look: lookAtSpiral(data) });
  } catch {
    reply({ type: "failed" });
  }
};
