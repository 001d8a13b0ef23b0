/**
 * Recovery: from a code on paper back to one's own records, on a device that has nothing else (docs/spec/recovery.md).
 *
 * The code is a device of the person's own space that exists on paper only. Whoever has it fetches the sealed space from the relay
 * as that device, and admits this machine. Neither the relay nor the partner can do that, or try a guess: the code's public keys
 * stand among the others of the space, and what they hide has 128 bits.
 * The couple's space comes back through the spare device whose keys the person's own space holds.
 */
import { err, ok, type Result } from "@undivided/domain";
import { destroySecret, type SigningKey } from "../crypto/door.ts";
import type { SpaceId } from "../envelope/ids.ts";
import { createDeviceKeys, createMemberId, deviceCardOf } from "../space/device-keys.ts";
import { openReplica, type Replica } from "../space/replica.ts";
import { activeDevices } from "../space/roster.ts";
import type { DeviceCore, DeviceDeps, DeviceFault } from "./device-core.ts";
import { addedNote, DEVICE_NOTES, inOrder, oursNoteOf, readDeviceNotes, recoveryNote } from "./device-notes.ts";
import type { KeyRing, SpaceKeys } from "./key-ring.ts";
import { tendRecoveryWay } from "./own-devices.ts";
import {
  createRecoverySecret,
  formatRecoveryCode,
  parseRecoveryCode,
  recoveryKeysOf,
  type RecoveryCodeFault,
} from "./recovery-code.ts";

export type ReachFault = { readonly type: "unreachable" };

/** What recovery needs of a relay. */
export interface RecoveryRelay {
  /** The spaces of whose devices this key is one. The relay knows that from their members statements; it tells the key's holder only. */
  readonly spacesOf: (key: SigningKey) => Promise<Result<readonly SpaceId[], ReachFault>>;
  /** Brings a replica in step with the relay, both ways, once; as the device with this key. */
  readonly sync: (replica: Replica, key: SigningKey) => Promise<Result<null, ReachFault>>;
}

export type RecoverFault =
  | RecoveryCodeFault
  | ReachFault
  | DeviceFault
  /** The relay has no space that this code belongs to: another relay, or it lost its data and no device has pushed again yet. */
  | { readonly type: "nothing-found" }
  /** The code was good once and was renewed. */
  | { readonly type: "renewed" };

/**
 * A new code; the one before is worth nothing from here on. **Privacy:** to be shown once and kept nowhere.
 * The old one goes first: should this stop half-way there is no code rather than two.
 */
export const renewRecoveryCode = async (core: DeviceCore): Promise<Result<string, DeviceFault>> => {
  const { recovery } = core.notes();
  const roster = core.mine.roster();
  if (recovery !== null && roster !== null && activeDevices(roster).some(({ device }) => device === recovery)) {
    const removed = await core.mine.remove(recovery);
    if (removed.type === "error") return removed;
  }
  const secret = createRecoverySecret();
  const keys = await recoveryKeysOf(secret, core.keeper.ring().mine.keys.member);
  const admitted = await core.mine.admit(await deviceCardOf(keys));
  if (admitted.type === "error") return admitted;
  const noted = await core.note([recoveryNote(keys.device), addedNote(keys.device, core.deps.wall())]);
  if (noted.type === "error") return noted;
  const opens = await tendRecoveryWay(core);
  if (opens.type === "error") return opens;
  const code = formatRecoveryCode(secret);
  destroySecret(secret);
  core.changed();
  return ok(code);
};

/** Gives the ring of this device; the caller keeps it. Until then nothing is lost by starting again. */
export const recoverRing = async (
  { logs: store, wall }: DeviceDeps,
  relay: RecoveryRelay,
  address: string,
  code: string,
): Promise<Result<KeyRing, RecoverFault>> => {
  const secret = parseRecoveryCode(code);
  if (secret.type === "error") return secret;
  const unknown = await recoveryKeysOf(secret.value, createMemberId());
  const spaces = await relay.spacesOf(unknown.signing);
  if (spaces.type === "error") return spaces;
  for (const space of spaces.value) {
    const peeked = await openReplica({ store, wall, keys: unknown }, space);
    if (peeked.type === "error") return peeked;
    const fetched = await relay.sync(peeked.value, unknown.signing);
    if (fetched.type === "error") return fetched;
    const card = peeked.value.roster()?.devices.get(unknown.device);
    if (card === undefined || peeked.value.isClosed()) continue;
    if (card.last !== null) return err({ type: "renewed" });
    return recoverSpace({ store, wall }, relay, address, { space, keys: { ...unknown, member: card.member } });
  }
  return err({ type: "nothing-found" });
};

type RecoverDeps = { readonly store: DeviceDeps["logs"]; readonly wall: DeviceDeps["wall"] };

const recoverSpace = async (
  deps: RecoverDeps,
  relay: RecoveryRelay,
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
  const ours = spare === null ? ok(null) : await recoverOurs(deps, relay, spare);
  if (ours.type === "error") return ours;
  const fields = [addedNote(keys.device, deps.wall())];
  if (ours.value !== null) fields.push(oursNoteOf(keys.device, ours.value.space, ours.value.keys.device));
  const noted = await mine.value.write({ type: "set", id: DEVICE_NOTES, fields: inOrder(fields) });
  if (noted.type === "error") return noted;
  const pushed = await relay.sync(mine.value, paper.keys.signing);
  if (pushed.type === "error") return pushed;
  return ok({ person, relay: address, mine: { space: paper.space, keys }, ours: ours.value, left: [] });
};

/** Null if the couple's space has ended meanwhile, or the relay does not have it. */
const recoverOurs = async (
  deps: RecoverDeps,
  relay: RecoveryRelay,
  spare: SpaceKeys,
): Promise<Result<SpaceKeys | null, RecoverFault>> => {
  const ours = await openReplica({ ...deps, keys: spare.keys }, spare.space);
  if (ours.type === "error") return ours;
  const fetched = await relay.sync(ours.value, spare.keys.signing);
  if (fetched.type === "error") return fetched;
  const card = ours.value.roster()?.devices.get(spare.keys.device);
  if (ours.value.isClosed() || card === undefined || card.last !== null) return ok(null);
  const keys = createDeviceKeys(spare.keys.member);
  const admitted = await ours.value.admit(await deviceCardOf(keys));
  if (admitted.type === "error") return admitted;
  const pushed = await relay.sync(ours.value, spare.keys.signing);
  return pushed.type === "error" ? pushed : ok({ space: spare.space, keys });
};
