/** Works out the plan's numbers in a worker of its own, so that the page stays quick. */
import type { NumbersReply, NumbersRequest } from "./plan-numbers.ts";

/** `onReply` is called once; returns how to stop it, after which it is not called. */
export const startNumbers = (request: NumbersRequest, onReply: (reply: NumbersReply) => void): (() => void) => {
  const worker = new Worker(new URL("./plan-numbers.worker.ts", import.meta.url), { type: "module", name: "plan" });
  const stop = (): void => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
  const end = (reply: NumbersReply): void => {
    stop();
    onReply(reply);
  };
  worker.onmessage = ({ data }: MessageEvent<NumbersReply>) => end(data);
  worker.onerror = () => end({ type: "failed" });
  worker.postMessage(request);
  return stop;
};
