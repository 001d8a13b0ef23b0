import { parseCivilDate, parsePersonId, parseRecordId, type ConversationRecord } from "@undivided/domain";
import { expect, test } from "vitest";
import { draftOf, withDraft } from "./open-talk.ts";

const [id, owner, day] = [parseRecordId("1".repeat(32)), parsePersonId("a".repeat(32)), parseCivilDate("2026-11-26")];
if (id.type === "error" || owner.type === "error" || day.type === "error") throw new Error("a talk");
const talk: ConversationRecord = {
  ...{ type: "conversation", id: id.value, owner: owner.value, day: day.value, kept: [], step: 6, ended: null },
  ...{ noticed: "at supper", feel: null, wish: null, reappraisal: null },
};

test("what is being written stands beside the record, and leaves nothing once it is a sentence", () => {
  const written = withDraft(talk, "say why first");
  expect(draftOf(written)).toBe("say why first");
  expect(written.noticed).toBe("at supper");
  expect(draftOf(withDraft(written, ""))).toBe("");
  expect(withDraft(written, "").unknownFields).toEqual({});
  expect(withDraft(talk, "")).toBe(talk);
});

test("what a newer app keeps there is left alone, and what is no text is no draft", () => {
  const newer = { ...talk, unknownFields: { draft: 3, mood: "calm" } };
  expect(draftOf(newer)).toBe("");
  expect(withDraft(newer, "say why").unknownFields).toEqual({ draft: "say why", mood: "calm" });
  expect(withDraft(newer, "").unknownFields).toEqual({ mood: "calm" });
  expect(draftOf(null)).toBe("");
});
