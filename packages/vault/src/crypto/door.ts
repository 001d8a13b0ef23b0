/**
 * The one door to crypto: whatever the rest of the room, or another room, does with keys goes through these functions.
 *
 * There is one algorithm for each purpose and no parameter to choose. Keys are opaque and of one type for each use. Argon2id
 * alone has a door of its own (`argon2id.ts`), because it is heavy and seldom needed.
 */
export * from "./agreement.ts";
export * from "./argon2-cost.ts";
export * from "./deriving.ts";
export * from "./public-door.ts";
export * from "./sealing.ts";
export {
  agreementKeyFrom,
  createAgreementKey,
  createEpochKey,
  createSigningKey,
  createUnwrappingKey,
  derivationKeyFrom,
  destroySecret,
  epochKeyFrom,
  revealSecret,
  SECRET_BYTES,
  signingKeyFrom,
  unwrappingKeyFrom,
} from "./secrets.ts";
export type { AgreementKey, DerivationKey, EpochKey, NotAKey, Secret, SigningKey, UnwrappingKey } from "./secrets.ts";
export * from "./signing.ts";
export { unwrapEpochKey, wrapEpochKey, wrappingKeyOf } from "./wrapping.ts";
