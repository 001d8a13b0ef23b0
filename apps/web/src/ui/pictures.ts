/**
 * The larger drawings of the interface, on a 48 by 48 grid: what a choice stands for, drawn. Stroked with the colour of the
 * text; `filled` parts have a tint of their own, `dotted` ones are drawn in dots.
 */
export interface PictureDrawing {
  readonly lines: readonly string[];
  readonly filled?: readonly string[];
  readonly dotted?: readonly string[];
}

export const pictures = {
  "mid-talk": {
    lines: ["M8 7h26a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H19l-8 7v-7H8a4 4 0 0 1-4-4V11a4 4 0 0 1 4-4z", "M11 15h15M11 21h9"],
    filled: [
      "M32.2 17.4l7.8 1.4a3.5 3.5 0 0 1 2.8 4l-3.3 18.6a3.5 3.5 0 0 1-4 2.8l-7.8-1.4a3.5 3.5 0 0 1-2.8-4l3.3-18.6a3.5 3.5 0 0 1 4-2.8z",
    ],
  },
  "quick-reply": {
    lines: [
      "M14.5 5h12A4.5 4.5 0 0 1 31 9.5v29a4.5 4.5 0 0 1-4.5 4.5h-12a4.5 4.5 0 0 1-4.5-4.5v-29A4.5 4.5 0 0 1 14.5 5z",
      "M18 38h5",
      "M25 20h.01M31 20h.01M37 20h.01",
    ],
    filled: ["M22 13h18a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4h-1v5l-6-5H22a4 4 0 0 1-4-4v-6a4 4 0 0 1 4-4z"],
  },
  "mail-listening": {
    lines: ["M5 15.5l10.5 8.5L26 15.5", "M36 12a11 11 0 0 1 0 22z", "M31.5 20v6"],
    filled: ["M7 13h17a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V16a3 3 0 0 1 3-3z"],
  },
  "at-the-door": {
    lines: ["M11 42V10a4 4 0 0 1 4-4h18a4 4 0 0 1 4 4v32", "M5 42h38", "M23 31h2"],
    filled: ["M21 15h6a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-6a3 3 0 0 1-3-3V18a3 3 0 0 1 3-3z"],
  },
  "side-by-side": {
    lines: [
      "M5 29a3.5 3.5 0 0 1 7 0v4h24v-4a3.5 3.5 0 0 1 7 0v9a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3z",
      "M17 10a8 8 0 0 1 0 16z",
      "M33 10a8 8 0 0 1 0 16z",
    ],
    filled: ["M7 8h4a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2z"],
  },
  "half-answer": {
    lines: [],
    filled: ["M24 6a16.5 16.5 0 0 0-11.5 28.3L10 42l8.6-3.4A17 17 0 0 0 24 39z"],
    dotted: ["M24 6a16.5 16.5 0 0 1 0 33"],
  },
  "missed-bid": {
    lines: ["M9 8a16 16 0 0 1 0 32z", "M40.5 15a11 11 0 0 1 0 18"],
    filled: ["M35 19.5a4.5 4.5 0 0 1 0 9a4.5 4.5 0 0 1 0-9z"],
  },
  drifted: {
    lines: ["M23.5 23.5l4.5 4.5"],
    filled: ["M16 5.5a10.5 10.5 0 0 1 0 21a10.5 10.5 0 0 1 0-21z"],
    dotted: ["M30 30c5 3 11-2 12 3s-8 5-14 4-11 1-14 5"],
  },
  answered: { lines: ["M15 8a16 16 0 0 1 0 32z"], filled: ["M33 8a16 16 0 0 0 0 32z"] },
  "eye-contact": {
    lines: ["M4 24c4-7 8-9 12-9", "M44 24c-4-7-8-9-12-9", "M4 24c4 7 8 9 12 9M44 24c-4 7-8 9-12 9"],
    filled: ["M16 19a5 5 0 0 1 0 10z", "M32 19a5 5 0 0 0 0 10z"],
  },
  embrace: { lines: ["M25.5 9a15 15 0 0 1 0 30z"], filled: ["M22.5 9a15 15 0 0 0 0 30z", "M22 4.5a3 3 0 0 1 4 0"] },
  basket: {
    lines: ["M6 22h36l-4 20H10z", "M8 29h32M9 35h30"],
    filled: ["M16 8h5a2 2 0 0 1 2 2v12h-9V10a2 2 0 0 1 2-2z", "M28 6h5a2 2 0 0 1 2 2v14h-9V8a2 2 0 0 1 2-2z"],
  },
} as const satisfies Readonly<Record<string, PictureDrawing>>;

export type PictureName = keyof typeof pictures;
