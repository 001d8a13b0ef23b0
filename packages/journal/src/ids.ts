/**
 * Names that two devices of one person make alike: hashes of things that only they know, so that neither posts twice what the
 * other posted already.
 *
 * **Privacy:** each is made from at least one random identifier that stays in `mine`, so that it says nothing to the other.
 */
import { parseRecordId, type RecordId } from "@undivided/domain";
import { bytesToHex, sha256, utf8ToBytes } from "@undivided/vault";

/** The first 128 bits of SHA-256 over the parts as a JSON list. */
export const derivedId = async (...parts: readonly (string | number)[]): Promise<RecordId> => {
  const id = parseRecordId((await digestOf(JSON.stringify(parts))).slice(0, 32));
  if (id.type === "error") throw new Error("half a hash is an identifier");
  return id.value;
};

/** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
export const digestOf = async (text: string): Promise<string> => bytesToHex(await sha256(utf8ToBytes(text)));
