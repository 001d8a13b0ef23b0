/**
 * Slots: the places in which the two exchange something, each for one thing that either both see or neither.
 *
 * `item/<kind>` for single records of a kind, `week/<kind>/<monday>` for one weekly summary, `check-in/<monday>`, and
 * `spiral`, whose views stand in `spiral/<month>`.
 */
import { isRecordType, type CivilDate, type RecordType } from "@undivided/domain";

export type Slot =
  | { readonly type: "item"; readonly kind: RecordType }
  | { readonly type: "week"; readonly kind: RecordType; readonly week: CivilDate }
  | { readonly type: "check-in"; readonly week: CivilDate };

export const SPIRAL = "spiral";

export const slotName = (slot: Slot): string => {
  switch (slot.type) {
    case "item":
      return `item/${slot.kind}`;
    case "week":
      return `week/${slot.kind}/${slot.week}`;
    case "check-in":
      return `check-in/${slot.week}`;
  }
};

/** The kind whose views stand in a slot, and in which form; null for a slot that this version does not know. */
export const kindOfSlot = (name: string): { readonly kind: RecordType; readonly form: "item" | "weekly" } | null => {
  const [type, kind = ""] = name.split("/");
  if (type === "check-in") return { kind: "check-in", form: "item" };
  if (!isRecordType(kind) || kind === "check-in") return null;
  if (type === "item") return { kind, form: "item" };
  return type === "week" ? { kind, form: "weekly" } : null;
};
