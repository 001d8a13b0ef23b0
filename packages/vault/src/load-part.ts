/**
 * Parts of the vault that are fetched when they are first needed: a phone that opens the app to look at its own records downloads
 * neither pairing nor recovery nor what makes a snapshot. Where everything is one file, or there is a disk, it is as if they had
 * been there; in the app the service worker keeps them with all the rest.
 *
 * A part that cannot be fetched (no network before all was kept, or the app was replaced meanwhile) is a fault like any other of the
 * network. Nothing that must be done at once and without a network, such as leaving and erasing, is in one.
 */
import { err, type Result } from "@undivided/domain";

export const withPart = async <P, T, E>(
  load: () => Promise<P>,
  use: (part: P) => Promise<Result<T, E>>,
): Promise<Result<T, E | { readonly type: "unreachable" }>> => {
  let part: P;
  try {
    part = await load();
  } catch {
    return err({ type: "unreachable" });
  }
  return use(part);
};
