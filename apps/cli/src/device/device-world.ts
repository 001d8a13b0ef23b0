/** What a device on the command line has of the world: the network, and Argon2id, loaded only where there is a lock. */
import type { DeviceWorld } from "./device-action.ts";
import { createRelayClient } from "./relay-client.ts";

export const DEVICE_WORLD: DeviceWorld = {
  connect: createRelayClient,
  stretch: async (...args) => (await import("@undivided/vault/argon2id")).stretchPassphrase(...args),
};
