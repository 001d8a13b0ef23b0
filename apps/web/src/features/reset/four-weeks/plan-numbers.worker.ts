/** The worker of the plan's numbers: own records in, estimates out. Ends with the page that started it. */
import { toPlanNumbers, type NumbersReply, type NumbersRequest } from "./plan-numbers.ts";

const reply = (message: NumbersReply): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<NumbersRequest>) => {
  try {
    reply({ type: "done", numbers: toPlanNumbers(data) });
  } catch {
    // An error would end in silence here: the page must hear of it.
    reply({ type: "failed" });
  }
};
