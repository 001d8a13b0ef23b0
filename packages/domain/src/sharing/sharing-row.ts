/**
 * One row of the sharing table: what of a kind of record may ever leave its owner's phone, and in which form.
 *
 * The row is an allow-list. Only the fields named in it leave, whatever the record holds and whatever a later version
 * adds. `"never"` is written out, so that forgetting a form does not compile.
 */
import type { Json, JsonObject } from "../encoding/json.ts";

/** What reaches the other phone: plain JSON, nothing but the named fields. */
export type SharedView = JsonObject;

export interface Offer<From> {
  /** The only fields that leave. */
  readonly fields: readonly string[];
  /** Null if there is nothing to show, and nobody is told why. */
  readonly view: (from: From) => SharedView | null;
}

export interface SharingRow<R> {
  /** One record, each by its owner's own tap. */
  readonly item: Offer<R> | "never";
  /** All records of one week that is over, as one small object. Called with at least one record. */
  readonly weekly: Offer<readonly R[]> | "never";
  /** What both phones keep of a time that both joined: what its owner tapped, nothing sensed. */
  readonly joined: Offer<R> | "never";
}

/** Names the fields that may leave, and how they are made. What `view` returns beyond them is dropped. */
export const offer = <const F extends string, From>(
  fields: readonly F[],
  view: (from: From) => { readonly [K in F]: Json } | null,
): Offer<From> => ({
  fields,
  view: (from) => {
    const made = view(from);
    return made === null ? null : Object.fromEntries(fields.map((field) => [field, made[field]]));
  },
});
