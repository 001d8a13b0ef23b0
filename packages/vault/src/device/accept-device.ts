/** The guest's side of pairing a device: see `pair-device.ts`. */
import { err, ok, type Result } from "@undivided/domain";
import type { Invitation, InvitationVersion } from "../pairing/invitation.ts";
import { joinPairing, type PairingChannel } from "../pairing/pair.ts";
import { createDeviceKeys, createMemberId, deviceCardOf, type DeviceKeys } from "../space/device-keys.ts";
import type { DeviceCore, DeviceDeps } from "./device-core.ts";
import { oursNote } from "./device-notes.ts";
import {
  wordsFor,
  type DeviceWords,
  type Exchange,
  type PairDeviceFault,
  type PairDeviceResult,
} from "./device-words.ts";
import type { KeyRing, SpaceKeys } from "./key-ring.ts";
import {
  decodeHostContent,
  DONE,
  encodeGuestContent,
  type GuestContent,
  type HostContent,
  type Part,
} from "./pairing-content.ts";
import { beginPartner, leaveUnanswered } from "./partner-space.ts";
import type { WaitingPairing } from "./waiting-pairing.ts";

const guestExchange = async (
  channel: PairingChannel,
  version: InvitationVersion,
  content: GuestContent,
  keep: (answer: HostContent) => Promise<Result<null, PairDeviceFault>>,
): Promise<Result<PairDeviceResult, PairDeviceFault>> => {
  const told = await channel.send(encodeGuestContent(content));
  if (told.type === "error") return told;
  const heard = await channel.receive();
  if (heard.type === "error") return heard;
  const answer = decodeHostContent(heard.value, version);
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
  const begun = await beginPartner(core);
  if (begun.type === "error") return begun;
  const pairing = begun.value;
  const { relay } = core.keeper.ring();
  if (relay !== null && relay !== invitation.relay) return err({ type: "other-relay", relay: invitation.relay });
  const { wall, rendezvousAt } = core.deps;
  const compare = await joinPairing({ wall, rendezvous: rendezvousAt(invitation.relay) }, invitation);
  if (compare.type === "error") return compare;
  const keys = createDeviceKeys(createMemberId());
  const exchange: Exchange = async (channel) => {
    const { member, ...card } = await deviceCardOf(keys);
    return guestExchange(channel, invitation.version, { type: "partner", member, card }, async (answer) => {
      if (answer.type !== "partner") return err({ type: "tampered" });
      return keepPartner(core, pairing, { space: answer.space, keys }, invitation.relay);
    });
  };
  return ok(wordsFor(core, compare.value, pairing, exchange));
};

const keepPartner = async (
  core: DeviceCore,
  pairing: WaitingPairing,
  part: SpaceKeys,
  relay: string,
): Promise<Result<null, PairDeviceFault>> => {
  const put = await leaveUnanswered(core);
  if (put.type === "error") return put;
  const gained = await core.gainOurs(pairing, part, relay);
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
    return guestExchange(channel, invitation.version, content, async (answer) => {
      if (answer.type !== "own-device") return err({ type: "tampered" });
      return keep({
        person: answer.person,
        relay: invitation.relay,
        mine: spaceKeysOf(answer.mine, mine),
        ours: answer.ours === null ? null : spaceKeysOf(answer.ours, ours),
        left: [],
      });
    });
  };
  return ok(wordsFor(null, compare.value, null, exchange));
};

const spaceKeysOf = ({ space, member, host }: Part, keys: DeviceKeys): SpaceKeys => ({
  ...{ space, keys: { ...keys, member } },
  ...(host === null ? {} : { pairedBy: host }),
});

const ownCardOf = async (keys: DeviceKeys) => {
  const { device, verifyingKey, wrappingKey } = await deviceCardOf(keys);
  return { device, verifyingKey, wrappingKey };
};
