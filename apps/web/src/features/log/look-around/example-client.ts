/** Makes the example in a worker of its own: the statistics beneath compile code, which the page itself allows nobody. */
import type { CivilDate } from "@undivided/domain";
import type { Example, ExampleReply } from "./example.ts";

export interface ExampleListeners {
  readonly onDone: (example: Example) => void;
  readonly onFailed: () => void;
}

/** Returns how to stop it; after that no listener is called. */
export const startExample = (today: CivilDate, { onDone, onFailed }: ExampleListeners): (() => void) => {
  const worker = new Worker(new URL("./example.worker.ts", import.meta.url), { type: "module", name: "look-around" });
  const stop = (): void => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
  worker.onmessage = ({ data }: MessageEvent<ExampleReply>) => {
    stop();
    if (data.type === "done") onDone(data.example);
    else onFailed();
  };
  worker.onerror = () => {
    stop();
    onFailed();
  };
  worker.postMessage(today);
  return stop;
};
