/** A pairing whose words are on the screen, as its owner sees it: see `pair-device.ts`. */
import type { Result } from "@undivided/domain";
import type { SafetyNumbers } from "../pairing/handshake.ts";
import type { PairingPurpose } from "../pairing/invitation.ts";
import type { PairingChannel, PairingFault, WordsToCompare } from "../pairing/pair.ts";
import type { DeviceCore, DeviceFault } from "./device-core.ts";
import type { LeftMeanwhile } from "./ring-keeper.ts";
import type { WaitingPairing } from "./waiting-pairing.ts";

export type PairDeviceFault =
  | PairingFault
  | DeviceFault
  /** The invitation is for something else than what this device was asked to do. */
  | { readonly type: "other-purpose" }
  /** The invitation names another relay than this device uses. */
  | { readonly type: "other-relay"; readonly relay: string }
  | { readonly type: "no-relay" }
  /** There is a couple's space already; it is left before another begins. */
  | { readonly type: "already-paired" }
  | LeftMeanwhile;

export type PairDeviceResult =
  | { readonly type: "paired" }
  /** The other side did not say that it kept everything: ask there. Inviting again starts anew. */
  | { readonly type: "unsure" };

/** The words are on the screen. */
export interface DeviceWords {
  readonly numbers: SafetyNumbers;
  /** For a tap of this device's own owner alone. Resolves when the other side has confirmed too and all is kept. */
  readonly confirm: () => Promise<Result<PairDeviceResult, PairDeviceFault>>;
  /** Says no: the other side ends at once. Resolves when it was said, or could not be. */
  readonly decline: () => Promise<null>;
  /** Ends it without a word. */
  readonly cancel: () => void;
}

export interface DeviceInvitation {
  readonly purpose: PairingPurpose;
  /** For a QR code, or inside `pairingLink(origin, text)`. */
  readonly text: string;
  readonly untilWords: () => Promise<Result<DeviceWords, PairDeviceFault>>;
  readonly cancel: () => void;
}

export type Exchange = (channel: PairingChannel) => Promise<Result<PairDeviceResult, PairDeviceFault>>;

export const wordsFor = (
  core: DeviceCore | null,
  compare: WordsToCompare,
  pairing: WaitingPairing | null,
  exchange: Exchange,
): DeviceWords => {
  let running: ReturnType<Exchange> | null = null;
  pairing?.endBy(() => void compare.decline());
  const run = async (): ReturnType<Exchange> => {
    const channel = compare.confirm();
    const result = await exchange(channel);
    // What failed here the other side waits for in vain.
    if (result.type === "error") await compare.decline();
    channel.close();
    if (core === null || pairing === null) return result;
    // Whoever left while this went on has left.
    await core.refresh();
    pairing.done();
    return pairing.unlessLeft(result);
  };
  return {
    numbers: compare.numbers,
    confirm: () => (running ??= run()),
    decline: compare.decline,
    cancel: () => {
      pairing?.done();
      compare.cancel();
    },
  };
};
