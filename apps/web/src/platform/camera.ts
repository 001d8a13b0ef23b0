/**
 * Reads a QR code with the camera of this device.
 *
 * The picture goes to a video element that its owner sees; a few times a second one small frame is searched for a code, in
 * memory, by the package `qr` (loaded when it is first used), and dropped.
 * **Privacy:** nothing of a picture is kept or sent; the camera is let go as soon as a code was read, on abort, and when the page
 * is hidden.
 */
import { err, ok, type Result } from "@undivided/domain";

export type CameraProblem =
  | { readonly type: "refused" }
  | { readonly type: "no-camera" }
  /** The address is not safe, so browsers give no camera. */
  | { readonly type: "unsafe-address" }
  | { readonly type: "failed" }
  | { readonly type: "cancelled" };

export interface Camera {
  readonly isSupported: boolean;
  /** Shows the picture in `video` and resolves with the first code that `accept` takes. Rejects never. */
  readonly readCode: (
    video: HTMLVideoElement,
    accept: (text: string) => boolean,
    signal: AbortSignal,
  ) => Promise<Result<string, CameraProblem>>;
}

/** Fine enough for a code held at arm's length, small enough for an old phone. */
const FRAME_WIDTH = 480;
const FRAME_EVERY_MS = 160;

export const cameraProblemOf = (error: unknown): CameraProblem => {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return { type: "refused" };
  if (name === "NotFoundError" || name === "OverconstrainedError") return { type: "no-camera" };
  return { type: "failed" };
};

export const createCamera = (view: Window): Camera => {
  const isSupported = "mediaDevices" in view.navigator;
  return {
    isSupported,
    readCode: async (video, accept, signal) => {
      if (!view.isSecureContext || !isSupported) return err({ type: "unsafe-address" });
      let stream: MediaStream | null = null;
      const letGo = (): void => {
        for (const track of stream?.getTracks() ?? []) track.stop();
        video.srcObject = null;
      };
      try {
        stream = await view.navigator.mediaDevices.getUserMedia({
          video: { facingMode: "environment", width: { ideal: 1280 } },
        });
        if (signal.aborted) return err({ type: "cancelled" });
        video.srcObject = stream;
        await video.play();
        const { decodeQR } = await import("qr/decode.js");
        return await search(view, video, signal, (image) => {
          const text = decodeQR(image);
          return accept(text) ? text : null;
        });
      } catch (error) {
        return err(signal.aborted ? { type: "cancelled" } : cameraProblemOf(error));
      } finally {
        letGo();
      }
    },
  };
};

const search = async (
  view: Window,
  video: HTMLVideoElement,
  signal: AbortSignal,
  read: (image: ImageData) => string | null,
): Promise<Result<string, CameraProblem>> => {
  const canvas = view.document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return err({ type: "failed" });
  while (!signal.aborted && view.document.visibilityState === "visible") {
    if (video.videoWidth > 0) {
      canvas.width = FRAME_WIDTH;
      canvas.height = Math.round((FRAME_WIDTH * video.videoHeight) / video.videoWidth);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      try {
        const text = read(context.getImageData(0, 0, canvas.width, canvas.height));
        if (text !== null) return ok(text);
      } catch {
        // No code in this frame.
      }
    }
    await new Promise((resolve) => view.setTimeout(resolve, FRAME_EVERY_MS));
  }
  return err({ type: "cancelled" });
};
