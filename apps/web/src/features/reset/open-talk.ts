/** The talk that is being prepared, or was begun and not finished: at most one is open, the newest. */
import type { ConversationRecord } from "@undivided/domain";
import type { Records } from "@undivided/journal";

const isConversation = (record: { readonly type: string }): record is ConversationRecord =>
  record.type === "conversation";

const conversations = (records: Pick<Records, "find">): readonly ConversationRecord[] =>
  records.find({ types: ["conversation"] }).filter(isConversation);

export const openTalk = (records: Pick<Records, "find">): ConversationRecord | null =>
  conversations(records).find(({ ended }) => ended === null) ?? null;

/** The talk that writing belongs to: one that is open, else one of today. */
export const talkOfNow = (records: Pick<Records, "find" | "today">): ConversationRecord | null => {
  const today = records.today();
  return openTalk(records) ?? conversations(records).find(({ ended }) => ended === today) ?? null;
};
