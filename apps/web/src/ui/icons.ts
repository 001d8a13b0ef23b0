/**
 * The line drawings of the interface, on a 24 by 24 grid: stroked with the colour of the text, `solid` parts filled.
 */
export interface IconDrawing {
  readonly lines: readonly string[];
  readonly solid?: readonly string[];
  /** A line of dots: what is missing or not known. */
  readonly dotted?: readonly string[];
}

export const icons = {
  today: { lines: ["M3 17h18", "M6 17a6 6 0 0 1 12 0", "M12 5.5V7M4.6 9.2l1.1 1M19.4 9.2l-1.1 1"] },
  together: { lines: ["M10 4a8 8 0 0 0 0 16z", "M14 4a8 8 0 0 1 0 16z"] },
  us: { lines: ["M3 15.5c3 0 4-6 7-6s3.5 3.5 5.5 3.5S18.5 6 21 6"], dotted: ["M3 20h18"] },
  reset: {
    lines: ["M19.5 12a7.5 7.5 0 1 1-3-6", "M17 2.5v4h-4"],
    solid: ["M11.2 8.8a3.2 3.2 0 0 0 0 6.4z", "M12.8 8.8a3.2 3.2 0 0 1 0 6.4z"],
  },
  guide: {
    lines: [
      "M12 6.5C10 4.8 7 4.3 3.5 4.8v13c3.5-.5 6.5 0 8.5 1.7 2-1.7 5-2.2 8.5-1.7v-13C17 4.3 14 4.8 12 6.5z",
      "M12 6.5v13",
    ],
  },
  back: { lines: ["M14.5 5l-7 7 7 7"] },
  forward: { lines: ["M9.5 5l7 7-7 7"] },
  close: { lines: ["M6 6l12 12M18 6L6 18"] },
  check: { lines: ["M5 12.5l4.5 4.5L19 7.5"] },
  not: { lines: ["M6 12h12"] },
  unknown: { lines: [], dotted: ["M12 4a8 8 0 0 1 0 16a8 8 0 0 1 0-16z"] },
  sign: {
    lines: [
      "M7.4 16.6a6.5 6.5 0 0 1 0-9.2M16.6 7.4a6.5 6.5 0 0 1 0 9.2M4.6 19.4a10.5 10.5 0 0 1 0-14.8M19.4 4.6a10.5 10.5 0 0 1 0 14.8",
    ],
    solid: ["M9.4 12a2.6 2.6 0 0 1 5.2 0a2.6 2.6 0 0 1-5.2 0z"],
  },
  recording: { lines: ["M3 12h2.5l2-5 3.5 11 3-9 2 5 1.5-2H21"] },
  phone: {
    lines: [
      "M9.6 3h4.8A2.6 2.6 0 0 1 17 5.6v12.8a2.6 2.6 0 0 1-2.6 2.6H9.6A2.6 2.6 0 0 1 7 18.4V5.6A2.6 2.6 0 0 1 9.6 3z",
      "M11 18h2",
    ],
  },
  talk: { lines: ["M4 5.5h16v10.5h-8L7.5 20v-4H4z", "M8 10.8h8"] },
  trace: {
    lines: [
      "M9.6 9h4.8A2.6 2.6 0 0 1 17 11.6v6.8a2.6 2.6 0 0 1-2.6 2.6H9.6A2.6 2.6 0 0 1 7 18.4v-6.8A2.6 2.6 0 0 1 9.6 9z",
      "M9 5.5l3-3 3 3",
    ],
  },
  file: { lines: ["M7 3h7l4 4v14H7z", "M14 3v4h4"] },
  settings: {
    lines: [
      "M4 8h9M18 8h2M4 16h2M11 16h9",
      "M13 8a2.5 2.5 0 0 0 5 0a2.5 2.5 0 0 0-5 0z",
      "M6 16a2.5 2.5 0 0 0 5 0a2.5 2.5 0 0 0-5 0z",
    ],
  },
  log: {
    lines: [
      "M9.6 3h4.8A2.6 2.6 0 0 1 17 5.6v12.8a2.6 2.6 0 0 1-2.6 2.6H9.6A2.6 2.6 0 0 1 7 18.4V5.6A2.6 2.6 0 0 1 9.6 3z",
      "M12 9v6M9 12h6",
    ],
  },
  good: { lines: ["M10.5 9a6 6 0 0 0 0 12z", "M13.5 9a6 6 0 0 1 0 12z", "M12 2.5v3M6.5 4l1.3 2.4M17.5 4l-1.3 2.4"] },
  second: {
    lines: [
      "M7.5 5.5a6.5 6.5 0 0 0 0 13z",
      "M12.2 7h2a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-2a1.5 1.5 0 0 1-1.5-1.5v-7A1.5 1.5 0 0 1 12.2 7z",
    ],
    dotted: ["M19 5.8a6.4 6.4 0 0 1 0 12.4"],
  },
  delete: { lines: ["M9 6h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H9l-6-6z", "M11.5 9.5l5 5M16.5 9.5l-5 5"] },
  lock: {
    lines: [
      "M7 11h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2z",
      "M8 11V8a4 4 0 0 1 8 0v3",
      "M12 15v2",
    ],
  },
  key: { lines: ["M8 8.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9z", "M12 11.5L20.5 3M17 6.5l2.5 2.5"] },
  devices: {
    lines: [
      "M4 5h12a2 2 0 0 1 2 2v2M2 17h8M4 17V7a2 2 0 0 1 2-2",
      "M14.5 10h5a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-5a1.5 1.5 0 0 1-1.5-1.5v-8a1.5 1.5 0 0 1 1.5-1.5z",
    ],
  },
  access: { lines: ["M3 19a9 9 0 0 1 18 0", "M7.5 19a4.5 4.5 0 0 1 9 0z"], dotted: ["M1 19h22"] },
  backup: { lines: ["M4 15v4a1.5 1.5 0 0 0 1.5 1.5h13A1.5 1.5 0 0 0 20 19v-4", "M12 3.5v11M8 10.5l4 4 4-4"] },
  leave: { lines: ["M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4", "M15 8l4 4-4 4M19 12H9.5"] },
  language: {
    lines: [
      "M12 3.5a8.5 8.5 0 0 1 0 17a8.5 8.5 0 0 1 0-17z",
      "M3.5 12h17",
      "M12 3.5c2.6 2.4 3.8 5.2 3.8 8.5s-1.2 6.1-3.8 8.5c-2.6-2.4-3.8-5.2-3.8-8.5S9.4 5.9 12 3.5z",
    ],
  },
  help: {
    lines: ["M12 3.5a8.5 8.5 0 0 1 0 17a8.5 8.5 0 0 1 0-17z", "M9.6 9.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2 1-1.2 1.9"],
    solid: ["M11 16.6a1 1 0 0 1 2 0a1 1 0 0 1-2 0z"],
  },
  about: {
    lines: ["M12 3.5a8.5 8.5 0 0 1 0 17a8.5 8.5 0 0 1 0-17z", "M12 11v5"],
    solid: ["M11 8a1 1 0 0 1 2 0a1 1 0 0 1-2 0z"],
  },
  install: {
    lines: [
      "M9.6 3h4.8A2.6 2.6 0 0 1 17 5.6v12.8a2.6 2.6 0 0 1-2.6 2.6H9.6A2.6 2.6 0 0 1 7 18.4V5.6A2.6 2.6 0 0 1 9.6 3z",
      "M12 7v7M9.5 11.5L12 14l2.5-2.5",
    ],
  },
  pair: {
    lines: [
      "M4.5 4.5h5v5h-5zM14.5 4.5h5v5h-5zM4.5 14.5h5v5h-5z",
      "M14.5 14.5h2v2M19.5 14.5v2M14.5 19.5h2M19.5 19.5h.01",
    ],
  },
  bell: { lines: ["M5.5 17h13l-1.5-2.3V11a5 5 0 0 0-10 0v3.7z", "M10 20h4M12 4V6"] },
  pause: { lines: ["M9 6v12M15 6v12"] },
  closer: { lines: ["M12 5v14M5 12h14"] },
  farther: { lines: ["M5 12h14"] },
} as const satisfies Readonly<Record<string, IconDrawing>>;

export type IconName = keyof typeof icons;
