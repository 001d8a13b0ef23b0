/**
 * Runs the analysis in a worker of its own, so that the page stays quick; stopping ends the worker at once.
 */
import type { RecordingProblem, ShownRecording } from "./analysis.ts";
import type { AnalysisReply, AnalysisRequest } from "./analysis-messages.ts";

export interface AnalysisListeners {
  readonly onProgress: (share: number) => void;
  readonly onDone: (recording: ShownRecording) => void;
  readonly onFailed: (problem: RecordingProblem) => void;
}

/** Returns how to stop it; after that no listener is called. */
export const startAnalysis = (request: AnalysisRequest, listeners: AnalysisListeners): (() => void) => {
  const worker = new Worker(new URL("./analysis.worker.ts", import.meta.url), { type: "module", name: "recording" });
  worker.onmessage = ({ data }: MessageEvent<AnalysisReply>) => {
    switch (data.type) {
      case "progress":
        listeners.onProgress(data.share);
        break;
      case "done":
        worker.terminate();
        listeners.onDone(data.recording);
        break;
      case "failed":
        worker.terminate();
        listeners.onFailed(data.problem);
        break;
    }
  };
  worker.onerror = () => {
    worker.terminate();
    listeners.onFailed({ type: "broken" });
  };
  worker.postMessage(request);
  return () => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
};
