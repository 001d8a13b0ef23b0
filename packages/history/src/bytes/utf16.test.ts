import { expect, test } from "vitest";
import { fixture, readAll, written } from "../reading.contract.ts";

/** As PowerShell's `>` writes it, or with its bytes the other way round. */
const inUtf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return { ...written(""), bytes: isBig ? bytes.swap16() : bytes };
};

test.each([false, true])("a history in UTF-16 reads as in UTF-8, whatever the cut (big first: %s)", async (isBig) => {
  const { bytes } = fixture("made-formats/dumpsys-usagestats.txt");
  const text = Buffer.from(bytes).toString();
  const expected = await readAll([written(text)], { zone: "Europe/Berlin" });
  expect(expected).toHaveProperty("sessions");
  for (const sizes of [[1], [3, 2], [65_536]]) {
    expect(await readAll([inUtf16(text, isBig)], { zone: "Europe/Berlin", sizes })).toEqual(expected);
  }
});

test("letters of every width come through, and halves of letters become the sign for it", async () => {
  const text =
    "2026-11-20T10:00:00Z,open,\u00e9\u20ac\u{1F600}\ud800x\udc00\n2026-11-20T10:00:09Z,close,\u00e9\u20ac\u{1F600}\ud800x\udc00\n";
  expect(await readAll([inUtf16(text, false)])).toMatchObject({
    sessions: [{ 3: "\u00e9\u20ac\u{1F600}\uFFFDx\uFFFD" }],
  });
});

test("a file that holds the mark alone is empty", async () => {
  expect(await readAll([inUtf16("", false)])).toMatchObject({ error: { type: "empty-file" } });
});
