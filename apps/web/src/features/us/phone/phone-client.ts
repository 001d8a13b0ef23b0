/** Asks the worker one thing; stopping ends it at once, and after that no listener is called. */
import type { PhoneReply, PhoneRequest } from "./phone-messages.ts";

export const askPhoneWorker = (request: PhoneRequest, onReply: (reply: PhoneReply) => void): (() => void) => {
  const worker = new Worker(new URL("./phone.worker.ts", import.meta.url), { type: "module", name: "phone" });
  const stop = (): void => {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
  };
  worker.onmessage = ({ data }: MessageEvent<PhoneReply>) => {
    if (data.type !== "progress") stop();
    onReply(data);
  };
  worker.onerror = () => {
    stop();
    onReply({ type: "refused", error: { type: "broken" } });
  };
  worker.postMessage(request);
  return stop;
};
