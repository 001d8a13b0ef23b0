/** Works out one's own weeks, or one's part of a report about both, in a worker, so that the page stays quick; stopping ends it at once. */
import type { FiguresForBoth } from "@undivided/domain";
import type { FiguresRequest, OwnWeeks, SummaryReply, SummaryRequest } from "./summary-messages.ts";

export interface SummaryListeners {
  readonly onDone: (weeks: OwnWeeks) => void;
  readonly onFailed: () => void;
}

export interface FiguresListeners {
  readonly onDone: (figures: FiguresForBoth) => void;
  readonly onFailed: () => void;
}

/** Returns how to stop it; after that no listener is called. */
export const startSummary = (request: SummaryRequest, { onDone, onFailed }: SummaryListeners): (() => void) =>
  start(request, (reply) => {
    if (reply.type === "done") onDone(reply.weeks);
    else onFailed();
  });

export const startFigures = (request: FiguresRequest, { onDone, onFailed }: FiguresListeners): (() => void) =>
  start(request, (reply) => {
    if (reply.type === "figures") onDone(reply.figures);
    else onFailed();
  });

const start = (request: SummaryRequest | FiguresRequest, onReply: (reply: SummaryReply) => void): (() => void) => {
  const worker = new Worker(new URL("./summary.worker.ts", import.meta.url), { type: "module", name: "us" });
  const stop = (): void => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
  worker.onmessage = ({ data }: MessageEvent<SummaryReply>) => {
    stop();
    onReply(data);
  };
  worker.onerror = () => {
    stop();
    onReply({ type: "failed" });
  };
  worker.postMessage(request);
  return stop;
};
