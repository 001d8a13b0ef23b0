/**
 * Device notes: what a person's own devices tell each other about their devices, as one shared record of their own space.
 *
 * Fields: `person` · `recovery`, the device that the recovery code is · `device/<device>`, when it was admitted · `ours/<device>`,
 * that device's name in the couple's space · `spare`, a spare device of the couple's space, keys and all, for recovery ·
 * `spare/<device>`, the space of every spare that there was, so that none stays behind · `came/<device>`, written by that device
 * once it has what was there before it · `locked/<device>`, when that device got a lock and had none.
 * **Privacy:** sealed like every record of `mine`; the partner never sees it. Whatever shows the records of `mine` passes over
 * `DEVICE_NOTES`.
 */
import { formatInstant, parseDeviceId, parseInstant, parsePersonId, parseRecordId } from "@undivided/domain";
import type { DeviceId, Instant, PersonId, RecordId } from "@undivided/domain";
import { bytesToHex, hexToBytes } from "../crypto/door.ts";
import { createReader } from "../envelope/byte-reader.ts";
import { parseSpaceId, type SpaceId } from "../envelope/ids.ts";
import type { Field } from "../merge/change.ts";
import type { SpaceState } from "../merge/merge.ts";
import { encodeSpaceKeys, readSpaceKeys, type SpaceKeys } from "./key-ring.ts";

const named = parseRecordId("c6268e2660f2017bae4ad8596189a71f");
if (named.type === "error") throw new Error("not a record's name");

/** The first 16 bytes of SHA-256 of `"undivided/1/device-notes"`: the same on every device, drawn by nobody else. */
export const DEVICE_NOTES: RecordId = named.value;

export interface DeviceNotes {
  readonly person: PersonId | null;
  readonly recovery: DeviceId | null;
  readonly addedByDevice: ReadonlyMap<DeviceId, Instant>;
  readonly oursByDevice: ReadonlyMap<DeviceId, { readonly space: SpaceId; readonly device: DeviceId }>;
  readonly spare: SpaceKeys | null;
  readonly spaceBySpare: ReadonlyMap<DeviceId, SpaceId>;
  /** Devices that have said that they have come: nobody need wait for them. */
  readonly came: ReadonlySet<DeviceId>;
  readonly lockedByDevice: ReadonlyMap<DeviceId, Instant>;
}

/** What this version cannot read it passes over. */
export const readDeviceNotes = (state: SpaceState): DeviceNotes => {
  const record = state.shared.get(DEVICE_NOTES);
  const fields = record?.type === "present" ? record.fields : new Map<string, { readonly text: string }>();
  const person = parsePersonId(fields.get("person")?.text ?? "");
  const recovery = parseDeviceId(fields.get("recovery")?.text ?? "");
  const addedByDevice = new Map<DeviceId, Instant>();
  const oursByDevice = new Map<DeviceId, { readonly space: SpaceId; readonly device: DeviceId }>();
  const spaceBySpare = new Map<DeviceId, SpaceId>();
  const came = new Set<DeviceId>();
  const lockedByDevice = new Map<DeviceId, Instant>();
  for (const [name, { text }] of fields) {
    const [kind = "", id = ""] = name.split("/");
    const device = parseDeviceId(id);
    if (device.type === "error") continue;
    if (kind === "came") came.add(device.value);
    const at = parseInstant(text);
    if (kind === "device" && at.type === "ok") addedByDevice.set(device.value, at.value);
    if (kind === "locked" && at.type === "ok") lockedByDevice.set(device.value, at.value);
    const [inSpace = "", as = ""] = text.split("/");
    const [space, oursDevice] = [parseSpaceId(inSpace), parseDeviceId(as)];
    if (kind === "spare" && space !== undefined) spaceBySpare.set(device.value, space);
    if (kind === "ours" && space !== undefined && oursDevice.type === "ok") {
      oursByDevice.set(device.value, { space, device: oursDevice.value });
    }
  }
  return {
    person: person.type === "ok" ? person.value : null,
    recovery: recovery.type === "ok" ? recovery.value : null,
    addedByDevice,
    oursByDevice,
    spare: readSpare(fields.get("spare")?.text ?? ""),
    spaceBySpare,
    came,
    lockedByDevice,
  };
};

const readSpare = (text: string): SpaceKeys | null => {
  const reader = createReader(hexToBytes(text) ?? new Uint8Array(0));
  const keys = readSpaceKeys(reader);
  return keys !== undefined && reader.isAtEnd() ? keys : null;
};

export const personNote = (person: PersonId): Field => ({ name: "person", value: person });
export const recoveryNote = (device: DeviceId | null): Field => ({ name: "recovery", value: device ?? "" });
export const addedNote = (device: DeviceId, at: Instant): Field => ({
  name: `device/${device}`,
  value: formatInstant(at),
});
export const oursNote = (device: DeviceId, ours: SpaceKeys): Field => oursNoteOf(device, ours.space, ours.keys.device);
export const oursNoteOf = (device: DeviceId, space: SpaceId, ours: DeviceId): Field => ({
  name: `ours/${device}`,
  value: `${space}/${ours}`,
});
/** **Privacy:** that it came, not when. */
export const cameNote = (device: DeviceId): Field => ({ name: `came/${device}`, value: "" });
export const lockedNote = (device: DeviceId, at: Instant): Field => ({
  name: `locked/${device}`,
  value: formatInstant(at),
});
export const spareNotes = (spare: SpaceKeys): readonly Field[] => [
  { name: "spare", value: bytesToHex(encodeSpaceKeys(spare)) },
  { name: `spare/${spare.keys.device}`, value: spare.space },
];

/** As a change wants them: by name. */
export const inOrder = (fields: readonly Field[]): readonly Field[] =>
  fields.toSorted((one, other) => (one.name < other.name ? -1 : 1));
