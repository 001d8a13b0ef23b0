/** Codecs of the values that records are made of. */
import {
  parseDeviceId,
  parsePersonId,
  parseRecordId,
  type DeviceId,
  type PersonId,
  type RecordId,
} from "../people/ids.ts";
import { mondayOf, parseCivilDate, parseUtcOffset, type CivilDate, type UtcOffset } from "../time/civil-date.ts";
import { formatInstant, parseInstant, type Instant } from "../time/instant.ts";
import { parsedText, refine, type Codec } from "./codec.ts";
import { fault } from "./decode-error.ts";

/** ISO 8601 in UTC with milliseconds. */
export const instant: Codec<Instant> = {
  decode: (value, path) => {
    if (typeof value !== "string") return fault("not-a-text", path);
    const parsed = parseInstant(value);
    return parsed.type === "ok" ? parsed : fault("not-an-instant", path);
  },
  encode: formatInstant,
};

export const civilDate: Codec<CivilDate> = parsedText(parseCivilDate, "not-a-day");

/** The Monday that names a week. */
export const monday: Codec<CivilDate> = refine(civilDate, (day) => (mondayOf(day) === day ? null : "not-a-monday"));

/** Whole minutes. */
export const utcOffset: Codec<UtcOffset> = {
  decode: (value, path) => {
    if (typeof value !== "number") return fault("not-a-number", path);
    const parsed = parseUtcOffset(value);
    return parsed.type === "ok" ? parsed : fault("not-an-offset", path);
  },
  encode: (offset) => offset,
};

export const personId: Codec<PersonId> = parsedText(parsePersonId, "not-an-id");
export const deviceId: Codec<DeviceId> = parsedText(parseDeviceId, "not-an-id");
export const recordId: Codec<RecordId> = parsedText(parseRecordId, "not-an-id");
