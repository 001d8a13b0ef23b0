/**
 * Listens for talk: the microphone goes into the audio thread, one speech probability for each 32 ms comes back.
 *
 * The engine is loaded and warmed up first, while the audio context is suspended; only then is the microphone opened, so
 * that the browser's own sign is on exactly as long as something listens.
 * **Privacy:** no sample reaches the page, nothing is kept, nothing is sent. Weights and engine come from the own origin.
 */
import { err, ok, type Millis, type Result } from "@undivided/domain";
import type { SpeechFrame } from "@undivided/sensing";
import { createAudioClock } from "./audio-clock.ts";
import { fetchPackedWeights } from "./fetch-weights.ts";
import { openMicrophone, type MicrophoneProblem } from "./microphone.ts";
import { VOICE_PROCESSOR, type FromEngine, type ToEngine, type VoiceProcessorOptions } from "./worklet-messages.ts";

export interface VoiceOptions {
  /** From `virtual:voice-assets`. */
  readonly workletUrl: string;
  readonly weightsUrl: string;
  /** The clock of the frames. */
  readonly now: () => Millis;
  readonly onFrame: (frame: SpeechFrame) => void;
  /**
   * The sound was taken away: for good (`device-ended`; everything is closed already), or until `onFrame` is called again
   * (`interrupted`, for instance by a call). Told once for each loss.
   */
  readonly onLost: (why: "device-ended" | "interrupted", at: Millis) => void;
  /** Gives up while the engine loads or the browser still asks. */
  readonly signal?: AbortSignal;
}

export type VoiceProblem =
  | MicrophoneProblem
  /** Browsers give no microphone to a page from an unsafe address. */
  | { readonly type: "unsafe-address" }
  /** The engine or its weights could not be fetched, or do not fit each other. */
  | { readonly type: "not-loaded" }
  | { readonly type: "cancelled" };

export interface Voice {
  /** Lets go of the microphone at once. Nothing is told afterwards. May be called again. */
  readonly close: () => void;
}

/** A browser that builds the engine only once sound runs must not wait for it for ever. */
const LONGEST_WARM_UP_MS = 5000;
/** A context that does not run by then was not allowed to. */
const LONGEST_START_MS = 2000;

/** To be called from a tap: some browsers let sound begin only then. Rejects never. */
export const openVoice = async (options: VoiceOptions): Promise<Result<Voice, VoiceProblem>> => {
  if (!window.isSecureContext) return err({ type: "unsafe-address" });
  const context = createContext();
  if (context === null) return err({ type: "failed" });
  const opened = await openIn(context, options);
  if (opened.type === "error") void context.close();
  return opened;
};

/** A large buffer wakes the device less often, and nobody waits for the sound. */
const createContext = (): AudioContext | null => {
  try {
    return new AudioContext({ latencyHint: "playback" });
  } catch {
    return null;
  }
};

const openIn = async (context: AudioContext, options: VoiceOptions): Promise<Result<Voice, VoiceProblem>> => {
  const isCancelled = (): boolean => options.signal?.aborted === true;
  const engine = await startEngine(context, options);
  if (isCancelled()) return err({ type: "cancelled" });
  if (engine.type === "error") return engine;

  const microphone = await openMicrophone(navigator.mediaDevices);
  if (microphone.type === "error") return isCancelled() ? err({ type: "cancelled" }) : microphone;
  try {
    if (!isCancelled()) return ok(listen(context, engine.value, microphone.value, options));
    stopTracks(microphone.value);
    return err({ type: "cancelled" });
  } catch {
    stopTracks(microphone.value);
    return err({ type: "failed" });
  }
};

/** Loads and warms up the engine while the context is suspended. */
const startEngine = async (
  context: AudioContext,
  { workletUrl, weightsUrl, signal }: VoiceOptions,
): Promise<Result<AudioWorkletNode, VoiceProblem>> => {
  try {
    void context.suspend().catch(() => undefined);
    const [weights] = await Promise.all([
      fetchPackedWeights(weightsUrl, signal),
      context.audioWorklet.addModule(workletUrl),
    ]);
    if (weights.type === "error") return weights;
    const processorOptions: VoiceProcessorOptions = { packedWeights: weights.value };
    const engine = new AudioWorkletNode(context, VOICE_PROCESSOR, {
      channelCount: 1,
      channelCountMode: "explicit", // the browser mixes what it has to one channel
      processorOptions,
    });
    return (await waitForEngine(engine)) ? ok(engine) : err({ type: "not-loaded" });
  } catch {
    return err({ type: "not-loaded" });
  }
};

const waitForEngine = (engine: AudioWorkletNode): Promise<boolean> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => resolve(true), LONGEST_WARM_UP_MS);
    const answer = (isUsable: boolean): void => {
      clearTimeout(patience);
      resolve(isUsable);
    };
    engine.onprocessorerror = () => answer(false);
    engine.port.onmessage = ({ data }: MessageEvent<FromEngine>) => answer(data.type !== "unusable-weights");
  });

/** Connects everything and watches over it until it ends. */
const listen = (
  context: AudioContext,
  engine: AudioWorkletNode,
  stream: MediaStream,
  { now, onFrame, onLost }: VoiceOptions,
): Voice => {
  // Browsers run only what leads to the destination; the engine leaves its output silent.
  context.createMediaStreamSource(stream).connect(engine).connect(context.destination);
  const clock = createAudioClock();
  const tracks = stream.getAudioTracks();
  const tell = (message: ToEngine): void => engine.port.postMessage(message);
  let closed = false;
  let hearing = true;

  const close = (): void => {
    if (closed) return;
    closed = true;
    clearTimeout(startPatience);
    document.removeEventListener("visibilitychange", check);
    context.onstatechange = null;
    engine.port.onmessage = null;
    engine.onprocessorerror = null;
    for (const track of tracks) track.onended = track.onmute = track.onunmute = null;
    tell("stop");
    stopTracks(stream);
    void context.close();
  };

  const lose = (why: "device-ended" | "interrupted"): void => {
    if (closed) return;
    const at = now();
    hearing = false;
    if (why === "device-ended") close();
    onLost(why, at);
  };

  const check = (): void => {
    if (closed) return;
    if (context.state === "closed") {
      lose("device-ended");
      return;
    }
    const canHear = context.state === "running" && tracks.some(({ muted }) => !muted);
    if (hearing && !canHear) lose("interrupted");
    if (!hearing && canHear) {
      tell("restart");
      clock.reset(); // audio time stood still, if it was the context that was stopped
      hearing = true;
    }
    // A system that took the sound for a call gives it back, but not every browser goes on by itself then.
    if (context.state !== "running" && document.visibilityState === "visible") resume(context);
  };

  engine.port.onmessage = ({ data }: MessageEvent<FromEngine>) => {
    if (data.type === "unusable-weights") lose("device-ended");
    if (data.type !== "frame" || !hearing) return;
    onFrame({ at: clock.toPageTime(data.atMs, now()), speech: data.speech });
  };
  engine.onprocessorerror = () => lose("device-ended");
  for (const track of tracks) {
    track.onended = () => lose("device-ended");
    track.onmute = track.onunmute = check;
  }
  document.addEventListener("visibilitychange", check);
  context.onstatechange = check;
  const startPatience = setTimeout(check, LONGEST_START_MS);
  resume(context);
  return { close };
};

/** A browser that does not allow it yet may leave the promise open; `statechange` tells when it runs. */
const resume = (context: AudioContext): void => void context.resume().catch(() => undefined);

const stopTracks = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};
