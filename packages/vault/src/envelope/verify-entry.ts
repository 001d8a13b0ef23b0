/** Checking entries by public keys alone: their name, and whether a device signed them. */
import { err, ok, type Result } from "@undivided/domain";
import { equalInConstantTime, sha256, verify, type VerifyingKey } from "../crypto/public-door.ts";
import { signedPart, type Entry } from "./entry.ts";
import { entryIdFrom, type EntryId } from "./ids.ts";

export interface EntryWithId {
  readonly id: EntryId;
  readonly entry: Entry;
}

/** The entry's name. It does not depend on the signature's bytes, nor on whether the body is still there. */
export const entryIdOf = async (entry: Entry): Promise<EntryId> =>
  entryIdFrom(await sha256(signedPart(entry, entry.bodyHash)));

export type VerifyFault =
  | { readonly type: "forged" }
  /** The body is not the one that was signed. */
  | { readonly type: "altered" };

/** Whether the body, if there is one, is the one of which the entry holds the hash. */
export const isBodyWhole = async ({ body, bodyBytes, bodyHash }: Entry): Promise<boolean> =>
  body === null || (body.length === bodyBytes && equalInConstantTime(await sha256(body), bodyHash));

/** Whether this device signed this entry, and whether the body, if there is one, is the one that it signed. */
export const verifyEntry = async (entry: Entry, author: VerifyingKey): Promise<Result<EntryWithId, VerifyFault>> => {
  const signed = signedPart(entry, entry.bodyHash);
  if (!(await verify(author, entry.signature, signed))) return err({ type: "forged" });
  if (!(await isBodyWhole(entry))) return err({ type: "altered" });
  return ok({ id: entryIdFrom(await sha256(signed)), entry });
};
