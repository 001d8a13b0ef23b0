/** The worker of looking around: a day in, the example out. Ends with the page that started it. */
import type { CivilDate } from "@undivided/domain";
import { makeExample, type ExampleReply } from "./example.ts";

const reply = (message: ExampleReply): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<CivilDate>) => {
  try {
    reply({ type: "done", example: makeExample(data) });
  } catch {
    // An error would end in silence here: the page must hear of it.
    reply({ type: "failed" });
  }
};
