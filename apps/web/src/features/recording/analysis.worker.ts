/** The worker of *Look at a recording*: files in, what sensing says of them out. Ends with the page that started it. */
import { analyseFiles } from "./analysis.ts";
import type { AnalysisReply, AnalysisRequest } from "./analysis-messages.ts";
import { blobFile } from "../../platform/named-blob.ts";
import { createSpeechOpener } from "./open-speech.ts";

/** More often would only cost; a person sees no difference. */
const progressEveryMs = 80;

const reply = (message: AnalysisReply): void => self.postMessage(message);

const analyse = async ({ files, soundAtSeconds, weightsUrl }: AnalysisRequest): Promise<AnalysisReply> => {
  let saidAt = 0;
  const result = await analyseFiles(files.map(blobFile), {
    soundAtSeconds,
    openSpeech: createSpeechOpener(weightsUrl),
    onProgress: (share) => {
      const now = performance.now();
      if (now - saidAt < progressEveryMs) return;
      saidAt = now;
      reply({ type: "progress", share });
    },
  });
  return result.type === "ok" ? { type: "done", recording: result.value } : { type: "failed", problem: result.error };
};

self.onmessage = ({ data }: MessageEvent<AnalysisRequest>) => {
  // A rejected promise would end in silence here: the page must hear of it.
  void analyse(data).then(reply, () => reply({ type: "failed", problem: { type: "broken" } }));
};
