/** The talk that is being prepared, or was begun and not finished: at most one is open, the newest. */
import type { ConversationRecord } from "@undivided/domain";
import type { Records } from "@undivided/journal";

const isConversation = (record: { readonly type: string }): record is ConversationRecord =>
  record.type === "conversation";

const conversations = (records: Pick<Records, "find">): readonly ConversationRecord[] =>
  records.find({ types: ["conversation"] }).filter(isConversation);

export const openTalk = (records: Pick<Records, "find">): ConversationRecord | null =>
  conversations(records).find(({ ended }) => ended === null) ?? null;

/** What is being written at "one small thing" and is no sentence yet: beside the fields of the record, as long as the talk is open. */
export const draftOf = (talk: ConversationRecord | null): string => {
  const draft = talk?.unknownFields?.["draft"];
  return typeof draft === "string" ? draft : "";
};

export const withDraft = (talk: ConversationRecord, draft: string): ConversationRecord => {
  const { draft: before, ...others } = talk.unknownFields ?? {};
  return before === undefined && draft === ""
    ? talk
    : { ...talk, unknownFields: draft === "" ? others : { ...others, draft } };
};

/** The talk that writing belongs to: one that is open, else one of today. */
export const talkOfNow = (records: Pick<Records, "find" | "today">): ConversationRecord | null => {
  const today = records.today();
  return openTalk(records) ?? conversations(records).find(({ ended }) => ended === today) ?? null;
};
