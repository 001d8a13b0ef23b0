/** Many files over all cores. The lines come in the files' order, each as soon as those before it are there. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Result } from "@undivided/domain";
import { analyseFile, type SpiralTask } from "./analyse-file.ts";
import type { SpiralLine } from "./spiral-line.ts";

type Outcome = Result<SpiralLine, string>;

/** Yields one outcome a task, in order. One file, or one core, needs no thread. Ends early, without an error, when aborted. */
export async function* analyseFiles(tasks: readonly SpiralTask[], signal: AbortSignal): AsyncGenerator<Outcome> {
  const threads = Math.min(tasks.length, availableParallelism());
  if (threads <= 1) {
    for (const task of tasks) {
      if (signal.aborted) return;
      yield await analyseFile(task);
    }
    return;
  }
  const slots = tasks.map(() => Promise.withResolvers<Outcome>());
  const stopped = Promise.withResolvers<null>();
  // A thread that fails rejects every slot; only the one waited for is heard.
  for (const slot of slots) slot.promise.catch(() => undefined);
  const fail = (error: unknown): void => {
    for (const slot of slots) slot.reject(error);
  };
  let next = 0;
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL("./spiral-worker.ts", import.meta.url));
    let current = -1;
    const takeNext = (): void => {
      const task = tasks[next];
      if (task === undefined) return;
      current = next;
      next += 1;
      worker.postMessage(task);
    };
    worker.on("message", (outcome: Outcome) => {
      slots[current]?.resolve(outcome);
      takeNext();
    });
    worker.on("error", fail);
    takeNext();
    return worker;
  });
  const stop = (): void => stopped.resolve(null);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    for (const slot of slots) {
      const outcome = await Promise.race([slot.promise, stopped.promise]);
      if (outcome === null) return;
      yield outcome;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
