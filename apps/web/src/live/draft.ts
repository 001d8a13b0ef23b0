/**
 * The draft of a time together: what a stopped app would lose, as text for the journal to keep beside it.
 *
 * Limits: the newest moments that fit into the journal's bound, some eighty; nobody's evening has more.
 * **Privacy:** moments and unknown stretches only; no talk, no reading. It stays in `mine`, sealed, and goes with the session.
 */
import { MOMENT_REASONS, SENSED_MOMENT_KINDS, SENSES, type UnknownSense } from "@undivided/domain";
import { instant, listOf, object, oneOf, parseJsonValue, wholeNumber, type Codec } from "@undivided/domain/codecs";
import { MAX_DRAFT_LENGTH, type SensedMoment } from "@undivided/journal";

export interface EveningDraft {
  /** In the order of time. */
  readonly moments: readonly SensedMoment[];
  readonly unknown: readonly UnknownSense[];
}

export const NO_DRAFT: EveningDraft = { moments: [], unknown: [] };

const codec: Codec<EveningDraft & { readonly version: number }> = object({
  version: wholeNumber(1, 1),
  moments: listOf(
    object({
      kind: oneOf(SENSED_MOMENT_KINDS),
      at: instant,
      until: instant,
      reasons: listOf(oneOf(MOMENT_REASONS)),
    }),
  ),
  unknown: listOf(object({ of: oneOf(SENSES), from: instant, until: instant })),
});

const write = (draft: EveningDraft): string => JSON.stringify(codec.encode({ version: 1, ...draft }));

export const writeDraft = ({ moments, unknown }: EveningDraft): string => {
  for (let from = 0; from < moments.length; from += 1) {
    const whole = write({ moments: moments.slice(from), unknown });
    if (whole.length <= MAX_DRAFT_LENGTH) return whole;
  }
  const unknownOnly = write({ moments: [], unknown });
  return unknownOnly.length <= MAX_DRAFT_LENGTH ? unknownOnly : write(NO_DRAFT);
};

/** Total: what cannot be read is an empty draft. */
export const readDraft = (text: string | null): EveningDraft => {
  if (text === null) return NO_DRAFT;
  try {
    const json = parseJsonValue(JSON.parse(text));
    const draft = json.type === "ok" ? codec.decode(json.value, []) : json;
    return draft.type === "ok" ? { moments: draft.value.moments, unknown: draft.value.unknown } : NO_DRAFT;
  } catch {
    return NO_DRAFT;
  }
};
