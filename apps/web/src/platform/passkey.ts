/**
 * A passkey of this device as a key: WebAuthn with the PRF extension, which turns a fixed salt into 32 secret bytes that only this
 * credential can make, after its owner's finger, face or system PIN.
 *
 * Nothing of it is sent anywhere: no server checks it, so challenge and user handle are random and kept by nobody.
 * Limits: not every browser and not every authenticator has the extension; whether one has shows only when it is made.
 */
import { err, ok, type Result } from "@undivided/domain";

export type PasskeyProblem =
  /** This browser has no passkeys, or this one cannot make a key. */
  | { readonly type: "unsupported" }
  /** Its owner thought better of it, or it took too long. */
  | { readonly type: "cancelled" }
  | { readonly type: "failed" };

export interface Passkeys {
  /** Whether this device can have one at all; the extension shows only when one is made. */
  readonly isAvailable: () => Promise<boolean>;
  readonly create: (
    salt: Uint8Array<ArrayBuffer>,
  ) => Promise<
    Result<{ readonly credential: Uint8Array<ArrayBuffer>; readonly output: Uint8Array<ArrayBuffer> }, PasskeyProblem>
  >;
  readonly ask: (
    credential: Uint8Array<ArrayBuffer>,
    salt: Uint8Array<ArrayBuffer>,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, PasskeyProblem>>;
}

const RANDOM_BYTES = 32;
const ES256 = -7;
const RS256 = -257;
const ED25519 = -8;

export const createPasskeys = (view: Window & typeof globalThis, name: () => string): Passkeys => {
  const random = (): Uint8Array<ArrayBuffer> => view.crypto.getRandomValues(new Uint8Array(RANDOM_BYTES));
  const problemOf = (error: unknown): PasskeyProblem => {
    const what = error instanceof DOMException ? error.name : "";
    if (what === "NotAllowedError" || what === "AbortError") return { type: "cancelled" };
    return { type: what === "NotSupportedError" || what === "SecurityError" ? "unsupported" : "failed" };
  };

  const ask: Passkeys["ask"] = async (credential, salt) => {
    try {
      const given = await view.navigator.credentials.get({
        publicKey: {
          challenge: random(),
          rpId: view.location.hostname,
          userVerification: "required",
          allowCredentials: [{ type: "public-key", id: credential }],
          extensions: { prf: { eval: { first: salt } } },
        },
      });
      const output = outputOf(given);
      return output === null ? err({ type: "unsupported" }) : ok(output);
    } catch (error) {
      return err(problemOf(error));
    }
  };

  return {
    isAvailable: async () => {
      try {
        return await view.PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
      } catch {
        return false;
      }
    },
    ask,
    create: async (salt) => {
      try {
        const made = await view.navigator.credentials.create({
          publicKey: {
            challenge: random(),
            rp: { id: view.location.hostname, name: name() },
            user: { id: random(), name: name(), displayName: name() },
            pubKeyCredParams: [ES256, ED25519, RS256].map((alg) => ({ type: "public-key", alg })),
            authenticatorSelection: { userVerification: "required", residentKey: "discouraged" },
            extensions: { prf: { eval: { first: salt } } },
          },
        });
        if (!(made instanceof view.PublicKeyCredential)) return err({ type: "failed" });
        const credential = new Uint8Array(made.rawId);
        if (made.getClientExtensionResults().prf?.enabled !== true) return err({ type: "unsupported" });
        // Some authenticators give the key when it is made, others only when it is asked.
        const output = outputOf(made);
        if (output !== null) return ok({ credential, output });
        const asked = await ask(credential, salt);
        return asked.type === "error" ? asked : ok({ credential, output: asked.value });
      } catch (error) {
        return err(problemOf(error));
      }
    },
  };
};

const outputOf = (credential: Credential | null): Uint8Array<ArrayBuffer> | null => {
  if (!(credential instanceof PublicKeyCredential)) return null;
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return null;
  const bytes = first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer);
  return new Uint8Array(bytes);
};
