/** Works out one's own weeks in a worker of its own, so that the page stays quick; stopping ends the worker at once. */
import type { OwnWeeks, SummaryReply, SummaryRequest } from "./summary-messages.ts";

export interface SummaryListeners {
  readonly onDone: (weeks: OwnWeeks) => void;
  readonly onFailed: () => void;
}

/** Returns how to stop it; after that no listener is called. */
export const startSummary = (request: SummaryRequest, { onDone, onFailed }: SummaryListeners): (() => void) => {
  const worker = new Worker(new URL("./summary.worker.ts", import.meta.url), { type: "module", name: "us" });
  const stop = (): void => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
  worker.onmessage = ({ data }: MessageEvent<SummaryReply>) => {
    stop();
    if (data.type === "done") onDone(data.weeks);
    else onFailed();
  };
  worker.onerror = () => {
    stop();
    onFailed();
  };
  worker.postMessage(request);
  return stop;
};
