/** The couple's space around a pairing: whether another may begin, and the one that an invitation left behind. */
import { err, ok, type Result } from "@undivided/domain";
import type { Replica } from "../space/replica.ts";
import type { DeviceCore, DeviceFault } from "./device-core.ts";
import type { PairDeviceFault } from "./device-words.ts";
import type { SpaceKeys } from "./key-ring.ts";
import type { WaitingPairing } from "./waiting-pairing.ts";

/** A couple's space of which the other person has never written anything: an invitation that came to nothing. */
const isUnanswered = (ours: Replica, part: SpaceKeys): boolean => {
  const devices = ours.roster()?.devices;
  return !ours.summary().heads.some(({ device }) => devices?.get(device)?.member !== part.keys.member);
};

export const beginPartner = async (core: DeviceCore): Promise<Result<WaitingPairing, PairDeviceFault>> => {
  const pairing = await core.pairings.begin();
  if (pairing.type === "error") return pairing;
  const refreshed = await core.refresh();
  if (refreshed.type === "error") return refreshed;
  const part = core.keeper.ring().ours;
  const ours = core.ours();
  const isPaired = ours !== null && part !== null && !isUnanswered(ours, part);
  return isPaired ? err({ type: "already-paired" }) : pairing;
};

/** An invitation that came to nothing makes room for the next. */
export const leaveUnanswered = async (core: DeviceCore): Promise<Result<null, DeviceFault>> => {
  const unanswered = core.ours();
  if (unanswered === null) return ok(null);
  const left = await unanswered.leave();
  return left.type === "error" ? left : core.dropClosedOurs();
};
