/** The fields of one's own words in a record: read as texts, written back with blanks as nothing. */
import type { ConversationRecord, MarkedDayRecord, PlanRecord, ReflectionRecord } from "@undivided/domain";

export type InnerRecord = ReflectionRecord | PlanRecord | ConversationRecord | MarkedDayRecord;
export type InnerFields = Readonly<Record<string, string>>;

export const fieldsOf = (record: InnerRecord): InnerFields => {
  switch (record.type) {
    case "reflection":
      return { doing: record.doing ?? "", gaveMe: record.gaveMe ?? "", elseCouldGive: record.elseCouldGive ?? "" };
    case "plan":
      return { when: record.when, then: record.then };
    case "conversation":
      return { noticed: record.noticed ?? "", feel: record.feel ?? "", wish: record.wish ?? "" };
    case "marked-day":
      return { note: record.note ?? "" };
  }
};

/** Null where the record could not be without what was left out. */
export const withFields = (record: InnerRecord, fields: InnerFields): InnerRecord | null => {
  const text = (name: string): string => fields[name]?.trim() ?? "";
  const orNull = (name: string): string | null => (text(name) === "" ? null : text(name));
  switch (record.type) {
    case "reflection":
      return { ...record, doing: orNull("doing"), gaveMe: orNull("gaveMe"), elseCouldGive: orNull("elseCouldGive") };
    case "plan":
      return text("when") === "" || text("then") === "" ? null : { ...record, when: text("when"), then: text("then") };
    case "conversation":
      return { ...record, noticed: orNull("noticed"), feel: orNull("feel"), wish: orNull("wish") };
    case "marked-day":
      return { ...record, note: orNull("note") };
  }
};
