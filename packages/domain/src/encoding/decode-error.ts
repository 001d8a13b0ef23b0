/** Why a value could not be read, and where. */
import { err, type Err } from "../result.ts";

/** Property names and list positions from the outermost value inwards. */
export type Path = readonly (string | number)[];

export type DecodeFault =
  | "not-json"
  | "too-deep"
  | "missing"
  | "not-an-object"
  | "not-a-list"
  | "not-a-text"
  | "not-a-number"
  | "not-a-boolean"
  /** Not one of a closed list of words. */
  | "not-in-the-list"
  | "not-an-instant"
  | "not-a-day"
  | "not-a-monday"
  | "not-an-offset"
  | "not-an-id"
  | "not-a-version"
  | "out-of-range"
  /** Times of one record contradict each other, for instance an end before its start. */
  | "out-of-order";

/** **Privacy:** names the place and the reason, never the value: errors may end up in a log. */
export interface DecodeError {
  readonly type: DecodeFault;
  readonly path: Path;
}

export const fault = (type: DecodeFault, path: Path): Err<DecodeError> => err({ type, path });

/** The outermost place: a part is read as if it stood alone, and its place is put together only where something is wrong. */
export const HERE: Path = [];

/** A fault in the part `name` of what stands at `path`, seen from the whole. */
export const faultWithin = ({ type, path: inner }: DecodeError, path: Path, name: string | number): Err<DecodeError> =>
  fault(type, [...path, name, ...inner]);
