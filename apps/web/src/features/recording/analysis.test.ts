import { readFileSync } from "node:fs";
import { join } from "node:path";
import { millis, ok, type Result } from "@undivided/domain";
import type { SpeechFrame } from "@undivided/sensing";
import { recordedBytes, type RecordedFile, type RecordingError } from "@undivided/sensing/recording";
import { describe, expect, it } from "vitest";
import { analyseFiles, type AnalysisOptions } from "./analysis.ts";
import { momentViews } from "./moment-view.ts";

const fixtures = join(import.meta.dirname, "../../../../../fixtures");
const file = (path: string): RecordedFile => recordedBytes(path, readFileSync(join(fixtures, path)));
const text = (name: string, content: string): RecordedFile => recordedBytes(name, new TextEncoder().encode(content));

const table = [file("motion/table-pickup/Accelerometer.csv"), file("motion/table-pickup/Gyroscope.csv")];

/** Stands for the voice engine: certain speech for as long as the sound lasts. */
const allSpeech: AnalysisOptions["openSpeech"] = (sound, startAt) =>
  Promise.resolve(
    (async function* (): AsyncGenerator<Result<readonly SpeechFrame[], RecordingError>> {
      let heard = 0;
      for await (const batch of sound.samples) {
        if (batch.type === "error") {
          yield batch;
          return;
        }
        const frames: SpeechFrame[] = [];
        for (const end = heard + batch.value.length; heard + 512 <= end; heard += 512) {
          frames.push({ at: millis(startAt + (heard + 512) / 16), speech: 0.95 });
        }
        yield ok(frames);
      }
    })(),
  );

const options: AnalysisOptions = { soundAtSeconds: 44, openSpeech: allSpeech, onProgress: () => undefined };

describe("reading a recording for the page", () => {
  it("finds the one real pick-up, and counts it because there was talk", async () => {
    const shares: number[] = [];
    const result = await analyseFiles([...table, file("sound/ami_trn00.wav")], {
      ...options,
      onProgress: (share) => shares.push(share),
    });
    if (result.type === "error") throw new Error(JSON.stringify(result.error));
    const { events, angle, speech, files, from, until } = result.value;
    const moments = momentViews(events, until);
    expect(moments.map(({ sign }) => sign)).toEqual(["counted"]);
    expect(Math.abs((moments[0]?.at ?? 0) - 66_400)).toBeLessThan(1500);
    expect(Math.max(...(angle?.high ?? []).filter((value) => !Number.isNaN(value)))).toBeGreaterThan(40);
    expect(speech?.from).toBe(44_032);
    expect(files.map(({ kind }) => kind)).toEqual(["motion", "motion", "sound"]);
    expect(from).toBeLessThan(1000);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it("leaves a pick-up open without sound", async () => {
    const result = await analyseFiles(table, options);
    if (result.type === "error") throw new Error(JSON.stringify(result.error));
    expect(momentViews(result.value.events, result.value.until).map(({ sign }) => sign)).toEqual(["open"]);
    expect(result.value.speech).toBeNull();
  });

  it("leaves out by name what it does not know, and reads the rest", async () => {
    const result = await analyseFiles([...table, text("notes.txt", "dear diary\n")], options);
    if (result.type === "error") throw new Error(JSON.stringify(result.error));
    expect(result.value.leftOut).toEqual([{ type: "unknown-format", file: "notes.txt" }]);
  });

  it("names the bad lines and counts them", async () => {
    const lines = readFileSync(join(fixtures, "motion/table-pickup/Accelerometer.csv"), "utf8")
      .split("\n")
      .slice(0, 500);
    lines[100] = "spilled,coffee,on,it";
    const result = await analyseFiles([text("Accelerometer.csv", lines.join("\n"))], options);
    if (result.type === "error") throw new Error(JSON.stringify(result.error));
    expect(result.value.skipped.count).toBe(1);
    expect(result.value.skipped.first[0]).toMatchObject({ file: "Accelerometer.csv", line: 101 });
  });

  it("says what is wrong when nothing can be read", async () => {
    expect(await analyseFiles([text("notes.txt", "dear diary\n")], options)).toEqual({
      type: "error",
      error: { type: "file", error: { type: "unknown-format", file: "notes.txt" } },
    });
    expect(await analyseFiles([], options)).toEqual({
      type: "error",
      error: { type: "file", error: { type: "no-files" } },
    });
    const sound = file("sound/ami_trn00.wav");
    expect(await analyseFiles([sound, { ...sound, name: "b.wav" }], options)).toEqual({
      type: "error",
      error: { type: "too-many", kind: "sound", files: ["sound/ami_trn00.wav", "b.wav"] },
    });
    expect(await analyseFiles([sound], { ...options, openSpeech: () => Promise.resolve(null) })).toEqual({
      type: "error",
      error: { type: "no-voice-engine" },
    });
  });

  it("refuses a WAV that is cut off, by its numbers", async () => {
    const bytes = readFileSync(join(fixtures, "sound/ami_trn00.wav")).subarray(0, 20_000);
    const result = await analyseFiles([recordedBytes("cut.wav", bytes)], options);
    expect(result).toMatchObject({ type: "error", error: { type: "file", error: { type: "truncated-wav" } } });
  });
});
