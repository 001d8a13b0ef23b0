/** A file that a person chose, as the readers of recordings want it. */
import type { RecordedFile } from "@undivided/sensing/recording";
import type { NamedBlob } from "./analysis-messages.ts";

/** Reads piece by piece through a reader: not every browser can loop over a stream. */
export const blobFile = ({ name, blob }: NamedBlob): RecordedFile => ({
  name,
  size: blob.size,
  chunks: async function* () {
    const reader = blob.stream().getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        yield value;
      }
    } finally {
      await reader.cancel();
    }
  },
});
