/**
 * Identifiers of people, devices and records: 128 random bits as 32 lower-case hexadecimal digits.
 *
 * **Privacy:** an identifier is drawn at random and says nothing. It holds no time and no order, because a record such
 * as "I felt second" keeps no clock time and must not leak one through its name.
 * People are told apart by `PersonId` alone: nothing here or above is named "me" or "partner", so that the same record
 * means the same on both phones.
 */
import { err, ok, type Result } from "../result.ts";

declare const personIdBrand: unique symbol;
declare const deviceIdBrand: unique symbol;
declare const recordIdBrand: unique symbol;

export type PersonId = string & { readonly [personIdBrand]: true };
export type DeviceId = string & { readonly [deviceIdBrand]: true };
export type RecordId = string & { readonly [recordIdBrand]: true };

export interface NotAnId {
  readonly type: "not-an-id";
}

const ID = /^[0-9a-f]{32}$/;
const NOT_AN_ID = err<NotAnId>({ type: "not-an-id" });

export const parsePersonId = (text: string): Result<PersonId, NotAnId> =>
  ID.test(text) ? ok(text as PersonId) : NOT_AN_ID;

export const parseDeviceId = (text: string): Result<DeviceId, NotAnId> =>
  ID.test(text) ? ok(text as DeviceId) : NOT_AN_ID;

export const parseRecordId = (text: string): Result<RecordId, NotAnId> =>
  ID.test(text) ? ok(text as RecordId) : NOT_AN_ID;
