/**
 * Pairing a device: what both sides do once their owners have confirmed the same words.
 *
 * Guest: its card. Host: admits it, then says where it belongs. Guest: keeps that, then says so. Every step is kept before the
 * next is said, so a line cut anywhere leaves both devices usable; at worst the host knows a guest that never came.
 */
import { err, ok, type Result } from "@undivided/domain";
import { createDeviceKeys, createMemberId, deviceCardOf, type DeviceKeys } from "../space/device-keys.ts";
import { foundSpace, type Replica } from "../space/replica.ts";
import {
  hostPairing,
  joinPairing,
  type PairingChannel,
  type PairingFault,
  type WordsToCompare,
} from "../pairing/pair.ts";
import type { SafetyNumbers } from "../pairing/handshake.ts";
import type { Invitation, PairingPurpose } from "../pairing/invitation.ts";
import type { DeviceCore, DeviceDeps, DeviceFault } from "./device-core.ts";
import { addedNote, oursNote, oursNoteOf } from "./device-notes.ts";
import type { KeyRing, SpaceKeys } from "./key-ring.ts";
import {
  decodeGuestContent,
  decodeHostContent,
  DONE,
  encodeGuestContent,
  encodeHostContent,
  isDone,
  type GuestContent,
  type HostContent,
} from "./pairing-content.ts";

export type PairDeviceFault =
  | PairingFault
  | DeviceFault
  /** The invitation is for something else than what this device was asked to do. */
  | { readonly type: "other-purpose" }
  /** The invitation names another relay than this device uses. */
  | { readonly type: "other-relay"; readonly relay: string }
  | { readonly type: "no-relay" }
  /** There is a couple's space already; it is left before another begins. */
  | { readonly type: "already-paired" };

export type PairDeviceResult =
  | { readonly type: "paired" }
  /** The other side did not say that it kept everything: ask there. Inviting again starts anew. */
  | { readonly type: "unsure" };

/** The words are on the screen. */
export interface DeviceWords {
  readonly numbers: SafetyNumbers;
  /** For a tap of this device's own owner alone. Resolves when the other side has confirmed too and all is kept. */
  readonly confirm: () => Promise<Result<PairDeviceResult, PairDeviceFault>>;
  readonly cancel: () => void;
}

export interface DeviceInvitation {
  readonly purpose: PairingPurpose;
  /** For a QR code, or inside `pairingLink(origin, text)`. */
  readonly text: string;
  readonly untilWords: () => Promise<Result<DeviceWords, PairDeviceFault>>;
  readonly cancel: () => void;
}

type Exchange = (channel: PairingChannel) => Promise<Result<PairDeviceResult, PairDeviceFault>>;

const wordsFor = (compare: WordsToCompare, exchange: Exchange): DeviceWords => {
  let running: ReturnType<Exchange> | null = null;
  const run = async (): ReturnType<Exchange> => {
    const channel = compare.confirm();
    const result = await exchange(channel);
    channel.close();
    return result;
  };
  return { numbers: compare.numbers, confirm: () => (running ??= run()), cancel: compare.cancel };
};

/** A couple's space of which the other person has never written anything: an invitation that came to nothing. */
export const isUnanswered = (ours: Replica, part: SpaceKeys): boolean => {
  const devices = ours.roster()?.devices;
  return !ours.summary().heads.some(({ device }) => devices?.get(device)?.member !== part.keys.member);
};

export const inviteDevice = async (
  core: DeviceCore,
  purpose: PairingPurpose,
): Promise<Result<DeviceInvitation, PairDeviceFault>> => {
  const { relay, ours: part } = core.keeper.ring();
  if (relay === null) return err({ type: "no-relay" });
  const ours = core.ours();
  if (purpose === "partner" && ours !== null && part !== null && !isUnanswered(ours, part)) {
    return err({ type: "already-paired" });
  }
  const { wall, rendezvousAt } = core.deps;
  const hosted = await hostPairing({ wall, rendezvous: rendezvousAt(relay) }, purpose, relay);
  if (hosted.type === "error") return hosted;
  const exchange: Exchange = (channel) => hostExchange(core, purpose, channel);
  const untilWords = async (): Promise<Result<DeviceWords, PairDeviceFault>> => {
    const compare = await hosted.value.untilWords();
    return compare.type === "error" ? compare : ok(wordsFor(compare.value, exchange));
  };
  return ok({ purpose, text: hosted.value.text, untilWords, cancel: hosted.value.cancel });
};

const hostExchange = async (
  core: DeviceCore,
  purpose: PairingPurpose,
  channel: PairingChannel,
): Promise<Result<PairDeviceResult, PairDeviceFault>> => {
  const heard = await channel.receive();
  if (heard.type === "error") return heard;
  const guest = decodeGuestContent(heard.value);
  if (guest?.type !== purpose) return err({ type: "tampered" });
  const admitted = guest.type === "partner" ? await admitPartner(core, guest) : await admitOwnDevice(core, guest);
  if (admitted.type === "error") return admitted;
  const told = await channel.send(encodeHostContent(admitted.value));
  if (told.type === "error") return ok({ type: "unsure" });
  const done = await channel.receive();
  return ok({ type: done.type === "ok" && isDone(done.value) ? "paired" : "unsure" });
};

/** Founds the couple's space with both people in it. */
const admitPartner = async (
  core: DeviceCore,
  { member, card }: GuestContent & { type: "partner" },
): Promise<Result<HostContent, PairDeviceFault>> => {
  const { logs: store, wall } = core.deps;
  const keys = createDeviceKeys(createMemberId());
  // A guest that calls itself this person would come in as a device of this person.
  if (member === keys.member) return err({ type: "tampered" });
  const founded = await foundSpace({ store, keys, wall }, 2);
  if (founded.type === "error") return founded;
  const admitted = await founded.value.admit({ ...card, member });
  if (admitted.type === "error") return admitted;
  const unanswered = core.ours();
  if (unanswered !== null) {
    const left = await unanswered.leave();
    if (left.type === "error") return left;
    const dropped = await core.dropClosedOurs();
    if (dropped.type === "error") return dropped;
  }
  const part = { space: founded.value.space, keys };
  const gained = await core.gainOurs(part);
  if (gained.type === "error") return gained;
  const noted = await core.note([oursNote(core.keeper.ring().mine.keys.device, part)]);
  return noted.type === "error" ? noted : ok({ type: "partner", space: part.space });
};

const admitOwnDevice = async (
  core: DeviceCore,
  guest: GuestContent & { type: "own-device" },
): Promise<Result<HostContent, PairDeviceFault>> => {
  const { person, mine, ours: part } = core.keeper.ring();
  const admitted = await core.mine.admit({ ...guest.mine, member: mine.keys.member });
  if (admitted.type === "error") return admitted;
  const notes = [addedNote(guest.mine.device, core.deps.wall())];
  const ours = core.ours();
  if (ours !== null && part !== null) {
    const joined = await ours.admit({ ...guest.ours, member: part.keys.member });
    if (joined.type === "error") return joined;
    notes.push(oursNoteOf(guest.mine.device, ours.space, guest.ours.device));
  }
  const noted = await core.note(notes);
  if (noted.type === "error") return noted;
  core.changed();
  return ok({
    type: "own-device",
    person,
    mine: { space: mine.space, member: mine.keys.member },
    ours: ours === null || part === null ? null : { space: part.space, member: part.keys.member },
  });
};

const guestExchange = async (
  channel: PairingChannel,
  content: GuestContent,
  keep: (answer: HostContent) => Promise<Result<null, PairDeviceFault>>,
): Promise<Result<PairDeviceResult, PairDeviceFault>> => {
  const told = await channel.send(encodeGuestContent(content));
  if (told.type === "error") return told;
  const heard = await channel.receive();
  if (heard.type === "error") return heard;
  const answer = decodeHostContent(heard.value);
  if (answer?.type !== content.type) return err({ type: "tampered" });
  const kept = await keep(answer);
  if (kept.type === "error") return kept;
  // All is kept: that the host may not hear so is its uncertainty, not this side's.
  await channel.send(DONE);
  return ok({ type: "paired" });
};

/** The second person's side. */
export const acceptPartner = async (
  core: DeviceCore,
  invitation: Invitation,
): Promise<Result<DeviceWords, PairDeviceFault>> => {
  if (invitation.purpose !== "partner") return err({ type: "other-purpose" });
  const { relay, ours: part } = core.keeper.ring();
  if (relay !== null && relay !== invitation.relay) return err({ type: "other-relay", relay: invitation.relay });
  const ours = core.ours();
  if (ours !== null && part !== null && !isUnanswered(ours, part)) return err({ type: "already-paired" });
  const { wall, rendezvousAt } = core.deps;
  const compare = await joinPairing({ wall, rendezvous: rendezvousAt(invitation.relay) }, invitation);
  if (compare.type === "error") return compare;
  const keys = createDeviceKeys(createMemberId());
  const exchange: Exchange = async (channel) => {
    const { member, ...card } = await deviceCardOf(keys);
    return guestExchange(channel, { type: "partner", member, card }, async (answer) => {
      if (answer.type !== "partner") return err({ type: "tampered" });
      return keepPartner(core, { space: answer.space, keys }, invitation.relay);
    });
  };
  return ok(wordsFor(compare.value, exchange));
};

const keepPartner = async (
  core: DeviceCore,
  part: SpaceKeys,
  relay: string,
): Promise<Result<null, PairDeviceFault>> => {
  const unanswered = core.ours();
  if (unanswered !== null) {
    const left = await unanswered.leave();
    if (left.type === "error") return left;
    const dropped = await core.dropClosedOurs();
    if (dropped.type === "error") return dropped;
  }
  const addressed = await core.keeper.update((ring) => ({ ...ring, relay }));
  if (addressed.type === "error") return addressed;
  const gained = await core.gainOurs(part);
  if (gained.type === "error") return gained;
  return core.note([oursNote(core.keeper.ring().mine.keys.device, part)]);
};

/** A new device of the same person. `keep` writes the first ring of this device. */
export const acceptOwnDevice = async (
  deps: DeviceDeps,
  invitation: Invitation,
  keep: (ring: KeyRing) => Promise<Result<null, PairDeviceFault>>,
): Promise<Result<DeviceWords, PairDeviceFault>> => {
  if (invitation.purpose !== "own-device") return err({ type: "other-purpose" });
  const { wall, rendezvousAt } = deps;
  const compare = await joinPairing({ wall, rendezvous: rendezvousAt(invitation.relay) }, invitation);
  if (compare.type === "error") return compare;
  // Whose device it is, its host says.
  const [mine, ours] = [createDeviceKeys(createMemberId()), createDeviceKeys(createMemberId())];
  const exchange: Exchange = async (channel) => {
    const content: GuestContent = { type: "own-device", mine: await ownCardOf(mine), ours: await ownCardOf(ours) };
    return guestExchange(channel, content, async (answer) => {
      if (answer.type !== "own-device") return err({ type: "tampered" });
      return keep({
        person: answer.person,
        relay: invitation.relay,
        mine: { space: answer.mine.space, keys: { ...mine, member: answer.mine.member } },
        ours: answer.ours === null ? null : { space: answer.ours.space, keys: { ...ours, member: answer.ours.member } },
        left: [],
      });
    });
  };
  return ok(wordsFor(compare.value, exchange));
};

const ownCardOf = async (keys: DeviceKeys) => {
  const { device, verifyingKey, wrappingKey } = await deviceCardOf(keys);
  return { device, verifyingKey, wrappingKey };
};
