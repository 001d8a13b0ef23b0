/** Speech probabilities of a sound file in the worker. */
import type { AnalysisOptions } from "./analysis.ts";

export const openSpeech: AnalysisOptions["openSpeech"] = () => Promise.resolve(null);
