/** Making a recovery code, in place of the one that there was (docs/spec/recovery.md). */
import { ok, type Result } from "@undivided/domain";
import { destroySecret } from "../crypto/door.ts";
import { deviceCardOf } from "../space/device-keys.ts";
import { activeDevices } from "../space/roster.ts";
import type { DeviceCore, DeviceFault } from "./device-core.ts";
import { addedNote, recoveryNote } from "./device-notes.ts";
import { tendRecoveryWay } from "./own-devices.ts";
import { createRecoverySecret, formatRecoveryCode, recoveryKeysOf } from "./recovery-code.ts";

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
  const code = formatRecoveryCode({ secret, space: core.mine.space });
  destroySecret(secret);
  core.changed();
  return ok(code);
};
