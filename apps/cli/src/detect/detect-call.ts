/** The arguments of `undivided detect`. */
import { parseArgs } from "node:util";

export interface DetectCall {
  readonly type: "call";
  readonly motion: readonly string[];
  readonly sound: string | null;
  readonly soundAtSeconds: number;
  readonly page: string | null;
  readonly labels: string | null;
  readonly frames: boolean;
  readonly strict: boolean;
}

export interface WrongCall {
  readonly type: "wrong";
  readonly words: string;
}

const options = {
  motion: { type: "string", multiple: true },
  sound: { type: "string", multiple: true },
  "sound-at": { type: "string", multiple: true },
  page: { type: "string", multiple: true },
  labels: { type: "string", multiple: true },
  frames: { type: "boolean" },
  strict: { type: "boolean" },
} as const;

/** `--motion a b` and `--motion a --motion b` mean the same; every other option is given once. */
export const readDetectCall = (args: readonly string[]): DetectCall | WrongCall => {
  const parsed = parse(args);
  if (parsed.type === "wrong") return parsed;
  const { values, tokens } = parsed;

  const motion: string[] = [];
  let afterMotion = false;
  for (const token of tokens) {
    if (token.kind === "option") {
      afterMotion = token.name === "motion";
      if (afterMotion && token.value !== undefined) motion.push(token.value);
    } else if (token.kind === "positional") {
      if (!afterMotion) return wrong(`"${token.value}" follows no --motion`);
      motion.push(token.value);
    }
  }
  for (const name of ["sound", "sound-at", "page", "labels"] as const) {
    if ((values[name]?.length ?? 0) > 1) return wrong(`--${name} is given more than once`);
  }
  const empty = [...motion, ...(values.sound ?? []), ...(values.page ?? []), ...(values.labels ?? [])].includes("");
  if (empty) return wrong("a file's name is empty");
  const [sound = null] = values.sound ?? [];
  const [page = null] = values.page ?? [];
  const [labels = null] = values.labels ?? [];
  const [soundAt] = values["sound-at"] ?? [];
  if (motion.length === 0 && sound === null && page === null) {
    return wrong("nothing to read: give at least one of --motion, --sound, --page");
  }
  if (soundAt !== undefined && sound === null) return wrong("--sound-at needs --sound");
  const soundAtSeconds = soundAt === undefined ? 0 : soundAt.trim() === "" ? NaN : Number(soundAt);
  if (!Number.isFinite(soundAtSeconds)) return wrong(`--sound-at is "${soundAt ?? ""}", and must be seconds`);
  return {
    type: "call",
    motion,
    sound,
    soundAtSeconds,
    page,
    labels,
    frames: values.frames === true,
    strict: values.strict === true,
  };
};

const wrong = (words: string): WrongCall => ({ type: "wrong", words });

const parse = (args: readonly string[]) => {
  try {
    const parsed = parseArgs({ args: [...args], options, strict: true, allowPositionals: true, tokens: true });
    return { type: "parsed", ...parsed } as const;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    // The rest of Node's sentence advises on calls that this verb does not have.
    return wrong(words.split(". ", 1).join(""));
  }
};
