import { readFileSync } from "node:fs";
import {
  parseEpochMs,
  parsePersonId,
  parseRecordId,
  type Instant,
  type PhoneLooksRecord,
  type Result,
} from "@undivided/domain";
import { historyBytes } from "@undivided/history";
import { describe, expect, it } from "vitest";
import { mergeImports } from "./looks-weeks.ts";
import type { PhonePreview } from "./phone-messages.ts";
import { toPhonePicture } from "./phone-picture.ts";
import { readPhone } from "./read-phone.ts";

const valueOf = <T, E>(result: Result<T, E>): T => {
  if (result.type === "error") throw new Error(JSON.stringify(result.error));
  return result.value;
};
const usage = new URL("../../../../../../fixtures/usage/", import.meta.url);
const read = (name: string, options: { readonly zone?: string; readonly own?: string } = {}) =>
  readPhone([historyBytes(name, readFileSync(new URL(name, usage)))], {
    zone: options.zone ?? null,
    own: options.own ?? null,
    onProgress: () => undefined,
  });
const owner = valueOf(parsePersonId("a".repeat(32)));
const keep = ({ weeks }: PhonePreview, digit: string): readonly PhoneLooksRecord[] =>
  weeks.map((week, index) => ({
    ...week,
    type: "phone-looks",
    owner,
    id: valueOf(parseRecordId(`${digit}${index.toString(16)}`.padStart(32, "0"))),
    import: valueOf(parseRecordId(digit.repeat(32))),
  }));
const at = (ms: number): Instant => valueOf(parseEpochMs(ms));

const preview = valueOf(await read("aware-screen-15days.csv"));

describe("an import", () => {
  it("keeps every look of a real phone, in whole seconds, week by week", () => {
    const { sessions, observed } = mergeImports(keep(preview, "1"));
    expect(sessions).toHaveLength(preview.looks);
    expect(preview.looks).toBe(693);
    expect(observed).toHaveLength(1);
    expect(Math.abs((observed[0]?.from ?? 0) - preview.from)).toBeLessThan(1000);
  });

  it("twice, or beside one that overlaps, doubles nothing, whatever the order", () => {
    const once = mergeImports(keep(preview, "1"));
    const twice = [...keep(preview, "2"), ...keep(preview, "1")];
    expect(mergeImports(twice)).toEqual(once);
    expect(mergeImports(twice.toReversed())).toEqual(once);
  });

  it("asks which phone is one's own where a file holds several, and for the zone where it has none", async () => {
    expect(await read("aware-screen-users.csv")).toMatchObject({ type: "error", error: { type: "which-device" } });
    expect(await read("made-formats/dumpsys-usagestats.txt")).toMatchObject({ error: { type: "zone-needed" } });
    const zoned = await read("made-formats/dumpsys-usagestats.txt", { zone: "Europe/Berlin" });
    expect(zoned.type).toBe("ok");
  });

  it("of sums for a day is refused, since they do not say when", async () => {
    expect(await read("made-formats/daily-totals.csv")).toMatchObject({ error: { type: "daily-totals-only" } });
  });
});

describe("the picture", () => {
  const records = keep(preview, "1");
  const cross = (together: { readonly from: Instant; readonly until: Instant }[], rule: string | null) =>
    toPhonePicture({ type: "cross", records, together, rule, zone: "Europe/Berlin" });

  it("says together and apart with intervals where there is enough, and what is missing where there is not", () => {
    const without = cross([], null);
    expect(without.all.apart.type).toBe("estimate");
    expect(without.all.together).toMatchObject({ type: "insufficient-data" });
    const { all, ratio, hours, days } = cross([], "daily 19:00-22:00");
    expect(all.together.type).toBe("estimate");
    expect(ratio.type).toBe("estimate");
    expect(hours[20]?.together.type).toBe("estimate");
    expect(hours[20]?.apart.type).toBe("insufficient-data");
    expect(hours[12]?.together.type).toBe("insufficient-data");
    expect(days).toHaveLength(7);
  });

  it("counts a time together that was logged and one by rule once", () => {
    const day = 86_400_000;
    const from = Math.ceil(preview.from / day) * day;
    const logged = [{ from: at(from + 19 * 3_600_000), until: at(from + 20 * 3_600_000) }];
    expect(cross(logged, "daily 19:00-22:00").all.together).toEqual(cross([], "daily 19:00-22:00").all.together);
  });
});
