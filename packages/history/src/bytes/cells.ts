/** Splits one line of CSV: commas, or semicolons where the header has them; RFC 4180 quotes; blanks around a cell are dropped. */
export const splitCells = (line: string, delimiter: string): string[] => {
  if (!line.includes('"')) {
    const cells = line.split(delimiter);
    for (let index = 0; index < cells.length; index++) cells[index] = (cells[index] ?? "").trim();
    return cells;
  }
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let index = 0; index < line.length; index++) {
    const sign = line[index] ?? "";
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (line[index + 1] === '"') {
        cell += '"';
        index++;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === delimiter) {
      cells.push(cell.trim());
      cell = "";
    } else cell += sign;
  }
  cells.push(cell.trim());
  return cells;
};

/** The delimiter and the columns of a header, in lower case. */
export interface TableHeader {
  readonly delimiter: string;
  readonly columns: readonly string[];
}

export const readHeader = (line: string): TableHeader => {
  const delimiter = line.includes(",") || !line.includes(";") ? "," : ";";
  return { delimiter, columns: splitCells(line, delimiter).map((cell) => cell.toLowerCase()) };
};

/** Where the first of `names` stands, or −1. */
export const columnOf = (header: TableHeader, ...names: readonly string[]): number => {
  for (const name of names) {
    const index = header.columns.indexOf(name);
    if (index >= 0) return index;
  }
  return -1;
};
