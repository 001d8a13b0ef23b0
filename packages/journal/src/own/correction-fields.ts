/**
 * Corrections as fields: each step of a moment is a field of its own, set apart from the record.
 *
 * Two own devices that correct one moment while apart would otherwise each put the whole record, and one correction would be
 * lost. A field's name holds everything that orders it, so that any set of steps reads the same everywhere.
 */
import { formatInstant, type CorrectionStep, type MomentRecord } from "@undivided/domain";
import { correctionStep } from "@undivided/domain/codecs";
import type { Field, SharedRecord } from "@undivided/vault";
import { parseText } from "./parse-text.ts";

/** By time, then by word, then "said" before "taken-back". */
const nameOf = ({ at, correction, type }: CorrectionStep): string => `${formatInstant(at)}/${correction}/${type}`;

/** Each once, ascending by name. */
export const stepFields = (steps: readonly CorrectionStep[]): readonly Field[] => {
  const byName = new Map(steps.map((step) => [nameOf(step), JSON.stringify(correctionStep.encode(step))]));
  return [...byName]
    .map(([name, value]) => ({ name, value }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
};

/** A shared record never changes: another step makes another one. */
const known = new WeakMap<SharedRecord, readonly CorrectionStep[]>();

/** What cannot be read is passed over: it is a step that a newer app invented. */
export const stepsOf = (record: SharedRecord | undefined): readonly CorrectionStep[] => {
  if (record?.type !== "present") return [];
  const steps = known.get(record) ?? readSteps(record);
  known.set(record, steps);
  return steps;
};

const readSteps = (record: Extract<SharedRecord, { readonly type: "present" }>): readonly CorrectionStep[] =>
  [...record.fields]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, { text }]) => {
      const parsed = parseText(text);
      const step = parsed === undefined ? undefined : correctionStep.decode(parsed, []);
      return step?.type === "ok" ? [step.value] : [];
    });

/** The moment with all its steps, each once, in order. */
export const withSteps = (moment: MomentRecord, record: SharedRecord | undefined): MomentRecord => {
  const steps = stepsOf(record);
  if (steps.length === 0) return moment;
  const names = new Set(steps.map(nameOf));
  const before = moment.corrections.filter((step) => !names.has(nameOf(step)));
  const corrections = [...before, ...steps].toSorted((one, other) => one.at - other.at);
  return { ...moment, corrections };
};
