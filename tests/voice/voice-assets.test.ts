import { gunzipSync, gzipSync } from "node:zlib";
import { packWeights, unpackWeights } from "@undivided/sensing/voice";
import { describe, expect, it } from "vitest";
import { makeVoiceFiles } from "../../apps/web/build/voice-assets.ts";
import { loadSileroWeights } from "./sound-fixtures.ts";

const { worklet, weights, licence } = await makeVoiceFiles();
const script = Buffer.from(worklet.content).toString();

describe("what a browser downloads for voice", () => {
  it("is at most 0.55 MB, worklet and weights together", () => {
    const bytes = gzipSync(worklet.content, { level: 9 }).length + weights.content.length;
    expect(bytes).toBeLessThan(550_000);
  });

  it("holds the weights of the installed model", () => {
    const packed = gunzipSync(weights.content);
    expect(unpackWeights(packed).type).toBe("ok");
    expect(Buffer.compare(packed, Buffer.from(packWeights(loadSileroWeights())))).toBe(0);
  });

  it("needs nothing further in the audio thread: no import, no made-up code, no fetch", () => {
    expect(script).toMatch(/registerProcessor\(.*undivided-voice|undivided-voice.*registerProcessor\(/s);
    expect(script).not.toMatch(/\bimport\b|\bexport\b|\brequire\(|\beval\b|\bFunction\(|\bfetch\b|\bblob:/);
  });

  it("is named by its content, and the weights come with their licence", () => {
    expect(worklet.name).toMatch(/^voice-worklet-[\w-]{8}\.js$/);
    expect(weights.name).toMatch(/^voice-weights-[\w-]{8}\.bin$/);
    expect(Buffer.from(licence.content).toString()).toContain("Silero Team");
  });
});
