import { ok, err } from "@undivided/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProtobufFields } from "./protobuf.ts";

describe("readProtobufFields", () => {
  it("reads varints, byte strings and the places of fixed-width values", () => {
    const message = Uint8Array.of(
      0x08,
      0x96,
      0x01,
      0x12,
      0x02,
      0x68,
      0x69,
      0x1d,
      0,
      0,
      0,
      0,
      0x21,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    );
    expect(readProtobufFields(message)).toEqual(
      ok([
        { type: "varint", number: 1, value: 150 },
        { type: "bytes", number: 2, bytes: Uint8Array.of(0x68, 0x69) },
        { type: "fixed", number: 3 },
        { type: "fixed", number: 4 },
      ]),
    );
  });

  it("names the byte where a cut-off field begins", () => {
    expect(readProtobufFields(Uint8Array.of(0x08, 0x01, 0x12, 0x05, 0x68))).toEqual(err({ type: "truncated", at: 2 }));
    expect(readProtobufFields(Uint8Array.of(0x08, 0x80))).toEqual(err({ type: "truncated", at: 0 }));
  });

  it("refuses wire types that do not exist, field number 0 and endless varints", () => {
    expect(readProtobufFields(Uint8Array.of(0x0f))).toEqual(err({ type: "malformed", at: 0 }));
    expect(readProtobufFields(Uint8Array.of(0x00, 0x01))).toEqual(err({ type: "malformed", at: 0 }));
    expect(readProtobufFields(new Uint8Array(12).fill(0xff))).toEqual(err({ type: "malformed", at: 0 }));
  });

  it("returns fields or an error on any bytes, and never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const fields = readProtobufFields(bytes);
        const read = fields.type === "ok" ? fields.value : [];
        const taken = read.reduce((sum, field) => sum + (field.type === "bytes" ? field.bytes.length : 0), 0);
        expect(taken).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
