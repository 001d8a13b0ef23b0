/** Keys of a bench's device, written to a file for another process. */
import { readFileSync, writeFileSync } from "node:fs";
import { parseDeviceId } from "@undivided/domain";
import {
  bytesToHex,
  hexToBytes,
  parseMemberId,
  parseSpaceId,
  revealSecret,
  signingKeyFrom,
  unwrappingKeyFrom,
  type DeviceKeys,
  type SpaceId,
} from "@undivided/vault";

export interface KeyFile {
  readonly keys: DeviceKeys;
  readonly space: string;
}

export const writeKeys = (path: string, keys: DeviceKeys, space: SpaceId): void => {
  const secrets = [keys.signing, keys.unwrapping].map((key) => bytesToHex(revealSecret(key)));
  writeFileSync(path, [keys.device, keys.member, ...secrets, space].join("\n"));
};

export const readKeys = (path: string): KeyFile => {
  const [device = "", member = "", signing = "", unwrapping = "", space = ""] = readFileSync(path, "utf8").split("\n");
  const [id, person] = [parseDeviceId(device), parseMemberId(member)];
  const [sign, unwrap] = [
    signingKeyFrom(hexToBytes(signing) ?? new Uint8Array(0)),
    unwrappingKeyFrom(hexToBytes(unwrapping) ?? new Uint8Array(0)),
  ];
  if (id.type === "error" || person === undefined || sign.type === "error" || unwrap.type === "error") {
    throw new Error("no file of keys");
  }
  return { keys: { device: id.value, member: person, signing: sign.value, unwrapping: unwrap.value }, space };
};

export const readSpace = ({ space }: KeyFile): SpaceId => {
  const id = parseSpaceId(space);
  if (id === undefined) throw new Error("no space");
  return id;
};
