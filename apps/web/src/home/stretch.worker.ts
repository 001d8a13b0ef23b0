/**
 * Argon2id in a worker of its own: seconds of work and 64 MiB that would hold up the page, loaded when a lock is first used.
 *
 * One request, one reply, then the page ends it, so that what was typed and the memory it was stretched in go with it.
 */
import { stretchToBytes } from "@undivided/vault/argon2id";
import type { StretchReply, StretchRequest } from "./stretch-messages.ts";

const reply = (message: StretchReply, handOver: Transferable[] = []): void => self.postMessage(message, handOver);

self.onmessage = ({ data: { passphrase, salt, cost } }: MessageEvent<StretchRequest>) => {
  try {
    const bytes = stretchToBytes(passphrase, salt, cost);
    reply({ type: "done", bytes }, [bytes.buffer]);
  } catch {
    reply({ type: "failed" });
  }
};
