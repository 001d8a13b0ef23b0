/** Bytes that arrive in chunks of any size → lines of text: what every reader of files begins with. */
export { createLineCutter, linesOf, MAX_LINE_BYTES, type LineCutter, type OnLine } from "./lines.ts";
export { decodeUtf8 } from "./utf8.ts";
