/** What this device can sense and do, as ports: made once in `main.ts` and handed to the pages by the shell. */
import { err, type Result } from "@undivided/domain";
import { createClock, type Clock } from "./clock.ts";
import { createMotionSource, type MotionSource } from "./motion.ts";
import { createPageWatch, type PageWatch } from "./page.ts";
import { createFileSaver, type FileSaver } from "./save-file.ts";
import type { Voice, VoiceOptions, VoiceProblem } from "./voice/open-voice.ts";
import { createWakeLock, type WakeLock } from "./wake-lock.ts";

export type OpenSound = (
  options: Pick<VoiceOptions, "onFrame" | "onLost" | "signal">,
) => Promise<Result<Voice, VoiceProblem>>;

export interface Device {
  readonly clock: Clock;
  readonly motion: MotionSource;
  readonly page: PageWatch;
  readonly wakeLock: WakeLock;
  readonly files: FileSaver;
  /** Talk or no talk from the microphone. The engine is loaded when it is first called. Rejects never. */
  readonly openSound: OpenSound;
}

export const createDevice = (view: Window & typeof globalThis): Device => {
  const clock = createClock();
  return {
    clock,
    motion: createMotionSource(view),
    page: createPageWatch(view),
    wakeLock: createWakeLock(view),
    files: createFileSaver(view),
    openSound: async (options) => {
      try {
        const [{ openVoice }, assets] = await Promise.all([
          import("./voice/open-voice.ts"),
          import("virtual:voice-assets"),
        ]);
        return await openVoice({ ...options, ...assets, now: clock.now });
      } catch {
        return err({ type: "not-loaded" });
      }
    },
  };
};
