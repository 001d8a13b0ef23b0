/** What went wrong while pairing, as its page says it: each with what is safe and a way on. Exhaustive where the vault is. */
import type { InvitationFault, NotNew, NotProven, PairDeviceFault } from "@undivided/vault";
import type { CameraProblem } from "../../platform/camera.ts";
import { m } from "../../paraglide/messages.js";

export type PairFault =
  | PairDeviceFault
  | InvitationFault
  | NotNew
  | NotProven
  | { readonly type: "words-differ" }
  | { readonly type: "camera"; readonly problem: CameraProblem["type"] };

/** What helps: another try from the start, the link instead of the camera, leaving first, or opening it elsewhere. */
export type WayOn = "again" | "link" | "leave" | { readonly open: string };

export interface FaultWords {
  readonly title: string;
  readonly text: string;
  readonly way: WayOn;
}

export const faultWords = (fault: PairFault): FaultWords => {
  const words = (title: string, text: string, way: WayOn = "again"): FaultWords => ({ title, text, way });
  switch (fault.type) {
    case "expired":
    case "cancelled":
      return words(m.pair_fault_expired(), m.pair_fault_expired_text());
    case "used":
      return words(m.pair_fault_used(), m.pair_fault_used_text());
    case "unreachable":
    case "no-relay":
      return words(m.pair_fault_network(), m.pair_fault_network_text());
    case "words-differ":
      return words(m.pair_fault_differ(), m.pair_fault_differ_text());
    case "declined":
      return words(m.pair_fault_declined(), m.pair_fault_declined_text());
    case "lock-too-new":
      return words(m.proof_new_title(), m.proof_new_why());
    case "left-meanwhile":
      return words(m.pair_fault_left(), m.pair_fault_left_text());
    case "tampered":
      return words(m.pair_fault_tampered(), m.pair_fault_tampered_text());
    case "newer-version":
      return words(m.pair_fault_newer(), m.pair_fault_newer_text());
    case "not-an-invitation":
      return words(m.pair_fault_not_one(), m.pair_fault_not_one_text());
    case "other-relay":
      return words(m.pair_fault_other_relay(), m.pair_fault_other_relay_text({ relay: fault.relay }), {
        open: fault.relay,
      });
    case "not-new":
      return words(m.pair_fault_own_purpose(), m.pair_fault_own_purpose_text());
    case "other-purpose":
      return words(m.pair_fault_not_one(), m.pair_fault_partner_purpose_text());
    case "already-paired":
      return words(m.pair_fault_paired(), m.pair_fault_paired_text(), "leave");
    case "camera":
      return fault.problem === "refused"
        ? words(m.pair_fault_camera(), m.pair_fault_camera_text(), "link")
        : words(m.pair_fault_no_camera(), m.pair_fault_no_camera_text(), "link");
    default:
      return words(m.pair_fault_storage(), m.pair_fault_storage_text());
  }
};
