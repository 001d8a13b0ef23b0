/** Asks for the microphone, for the voice in a room. */
import { err, ok, type Result } from "@undivided/domain";

export type MicrophoneProblem =
  /** The person or the browser's settings said no. */
  | { readonly type: "refused" }
  | { readonly type: "no-microphone" }
  /** Another program holds it, or the system would not give it. */
  | { readonly type: "failed" };

/**
 * One channel, as it is: echo and noise filters are made for one near voice and take the far one for noise. The level is
 * left to the system, which evens out how far away people sit.
 */
const constraints: MediaStreamConstraints = {
  audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: true },
};

/** Asks the person where the browser has to. Rejects never. */
export const openMicrophone = async (devices: MediaDevices): Promise<Result<MediaStream, MicrophoneProblem>> => {
  try {
    return ok(await devices.getUserMedia(constraints));
  } catch (error) {
    return err(nameMicrophoneProblem(error));
  }
};

/** By the names that getUserMedia's exceptions have: https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia. */
export const nameMicrophoneProblem = (error: unknown): MicrophoneProblem => {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return { type: "refused" };
    case "NotFoundError":
    case "OverconstrainedError":
      return { type: "no-microphone" };
    default:
      return { type: "failed" };
  }
};
