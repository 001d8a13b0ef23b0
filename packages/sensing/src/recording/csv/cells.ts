/**
 * One line of separated values, as cells of text: for headers, labels and for explaining a bad line. Not the hot path.
 *
 * Follows RFC 4180 within a line: a cell may be quoted and a quote inside it is doubled. Blanks around a cell are dropped.
 */

export type Delimiter = "," | ";" | "\t";

/** The delimiter of a header: the first of tab, semicolon, comma that stands outside quotes; comma if there is none. */
export const findDelimiter = (header: string): Delimiter => {
  let outside = "";
  let isQuoted = false;
  for (const character of header) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted) outside += character;
  }
  if (outside.includes("\t")) return "\t";
  return outside.includes(";") ? ";" : ",";
};

/** The cells of a line. Total: a quote that is never closed ends with the line. */
export const splitCells = (line: string, delimiter: Delimiter): string[] => {
  const cells: string[] = [];
  let start = 0;
  for (;;) {
    const end = findCellEnd(line, start, delimiter);
    cells.push(unquote(trimBlanks(line.slice(start, end), delimiter)));
    if (end >= line.length) return cells;
    start = end + 1;
  }
};

const findCellEnd = (line: string, start: number, delimiter: Delimiter): number => {
  let index = start;
  while (index < line.length && isBlank(line[index], delimiter)) index++;
  if (line[index] === '"') {
    const closing = line.indexOf('"', index + 1);
    // A doubled quote reopens at once: what follows up to the next single quote still belongs to the cell.
    index = closing < 0 ? line.length : closing + 1;
    while (line[index] === '"') {
      const next = line.indexOf('"', index + 1);
      index = next < 0 ? line.length : next + 1;
    }
  }
  const end = line.indexOf(delimiter, index);
  return end < 0 ? line.length : end;
};

const isBlank = (character: string | undefined, delimiter: Delimiter): boolean =>
  character === " " || (character === "\t" && delimiter !== "\t");

const trimBlanks = (cell: string, delimiter: Delimiter): string => {
  let start = 0;
  let end = cell.length;
  while (start < end && isBlank(cell[start], delimiter)) start++;
  while (end > start && isBlank(cell[end - 1], delimiter)) end--;
  return cell.slice(start, end);
};

const unquote = (cell: string): string =>
  cell.length >= 2 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;

/** A cell for a message: short, and without characters that could upset a terminal. */
export const showCell = (cell: string): string => {
  let shown = "";
  for (const character of cell) {
    if (shown.length >= 40) return `${shown}…`;
    const code = character.codePointAt(0) ?? 0;
    shown += code < 32 || (code >= 127 && code < 160) || code === 0xfffd ? "\uFFFD" : character;
  }
  return shown;
};
