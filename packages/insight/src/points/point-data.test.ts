import { describe, expect, it, test } from "vitest";
import { createPointData, type PointError, scaleTime, swapStreams, timesOfStream } from "./point-data.ts";

const day = { start: 0, end: 10 };

const errorOf = (...call: Parameters<typeof createPointData>): PointError | undefined => {
  const made = createPointData(...call);
  return made.type === "error" ? made.error : undefined;
};

const dataOf = (...call: Parameters<typeof createPointData>) => {
  const made = createPointData(...call);
  if (made.type === "error") throw new Error(made.error.type);
  return made.value;
};

describe("points", () => {
  it("are merged in order, the first stream first at equal times", () => {
    const data = dataOf(
      [day],
      [
        [1, 5],
        [0, 5, 6],
      ],
    );
    expect([...data.times]).toEqual([0, 1, 5, 5, 6]);
    expect([...data.marks]).toEqual([1, 0, 0, 1, 1]);
    expect(data).toMatchObject({ counts: [2, 3], exposure: 10 });
  });

  it("belong to a window at its start and at its end, and at a shared instant to the earlier one", () => {
    const data = dataOf(
      [
        { start: 0, end: 2 },
        { start: 2, end: 4 },
        { start: 6, end: 7 },
      ],
      [[0, 2, 4, 6, 7]],
    );
    expect([...data.eventsUntil]).toEqual([2, 3, 5]);
  });

  it("keep their order when streams are swapped twice, and their place when they are equal", () => {
    const data = dataOf(
      [day],
      [
        [1, 5],
        [0, 5, 6],
      ],
    );
    expect(timesOfStream(swapStreams(data), 0)).toEqual([0, 5, 6]);
    expect([...swapStreams(data).marks]).toEqual([0, 1, 0, 1, 0]);
    expect(swapStreams(swapStreams(data))).toEqual(data);
  });

  it("change their unit as a whole", () => {
    const data = scaleTime(dataOf([day], [[1, 5]]), 60);
    expect(data).toMatchObject({ windows: [{ start: 0, end: 600 }], exposure: 600 });
    expect([...data.times]).toEqual([60, 300]);
  });

  const cases: readonly (readonly [PointError, ...Parameters<typeof createPointData>])[] = [
    [{ type: "no-windows" }, [], [[1]]],
    [{ type: "no-exposure" }, [{ start: 1, end: 1 }], [[1]]],
    [{ type: "window-not-finite", window: 1 }, [day, { start: 11, end: Infinity }], [[1]]],
    [{ type: "window-negative", window: 1 }, [day, { start: 12, end: 11 }], [[1]]],
    [
      { type: "windows-unsorted", window: 1 },
      [
        { start: 5, end: 6 },
        { start: 0, end: 1 },
      ],
      [[5]],
    ],
    [{ type: "windows-overlap", window: 1 }, [day, { start: 9, end: 12 }], [[1]]],
    [{ type: "wrong-stream-count", count: 0 }, [day], []],
    [{ type: "wrong-stream-count", count: 3 }, [day], [[1], [2], [3]]],
    [{ type: "stream-empty", stream: 1 }, [day], [[1], []]],
    [{ type: "time-not-finite", stream: 0, event: 1 }, [day], [[1, NaN]]],
    [{ type: "times-unsorted", stream: 1, event: 2 }, [day], [[1], [3, 4, 2]]],
    [{ type: "times-equal", stream: 0, event: 1 }, [day], [[3, 3]]],
    [{ type: "outside-windows", stream: 0, event: 1 }, [day], [[3, 10.5]]],
    [
      { type: "outside-windows", stream: 0, event: 0 },
      [
        { start: 0, end: 1 },
        { start: 2, end: 3 },
      ],
      [[1.5]],
    ],
  ];
  test.each(cases)("are refused with their position: %j", (expected, windows, streams) => {
    expect(errorOf(windows, streams)).toEqual(expected);
  });
});
