/**
 * Which marker labels have room: from left to right, each is shown if it ends before the next sign begins.
 *
 * Widths are estimated from the number of letters, which is enough to avoid overlaps with the app's own font.
 */
const letterWidth = 7.6; // px at a 14 px label, the widest average of the texts in use
const signWidth = 18;
const gap = 8;

/** `positions` in px, ascending, of markers with `labels`; `width` of the lane; `zoom` 2 for text twice as large. */
export const labelsWithRoom = (
  positions: readonly number[],
  labels: readonly string[],
  width: number,
  zoom = 1,
): readonly boolean[] =>
  positions.map((x, index) => {
    const end = x + gap + (labels[index] ?? "").length * letterWidth * zoom;
    const next = positions[index + 1];
    return end <= (next === undefined ? width : next - signWidth);
  });
