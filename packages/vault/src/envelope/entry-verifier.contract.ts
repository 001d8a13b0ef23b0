/** The contract of `EntryVerifier`: every adapter runs these cases. Plain functions that throw. */
import {
  createEpochKey,
  createSigningKey,
  randomBytes,
  verifyingKeyFrom,
  verifyingKeyOf,
  type Bytes,
  type VerifyingKey,
} from "../crypto/door.ts";
import { decodeEntry, encodeEntry, ENTRY_KINDS, HEADER_BYTES, withoutBody } from "./entry.ts";
import type { EntryClaim, EntryVerifier } from "./entry-verifier.ts";
import { deviceIdFrom, epochIdFrom, NO_ENTRY, spaceIdFrom } from "./ids.ts";
import { sealEntry, statementEntry } from "./make-entry.ts";
import { entryIdOf } from "./verify-entry.ts";

export interface EntryVerifierCase {
  readonly title: string;
  readonly run: (verifier: EntryVerifier) => Promise<void>;
}

const same = (found: unknown, wanted: unknown): void => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`found ${one}, wanted ${other}`);
};

const author = createSigningKey();
const place = (counter: number) => ({
  space: spaceIdFrom(new Uint8Array(16).fill(1)),
  device: deviceIdFrom(new Uint8Array(16).fill(2)),
  counter,
  previous: NO_ENTRY,
});
const sealed = async (counter: number, length = 40): Promise<Bytes> => {
  const epoch = { id: epochIdFrom(new Uint8Array(16).fill(3)), key: createEpochKey() };
  const made = await sealEntry(place(counter), epoch, author, randomBytes(length));
  if (made.type === "error") throw new Error(made.error.type);
  return encodeEntry(made.value.entry);
};
const claimOf = (bytes: Bytes, key: VerifyingKey): EntryClaim => {
  const decoded = decodeEntry(bytes);
  if (decoded.type === "error") throw new Error(decoded.error.type);
  return { entry: decoded.value, bytes, author: key };
};
const flipped = (bytes: Bytes, at: number): Bytes => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
const outcomesOf = async (verifier: EntryVerifier, claims: readonly EntryClaim[]): Promise<readonly string[]> =>
  (await verifier.verify(claims)).map((verdict) => (verdict.type === "ok" ? "ok" : verdict.error.type));

const SIGNATURE_AT = HEADER_BYTES + 32;
const BODY_AT = SIGNATURE_AT + 64 + 1;

export const entryVerifierCases: readonly EntryVerifierCase[] = [
  {
    title: "gives an entry its name: sealed, without its body, a statement, and the longest",
    run: async (verifier) => {
      const key = await verifyingKeyOf(author);
      const whole = await sealed(1);
      const bare = encodeEntry(withoutBody(claimOf(whole, key).entry));
      const statement = await statementEntry(place(2), ENTRY_KINDS.drop, author, new Uint8Array(9));
      if (statement.type === "error") throw new Error(statement.error.type);
      const all = [whole, bare, encodeEntry(statement.value.entry), await sealed(3, 60_000)];
      const claims = all.map((bytes) => claimOf(bytes, key));
      const verdicts = await verifier.verify(claims);
      for (const [index, verdict] of verdicts.entries()) {
        const { entry } = claims[index] ?? claimOf(whole, key);
        same(verdict.type === "ok" && verdict.value.id, await entryIdOf(entry));
        same(verdict.type === "ok" && verdict.value.entry === entry, true);
      }
      same(verdicts.length, all.length);
      same(await verifier.verify([]), []);
    },
  },
  {
    title:
      "refuses a flipped bit of signature, header, hash or body, each by its name, and takes what stands beside it",
    run: async (verifier) => {
      const key = await verifyingKeyOf(author);
      const whole = await sealed(6);
      const claims = [
        whole,
        flipped(whole, SIGNATURE_AT),
        flipped(whole, SIGNATURE_AT + 63),
        // The last bit of its counter: the form stays one.
        flipped(whole, 57),
        flipped(whole, HEADER_BYTES),
        flipped(whole, BODY_AT),
        whole,
      ].map((bytes) => claimOf(bytes, key));
      same(await outcomesOf(verifier, claims), ["ok", "forged", "forged", "forged", "forged", "altered", "ok"]);
    },
  },
  {
    title: "calls forged what is forged and altered, what another signed, and what bears a key that is no point",
    run: async (verifier) => {
      const whole = await sealed(1);
      const key = await verifyingKeyOf(author);
      const noPoint = verifyingKeyFrom(new Uint8Array(32).fill(255));
      if (noPoint === undefined) throw new Error("32 bytes are a key");
      const claims = [
        claimOf(flipped(flipped(whole, SIGNATURE_AT), BODY_AT), key),
        claimOf(whole, await verifyingKeyOf(createSigningKey())),
        claimOf(whole, noPoint),
      ];
      same(await outcomesOf(verifier, claims), ["forged", "forged", "forged"]);
    },
  },
  {
    title: "keeps the order of many that are asked for at once, and of those that are asked for meanwhile",
    run: async (verifier) => {
      const key = await verifyingKeyOf(author);
      const all = await Promise.all(Array.from({ length: 40 }, (_, index) => sealed(index + 1)));
      const claims = all.map((bytes, index) => claimOf(index % 3 === 0 ? flipped(bytes, SIGNATURE_AT) : bytes, key));
      const wanted = all.map((_, index) => (index % 3 === 0 ? "forged" : "ok"));
      const found = await Promise.all([
        outcomesOf(verifier, claims),
        ...claims.map((claim) => outcomesOf(verifier, [claim])),
      ]);
      same(found[0], wanted);
      same(found.slice(1).flat(), wanted);
    },
  },
];
