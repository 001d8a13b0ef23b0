/** The secret keys of one device in one space, and the card that others know it by. */
import type { DeviceId } from "@undivided/domain";
import {
  createSigningKey,
  createUnwrappingKey,
  randomBytes,
  verifyingKeyOf,
  wrappingKeyOf,
  type SigningKey,
  type UnwrappingKey,
} from "../crypto/door.ts";
import { deviceIdFrom, ID_BYTES, memberIdFrom, type MemberId } from "../envelope/ids.ts";
import type { DeviceCard } from "./members-statement.ts";

export interface DeviceKeys {
  readonly device: DeviceId;
  readonly member: MemberId;
  readonly signing: SigningKey;
  readonly unwrapping: UnwrappingKey;
}

/** A person's name in a new space. */
export const createMemberId = (): MemberId => memberIdFrom(randomBytes(ID_BYTES));

/** **Privacy:** drawn for each space anew, identifier and keys, so that the relay cannot tell one device in two spaces. */
export const createDeviceKeys = (member: MemberId): DeviceKeys => ({
  device: deviceIdFrom(randomBytes(ID_BYTES)),
  member,
  signing: createSigningKey(),
  unwrapping: createUnwrappingKey(),
});

export const deviceCardOf = async ({ device, member, signing, unwrapping }: DeviceKeys): Promise<DeviceCard> => ({
  device,
  member,
  verifyingKey: await verifyingKeyOf(signing),
  wrappingKey: await wrappingKeyOf(unwrapping),
});
