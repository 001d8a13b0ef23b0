/**
 * Result: how an expected failure is returned. A broken invariant is thrown instead, and caught only in a `main.ts`.
 *
 * Errors are plain unions told apart by `type`; the interface makes words from them.
 */
export type Result<T, E> = Ok<T> | Err<E>;

export interface Ok<T> {
  readonly type: "ok";
  readonly value: T;
}

export interface Err<E> {
  readonly type: "error";
  readonly error: E;
}

export const ok = <T>(value: T): Ok<T> => ({ type: "ok", value });

export const err = <E>(error: E): Err<E> => ({ type: "error", error });

export const isOk = <T, E>(result: Result<T, E>): result is Ok<T> => result.type === "ok";

export const isErr = <T, E>(result: Result<T, E>): result is Err<E> => result.type === "error";

export const mapResult = <T, U, E>(result: Result<T, E>, change: (value: T) => U): Result<U, E> =>
  result.type === "ok" ? ok(change(result.value)) : result;
