/**
 * Recovery: from a code on paper back to one's own records, on a device that has nothing else (docs/spec/recovery.md).
 *
 * The code is a device of the person's own space that exists on paper only. Whoever has it fetches the sealed space from the relay
 * as that device, and admits this machine. Neither the relay nor the partner can do that, or try a guess: the code's public keys
 * stand among the others of the space, and what they hide has 128 bits.
 * The couple's space comes back through the spare device whose keys the person's own space holds.
 */
import { err, ok, type Result } from "@undivided/domain";
import { createDeviceKeys, createMemberId, deviceCardOf, type DeviceKeys } from "../space/device-keys.ts";
import { openReplica, type Replica } from "../space/replica.ts";
import type { DeviceDeps, DeviceFault } from "./device-core.ts";
import { addedNote, DEVICE_NOTES, inOrder, oursNoteOf, readDeviceNotes } from "./device-notes.ts";
import type { KeyRing, SpaceKeys } from "./key-ring.ts";
import { parseRecoveryCode, recoveryKeysOf, type RecoveryCodeFault } from "./recovery-code.ts";

export type ReachFault =
  | { readonly type: "unreachable" }
  /** The relay does not know this space, or not this device in it. */
  | { readonly type: "not-admitted" }
  /** The device was in the space and was removed. */
  | { readonly type: "removed" };

/** What recovery needs of a relay: to bring a replica in step with it, both ways, once, as the device with these keys. */
export type SyncOnce = (replica: Replica, keys: DeviceKeys) => Promise<Result<null, ReachFault>>;

export type RecoverFault =
  | RecoveryCodeFault
  | { readonly type: "unreachable" }
  | DeviceFault
  /** The relay does not know this code: it is another relay, or it lost its data and no device has pushed again yet. */
  | { readonly type: "nothing-found" }
  /** The code was good once and was renewed. */
  | { readonly type: "renewed" };

/** Gives the ring of this device; the caller keeps it. Until then nothing is lost by starting again. */
export const recoverRing = async (
  { logs: store, wall }: DeviceDeps,
  sync: SyncOnce,
  address: string,
  typed: string,
): Promise<Result<KeyRing, RecoverFault>> => {
  const code = parseRecoveryCode(typed);
  if (code.type === "error") return code;
  const { secret, space } = code.value;
  // Whose device the code is stands in the space itself.
  const unknown = await recoveryKeysOf(secret, createMemberId());
  const peeked = await openReplica({ store, wall, keys: unknown }, space);
  if (peeked.type === "error") return peeked;
  const fetched = await sync(peeked.value, unknown);
  if (fetched.type === "error") return err(faultOf(fetched.error));
  const card = peeked.value.roster()?.devices.get(unknown.device);
  if (card === undefined) return err({ type: "nothing-found" });
  if (card.last !== null) return err({ type: "renewed" });
  return recoverSpace({ store, wall }, sync, address, { space, keys: { ...unknown, member: card.member } });
};

const faultOf = ({ type }: ReachFault): RecoverFault => {
  if (type === "removed") return { type: "renewed" };
  return { type: type === "unreachable" ? "unreachable" : "nothing-found" };
};

type RecoverDeps = { readonly store: DeviceDeps["logs"]; readonly wall: DeviceDeps["wall"] };

const recoverSpace = async (
  deps: RecoverDeps,
  sync: SyncOnce,
  address: string,
  paper: SpaceKeys,
): Promise<Result<KeyRing, RecoverFault>> => {
  const mine = await openReplica({ ...deps, keys: paper.keys }, paper.space);
  if (mine.type === "error") return mine;
  const { person, spare } = readDeviceNotes(mine.value.state());
  if (person === null) return err({ type: "nothing-found" });
  const keys = createDeviceKeys(paper.keys.member);
  const admitted = await mine.value.admit(await deviceCardOf(keys));
  if (admitted.type === "error") return admitted;
  const ours = spare === null ? ok(null) : await recoverOurs(deps, sync, spare);
  if (ours.type === "error") return ours;
  const fields = [addedNote(keys.device, deps.wall())];
  if (ours.value !== null) fields.push(oursNoteOf(keys.device, ours.value.space, ours.value.keys.device));
  const noted = await mine.value.write({ type: "set", id: DEVICE_NOTES, fields: inOrder(fields) });
  if (noted.type === "error") return noted;
  const pushed = await sync(mine.value, paper.keys);
  if (pushed.type === "error") return err(faultOf(pushed.error));
  return ok({ person, relay: address, mine: { space: paper.space, keys }, ours: ours.value, left: [] });
};

/** Null if the couple's space has ended meanwhile, or the relay does not have it. */
const recoverOurs = async (
  deps: RecoverDeps,
  sync: SyncOnce,
  spare: SpaceKeys,
): Promise<Result<SpaceKeys | null, RecoverFault>> => {
  const ours = await openReplica({ ...deps, keys: spare.keys }, spare.space);
  if (ours.type === "error") return ours;
  const fetched = await sync(ours.value, spare.keys);
  if (fetched.type === "error") return fetched.error.type === "unreachable" ? err(fetched.error) : ok(null);
  const card = ours.value.roster()?.devices.get(spare.keys.device);
  if (ours.value.isClosed() || card === undefined || card.last !== null) return ok(null);
  const keys = createDeviceKeys(spare.keys.member);
  const admitted = await ours.value.admit(await deviceCardOf(keys));
  if (admitted.type === "error") return admitted;
  const pushed = await sync(ours.value, spare.keys);
  return pushed.type === "error" ? err(faultOf(pushed.error)) : ok({ space: spare.space, keys });
};
