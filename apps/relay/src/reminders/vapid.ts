/**
 * How a relay shows a push service who it is: VAPID (RFC 8292), a P-256 key pair and a token signed with it (ES256, RFC 7518).
 *
 * A browser binds its subscription to the public key, so nobody else can ring that phone, and this relay can ring no phone that did
 * not ask it to. Tried against the npm package `web-push` (`vapid.test.ts`).
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";

/** RFC 8292 allows 24 hours; clocks differ. */
const TOKEN_MS = 12 * 3_600_000;

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString("base64url");

/** A new private key, PKCS #8 in DER. */
export const makeVapidKey = (): Uint8Array<ArrayBuffer> => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return new Uint8Array(privateKey.export({ type: "pkcs8", format: "der" }));
};

export interface Vapid {
  /** The public key as browsers want it for `applicationServerKey`: an uncompressed point, base64url. */
  readonly publicKey: string;
  /** The `Authorization` header of a push to `endpoint`. `contact`: a `mailto:` or `https:` address of who runs this. */
  readonly authorize: (endpoint: string, contact: string) => string;
}

/** @throws Error when `der` is no P-256 private key. */
export const createVapid = (der: Uint8Array, clock: () => number): Vapid => {
  const key = createPrivateKey({ key: Buffer.from(der), type: "pkcs8", format: "der" });
  const publicKey = publicPointOf(key);
  const header = base64url(JSON.stringify({ typ: "JWT", alg: "ES256" }));
  return {
    publicKey,
    authorize: (endpoint, contact) => {
      const exp = Math.floor((clock() + TOKEN_MS) / 1000);
      const claims = base64url(JSON.stringify({ aud: new URL(endpoint).origin, exp, sub: contact }));
      const signature = sign("sha256", Buffer.from(`${header}.${claims}`), { key, dsaEncoding: "ieee-p1363" });
      return `vapid t=${header}.${claims}.${base64url(signature)}, k=${publicKey}`;
    },
  };
};

const publicPointOf = (key: KeyObject): string => {
  const { x, y } = createPublicKey(key).export({ format: "jwk" });
  if (x === undefined || y === undefined) throw new Error("a key of another kind");
  return base64url(Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]));
};
