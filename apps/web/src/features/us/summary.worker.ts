/** The worker of *Us*: own records in, estimates out. Ends with the page that started it. */
import { toOwnWeeks } from "./own-weeks.ts";
import type { SummaryReply, SummaryRequest } from "./summary-messages.ts";

const reply = (message: SummaryReply): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<SummaryRequest>) => {
  try {
    reply({ type: "done", weeks: toOwnWeeks(data) });
  } catch {
    // An error would end in silence here: the page must hear of it.
    reply({ type: "failed" });
  }
};
