/** Columns of a row, as the types that were written. What is of another type was not written by us: the storage is broken. */
export type Row = Readonly<Record<string, unknown>>;

export const numberIn = (row: Row, name: string): number => {
  const value = row[name];
  if (typeof value !== "number") throw new Error("a column of another type");
  return value;
};

export const bytesIn = (row: Row, name: string): Uint8Array<ArrayBuffer> => {
  const value = row[name];
  if (!(value instanceof Uint8Array)) throw new Error("a column of another type");
  return new Uint8Array(value);
};
