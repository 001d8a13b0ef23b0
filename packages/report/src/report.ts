/** What a report is, before it is a page: words in order, and charts as geometry. Readable by a screen, a printer and a test alike. */
import type { Chart } from "./charts/chart.ts";
import type { Language } from "./words/report-words.ts";

export type Block =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "list"; readonly items: readonly string[] }
  | { readonly type: "chart"; readonly chart: Chart };

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Said smaller: how it was measured, what it cannot show. */
  readonly isSmall: boolean;
}

export interface Report {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Whose it is and what it is not; before everything else. */
  readonly preface: string;
  readonly sections: readonly Section[];
}
