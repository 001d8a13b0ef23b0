/** The worker of *Us*: own records in, estimates out. Ends with the page that started it. */
import { toOwnFigures, toOwnWeeks } from "./own-weeks.ts";
import type { FiguresRequest, SummaryReply, SummaryRequest } from "./summary-messages.ts";

const reply = (message: SummaryReply): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<SummaryRequest | FiguresRequest>) => {
  try {
    if ("weeks" in data) reply({ type: "figures", figures: toOwnFigures(data) });
    else reply({ type: "done", weeks: toOwnWeeks(data) });
  } catch {
    // An error would end in silence here: the page must hear of it.
    reply({ type: "failed" });
  }
};
