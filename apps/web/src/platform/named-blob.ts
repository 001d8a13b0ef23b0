/** A file that a person chose, as it goes to a worker, and as the readers of files want it there. */
export interface NamedBlob {
  /** As shown to people; Sensor Logger's files are told apart by it. */
  readonly name: string;
  readonly blob: Blob;
}

interface BlobFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Starts from the first byte each time it is called. */
  readonly chunks: () => AsyncGenerator<Uint8Array>;
}

/** Reads piece by piece through a reader: not every browser can loop over a stream. */
export const blobFile = ({ name, blob }: NamedBlob): BlobFile => ({
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
