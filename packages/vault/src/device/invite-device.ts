/** The host's side of pairing a device: see `pair-device.ts`. */
import { err, ok, type Result } from "@undivided/domain";
import { verifyingKeyOf } from "../crypto/door.ts";
import type { PairingPurpose } from "../pairing/invitation.ts";
import { hostPairing, type PairingChannel } from "../pairing/pair.ts";
import { createDeviceKeys, createMemberId } from "../space/device-keys.ts";
import { foundSpace } from "../space/replica.ts";
import type { DeviceCore } from "./device-core.ts";
import { addedNote, oursNote, oursNoteOf } from "./device-notes.ts";
import {
  wordsFor,
  type DeviceInvitation,
  type DeviceWords,
  type Exchange,
  type PairDeviceFault,
  type PairDeviceResult,
} from "./device-words.ts";
import type { SpaceKeys } from "./key-ring.ts";
import {
  decodeGuestContent,
  encodeHostContent,
  isDone,
  type GuestContent,
  type HostContent,
  type Part,
} from "./pairing-content.ts";
import { beginPartner, leaveUnanswered } from "./partner-space.ts";
import type { WaitingPairing } from "./waiting-pairing.ts";

export const inviteDevice = async (
  core: DeviceCore,
  purpose: PairingPurpose,
): Promise<Result<DeviceInvitation, PairDeviceFault>> => {
  // Leaving has no part in adding a device of one's own.
  const begun = purpose === "partner" ? await beginPartner(core) : ok(null);
  if (begun.type === "error") return begun;
  const pairing = begun.value;
  const { relay } = core.keeper.ring();
  if (relay === null) return err({ type: "no-relay" });
  const { wall, rendezvousAt } = core.deps;
  const hosted = await hostPairing({ wall, rendezvous: rendezvousAt(relay) }, purpose, relay);
  if (hosted.type === "error") return hosted;
  const { text, cancel } = hosted.value;
  pairing?.endBy(cancel);
  const exchange: Exchange = (channel) => hostExchange(core, pairing, channel);
  const untilWords = async (): Promise<Result<DeviceWords, PairDeviceFault>> => {
    const compare = await hosted.value.untilWords();
    if (compare.type === "ok") return ok(wordsFor(core, compare.value, pairing, exchange));
    pairing?.done();
    return pairing?.unlessLeft(compare) ?? compare;
  };
  return ok({ purpose, text, untilWords, cancel });
};

const hostExchange = async (
  core: DeviceCore,
  pairing: WaitingPairing | null,
  channel: PairingChannel,
): Promise<Result<PairDeviceResult, PairDeviceFault>> => {
  const heard = await channel.receive();
  if (heard.type === "error") return heard;
  const guest = decodeGuestContent(heard.value);
  if (guest?.type === "partner" && pairing !== null) return hostPartner(core, pairing, guest, channel);
  if (guest?.type !== "own-device" || pairing !== null) return err({ type: "tampered" });
  const admitted = await admitOwnDevice(core, guest);
  if (admitted.type === "error") return admitted;
  const result = await tellGuest(channel, admitted.value);
  return ok({ type: result === "paired" ? "paired" : "unsure" });
};

/** `declined`: the guest said that it kept nothing. */
const tellGuest = async (channel: PairingChannel, content: HostContent): Promise<"paired" | "unsure" | "declined"> => {
  const told = await channel.send(encodeHostContent(content));
  if (told.type === "error") return "unsure";
  const done = await channel.receive();
  if (done.type === "ok") return isDone(done.value) ? "paired" : "unsure";
  return done.error.type === "declined" ? "declined" : "unsure";
};

const hostPartner = async (
  core: DeviceCore,
  pairing: WaitingPairing,
  guest: GuestContent & { type: "partner" },
  channel: PairingChannel,
): Promise<Result<PairDeviceResult, PairDeviceFault>> => {
  const admitted = await admitPartner(core, pairing, guest);
  if (admitted.type === "error") return admitted;
  const result = await tellGuest(channel, admitted.value);
  if (result !== "declined") return ok({ type: result });
  const put = await leaveUnanswered(core);
  return put.type === "error" ? put : err({ type: "declined" });
};

/** Founds the couple's space with both people in it. */
const admitPartner = async (
  core: DeviceCore,
  pairing: WaitingPairing,
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
  const put = await leaveUnanswered(core);
  if (put.type === "error") return put;
  const part = { space: founded.value.space, keys };
  const gained = await core.gainOurs(pairing, part, core.keeper.ring().relay);
  if (gained.type === "error") return gained;
  const noted = await core.note([oursNote(core.keeper.ring().mine.keys.device, part)]);
  return noted.type === "error" ? noted : ok({ type: "partner", space: part.space });
};

const admitOwnDevice = async (
  core: DeviceCore,
  guest: GuestContent & { type: "own-device" },
): Promise<Result<HostContent, PairDeviceFault>> => {
  // Somebody may have left, in another tab or process, while this waited.
  const refreshed = await core.refresh();
  if (refreshed.type === "error") return refreshed;
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
    mine: await partOf(mine),
    ours: ours === null || part === null ? null : await partOf(part),
  });
};

const partOf = async ({ space, keys }: SpaceKeys): Promise<Part> => ({
  ...{ space, member: keys.member },
  host: { device: keys.device, verifyingKey: await verifyingKeyOf(keys.signing) },
});
