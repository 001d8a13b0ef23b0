/** Argon2id as the vault wants it: loaded when it is first asked for. */
import type { Stretch } from "@undivided/vault";

export const stretch: Stretch = async (passphrase, salt, cost) => {
  const { stretchPassphrase } = await import("@undivided/vault/argon2id");
  return stretchPassphrase(passphrase, salt, cost);
};
