/**
 * Files of a history as bytes: the one input of every reader, the same for Node and for a browser's `File`.
 *
 * Bytes arrive in chunks of any size and any cut, once through. No reader keeps a chunk beyond its call.
 */

export interface HistoryFile {
  /** As shown to people. What the file is, is told from its content alone. */
  readonly name: string;
  /** Bytes in the file, where known beforehand: for progress only. */
  readonly size?: number;
  /** Starts from the first byte each time it is called. May throw or reject: that becomes `unreadable`. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** A file that is already in memory, given out in pieces of `chunkBytes`. */
export const historyBytes = (name: string, bytes: Uint8Array, chunkBytes = 65_536): HistoryFile => ({
  name,
  size: bytes.length,
  chunks: async function* () {
    for (let start = 0; start < bytes.length; start += chunkBytes) yield bytes.subarray(start, start + chunkBytes);
  },
});

/** Takes the bytes of one file, piece by piece, then its end. Total: never throws, whatever the bytes are. */
export interface ByteReader {
  readonly push: (chunk: Uint8Array) => void;
  readonly finish: () => void;
}
