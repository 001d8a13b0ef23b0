/**
 * A person's own devices: who has access, removing one, and keeping the couple's space in step with that.
 *
 * Each own device has another name and other keys in the couple's space; the device notes say which belong together. A spare
 * device of the couple's space, its keys sealed in the person's own, lets a recovered device come back to it and leave it.
 * **Privacy:** the partner's devices are not listed anywhere: how many phones somebody has is nobody else's business.
 */
import { err, ok, type DeviceId, type Instant, type Result } from "@undivided/domain";
import type { SpaceId } from "../envelope/ids.ts";
import { createDeviceKeys, deviceCardOf } from "../space/device-keys.ts";
import type { Replica, WriteFault } from "../space/replica.ts";
import { activeDevices } from "../space/roster.ts";
import type { DeviceCore, DeviceFault } from "./device-core.ts";
import { addedNote, cameNote, oursNote, personNote, spareNotes } from "./device-notes.ts";
import type { SpaceKeys } from "./key-ring.ts";
import { recoveryWay } from "./ring-file.ts";

/** How long a device that came counts as new. */
export const NEW_DEVICE_MS = 30 * 86_400_000;

export interface OwnDevice {
  readonly device: DeviceId;
  readonly isThis: boolean;
  /** `recovery` is what the recovery code stands for: no machine, a piece of paper. */
  readonly type: "device" | "recovery";
  /** Null if no device said so. */
  readonly added: Instant | null;
  /** When it last got a lock and had none: its owner may know nothing of it. It says nothing of whether it has one now. */
  readonly locked: Instant | null;
  /** Came within 30 days, or nobody knows when: to be shown on every own device. */
  readonly isNew: boolean;
}

/** Everything that can open this person's own records, in the order of admission. */
export const ownDevices = (core: DeviceCore): readonly OwnDevice[] => {
  const roster = core.mine.roster();
  const { recovery, addedByDevice, lockedByDevice } = core.notes();
  const now = core.deps.wall();
  const self = core.keeper.ring().mine.keys.device;
  return (roster === null ? [] : activeDevices(roster)).map(({ device }) => {
    const added = addedByDevice.get(device) ?? null;
    const isThis = device === self;
    const isOld = added !== null && added <= now && now - added >= NEW_DEVICE_MS;
    const type = device === recovery ? "recovery" : "device";
    return { device, isThis, type, added, locked: lockedByDevice.get(device) ?? null, isNew: !isThis && !isOld };
  });
};

/**
 * Own devices that were admitted lately and have not said that they have come, by their names in that space: they may have
 * everything before them. No paper is among them.
 */
export const awaitedIn = (core: DeviceCore, space: SpaceId): readonly DeviceId[] => {
  const { oursByDevice, came } = core.notes();
  const awaited = ownDevices(core).flatMap(({ device, type, isNew }) =>
    type === "device" && isNew && !came.has(device) ? [device] : [],
  );
  if (space === core.mine.space) return awaited;
  return awaited.flatMap((device) => {
    const as = oursByDevice.get(device);
    return as?.space === space ? [as.device] : [];
  });
};

const isActive = (replica: Replica, device: DeviceId): boolean => {
  const roster = replica.roster();
  return roster !== null && activeDevices(roster).some((one) => one.device === device);
};

/** Removes another own device from both spaces. What it has read it has read; nothing new reaches it. */
export const removeOwnDevice = async (core: DeviceCore, device: DeviceId): Promise<Result<null, DeviceFault>> => {
  // A recovery code is renewed, with a proof, never taken away: it is the way back.
  const isKept = device === core.keeper.ring().mine.keys.device || device === core.notes().recovery;
  if (isKept) return err({ type: "not-allowed" });
  if (isActive(core.mine, device)) {
    const removed = await core.mine.remove(device);
    if (removed.type === "error") return removed;
  }
  // Should this stop half-way, `tend` goes on: the notes still say which device of the couple's space it was.
  return tendOurs(core);
};

/**
 * Puts right what a crash, another device or the partner's leaving left undone; does nothing when all is well. To be called
 * after opening and whenever something came from the relay.
 */
export const tend = async (core: DeviceCore): Promise<Result<null, DeviceFault>> => {
  const refreshed = await core.refresh();
  if (refreshed.type === "error") return refreshed;
  const dropped = await core.dropClosedOurs();
  if (dropped.type === "error") return dropped;
  const self = core.keeper.ring().mine.keys.device;
  if (!isActive(core.mine, self)) return ok(null);
  const { person, addedByDevice } = core.notes();
  // The note about this device is the last that its host wrote when it admitted it: what was before is here.
  const hasCome = addedByDevice.has(self);
  const noted = await core.note([
    ...(person === null ? [personNote(core.person)] : []),
    ...(addedByDevice.has(self) ? [] : [addedNote(self, core.deps.wall())]),
  ]);
  if (noted.type === "error") return noted;
  const done = await tendOurs(core);
  // Another tab or process left in this very moment.
  if (done.type === "error" && done.error.type === "space-closed") return core.refresh();
  if (done.type === "error") return done;
  const said = hasCome ? await sayCome(core) : ok(null);
  return said.type === "error" ? said : tendRecoveryWay(core);
};

/**
 * A device that only reads would be awaited for thirty days, and snapshots put for it: it says once that it has come, in both
 * spaces. Only the device that paired it waits for it, so one that nobody paired says nothing.
 */
const sayCome = async (core: DeviceCore): Promise<Result<null, WriteFault>> => {
  const { mine, ours: part } = core.keeper.ring();
  const self = mine.keys.device;
  if (mine.pairedBy === undefined || core.notes().came.has(self)) return ok(null);
  const ours = core.ours();
  if (ours !== null && part !== null && !isActive(ours, part.keys.device)) return ok(null);
  return core.note([cameNote(self)]);
};

const tendOurs = async (core: DeviceCore): Promise<Result<null, DeviceFault>> => {
  const ours = core.ours();
  const part = core.keeper.ring().ours;
  if (ours === null || part === null || !isActive(ours, part.keys.device)) return ok(null);
  const self = core.keeper.ring().mine.keys.device;
  const { oursByDevice } = core.notes();
  if (oursByDevice.get(self)?.device !== part.keys.device) {
    const noted = await core.note([oursNote(self, part)]);
    if (noted.type === "error") return noted;
  }
  const lost = [...oursByDevice].filter(
    ([device, as]) => as.space === ours.space && !isActive(core.mine, device) && isActive(ours, as.device),
  );
  const spared = await tendSpare(core, ours, part, lost.length > 0);
  if (spared.type === "error") return spared;
  for (const [, { device }] of lost) {
    const removed = await ours.remove(device);
    if (removed.type === "error") return removed;
  }
  return ok(null);
};

/**
 * One spare, and no other: a lost device knows the one before, which goes before the lost device itself does. Noted before it is
 * admitted, so that whoever finds this half done can finish it.
 */
const tendSpare = async (
  core: DeviceCore,
  ours: Replica,
  part: SpaceKeys,
  isKnownToALostDevice: boolean,
): Promise<Result<null, WriteFault>> => {
  const { spare } = core.notes();
  const isUsable =
    spare !== null && spare.space === ours.space && ours.roster()?.devices.get(spare.keys.device)?.last === null;
  const isNotedOnly = spare !== null && spare.space === ours.space && !ours.roster()?.devices.has(spare.keys.device);
  let current = spare;
  if (current === null || isKnownToALostDevice || !(isUsable || isNotedOnly)) {
    current = { space: ours.space, keys: createDeviceKeys(part.keys.member) };
    const noted = await core.note(spareNotes(current));
    if (noted.type === "error") return noted;
  }
  if (!isActive(ours, current.keys.device)) {
    const admitted = await ours.admit(await deviceCardOf(current.keys));
    if (admitted.type === "error") return admitted;
  }
  for (const [device, space] of core.notes().spaceBySpare) {
    if (space !== ours.space || device === current.keys.device || !isActive(ours, device)) continue;
    const removed = await ours.remove(device);
    if (removed.type === "error") return removed;
  }
  return ok(null);
};

/** A lock opens with the recovery code that counts now, also if another device made it. */
export const tendRecoveryWay = async (core: DeviceCore): Promise<Result<null, DeviceFault>> => {
  const { recovery } = core.notes();
  const roster = core.mine.roster();
  const card = roster === null ? undefined : activeDevices(roster).find(({ device }) => device === recovery);
  const ways = core.keeper.ways();
  const known = ways.find((way) => way.type === "recovery")?.device;
  if (ways.some(({ type }) => type === "bare") || known === card?.device) return ok(null);
  return core.keeper.replaceWays(async (key, now) => [
    ...now.filter(({ type }) => type !== "recovery"),
    ...(card === undefined ? [] : [await recoveryWay(card.device, card.wrappingKey, key)]),
  ]);
};
