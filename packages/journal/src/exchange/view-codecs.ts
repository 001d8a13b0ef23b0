/**
 * What a view of the other may look like, kind by kind: the sharing table read from the other side.
 *
 * A modified program could post anything as a view. Only what the table could have made gets past here, so that no words of
 * its author's choosing reach the other's screen.
 */
import {
  BID_OUTCOMES,
  FEELINGS,
  GOOD_MOMENT_KINDS,
  LOGGED_MOMENT_KINDS,
  mondayOf,
  err,
  ok,
  type CheckInAnswers,
  type Json,
  type JsonObject,
  type RecordType,
  type SharedView,
  type SharingForm,
} from "@undivided/domain";
import { civilDate, isJsonObject, oneOf, ownValue, refine, wholeNumber, type Codec } from "@undivided/domain/codecs";

/** Fields of a view and how each is read; `type` and, of a week, `week` come on top. */
type ViewFields = Readonly<Record<string, Codec<Json>>>;

/** Of values that are written as they are. */
const asJson = (codec: Pick<Codec<Json>, "decode">): Codec<Json> => ({
  decode: codec.decode,
  encode: (value) => value,
});

const day = asJson(civilDate);
const week = asJson(refine(civilDate, (one) => (mondayOf(one) === one ? null : "not-a-monday")));
const count = asJson(wholeNumber(0, 100_000));
const answer = asJson(wholeNumber(1, 5));

const words = (list: readonly string[]): Codec<Json> => asJson(oneOf(list));

const QUESTIONS = [
  "feltImportant",
  "feltClose",
  "safeToBeVulnerable",
  "feltRespected",
  "hadFunTogether",
  "ownStress",
] as const satisfies readonly (keyof CheckInAnswers)[];

/** All six, each given. */
const answers: Codec<Json> = {
  decode: (value, path) => {
    const six = isJsonObject(value) ? QUESTIONS.map((name) => [name, ownValue(value, name) ?? null] as const) : [];
    const isWhole = six.length > 0 && six.every(([, given]) => answer.decode(given, path).type === "ok");
    return isWhole ? ok(Object.fromEntries(six)) : err({ type: "out-of-range", path });
  },
  encode: (value) => value,
};

const KEPT = { item: null, weekly: null } as const;

const VIEW_FIELDS: Readonly<Record<RecordType, Readonly<Record<SharingForm, ViewFields | null>>>> = {
  moment: { item: { day, kind: words(["picked-up", ...LOGGED_MOMENT_KINDS]) }, weekly: { counted: count } },
  together: { item: null, weekly: { minutes: count } },
  "felt-second": { item: { day, feeling: words(FEELINGS) }, weekly: null },
  "good-moment": { item: { day, kind: words(GOOD_MOMENT_KINDS) }, weekly: { count } },
  bid: { item: { day, outcome: words(BID_OUTCOMES) }, weekly: { received: count, answered: count } },
  reflection: KEPT,
  "check-in": { item: { week, answers }, weekly: null },
  "look-back": KEPT,
  rest: KEPT,
  ritual: KEPT,
  plan: KEPT,
  conversation: KEPT,
  agreement: KEPT,
  "four-weeks": KEPT,
  card: KEPT,
  "marked-day": KEPT,
  "phone-looks": KEPT,
  "together-hours": KEPT,
};

/** Exactly the fields that the table makes, each valid; else null. */
export const readView = (kind: RecordType, form: SharingForm, view: JsonObject): SharedView | null => {
  const fields = VIEW_FIELDS[kind][form];
  if (fields === null || view["type"] !== kind) return null;
  const expected = form === "weekly" ? { week, ...fields } : fields;
  const read: [string, Json][] = [["type", kind]];
  for (const [name, codec] of Object.entries(expected)) {
    const value = Object.hasOwn(view, name) ? view[name] : undefined;
    const decoded = value === undefined ? undefined : codec.decode(value, []);
    if (decoded?.type !== "ok") return null;
    read.push([name, decoded.value]);
  }
  return Object.fromEntries(read);
};
