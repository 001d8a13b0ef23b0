/** The one record that a call names. */
import { parseRecordId, type RecordId } from "@undivided/domain";
import { type GivenOptions, wrongCall, type WrongCall } from "../../read-options.ts";

export const readRecordWord = (given: GivenOptions): { readonly type: "record"; readonly id: RecordId } | WrongCall => {
  const [text, surplus] = given.words;
  if (text === undefined) return wrongCall('the id of a record is missing; "undivided device show" lists them');
  if (surplus !== undefined) return wrongCall(`"${surplus}" is one word too many`);
  const id = parseRecordId(text);
  return id.type === "ok"
    ? { type: "record", id: id.value }
    : wrongCall(`"${text}" is no id of a record: 32 digits from 0 to 9 and a to f`);
};
