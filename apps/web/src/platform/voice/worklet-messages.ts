/** What the page and the voice engine in the audio thread say to each other. */

/** The name under which the audio thread knows the engine. */
export const VOICE_PROCESSOR = "undivided-voice";

/** What the engine is made of; travels as `processorOptions`. */
export interface VoiceProcessorOptions {
  /** Packed weights, after gzip was taken off. */
  readonly packedWeights: Uint8Array;
}

export type FromEngine =
  /** Warmed up: the first frame will be as fast as the later ones. */
  | { readonly type: "ready" }
  /** The weights are not what the engine understands: they and the engine are of different builds. */
  | { readonly type: "unusable-weights" }
  /** `atMs`: the frame's end, in ms on the context's clock. */
  | { readonly type: "frame"; readonly atMs: number; readonly speech: number };

/** `restart`: sound was lost, forget what was heard. `stop`: end for good. */
export type ToEngine = "restart" | "stop";
