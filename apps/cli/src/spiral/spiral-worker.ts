/** A thread of `undivided spiral`: takes files one at a time and answers each with a line or a sentence. */
import { parentPort } from "node:worker_threads";
import { analyseFile, type SpiralTask } from "./analyse-file.ts";

parentPort?.on("message", (task: SpiralTask) => {
  void analyseFile(task).then((outcome) => parentPort?.postMessage(outcome));
});
