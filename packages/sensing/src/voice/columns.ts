/**
 * A matrix kept as columns, one per input: applying it means adding the columns of the inputs that are not zero, each scaled
 * by its input. After a ReLU most inputs are zero, and the sums lie side by side in memory, which plain loops like best.
 */

/** Turns row-major `[outputs, inputs]` into `[inputs, outputs]`. */
export const toColumns = (rows: Float32Array, outputs: number): Float32Array => {
  const inputs = rows.length / outputs;
  return Float32Array.from({ length: rows.length }, (_, index) => {
    const input = Math.floor(index / outputs);
    const output = index % outputs;
    return rows[output * inputs + input] ?? 0;
  });
};

/**
 * Adds matrix × inputs to `sums`. `active` is scratch memory with room for the index of every input, at most 256 of them.
 * Allocates nothing.
 */
export const addColumns = (
  columns: Float32Array,
  inputs: Float64Array,
  sums: Float64Array,
  active: Uint8Array,
): void => {
  let count = 0;
  for (let input = 0; input < inputs.length; input++) if (inputs[input] !== 0) active[count++] = input;

  // Four columns a pass, so that each sum is loaded and stored once for four products.
  const outputs = sums.length;
  let next = 0;
  for (; next + 4 <= count; next += 4) {
    const a = active[next] ?? 0;
    const b = active[next + 1] ?? 0;
    const c = active[next + 2] ?? 0;
    const d = active[next + 3] ?? 0;
    const aScale = inputs[a] ?? 0;
    const bScale = inputs[b] ?? 0;
    const cScale = inputs[c] ?? 0;
    const dScale = inputs[d] ?? 0;
    for (let out = 0; out < outputs; out++) {
      sums[out] =
        (sums[out] ?? 0) +
        (columns[a * outputs + out] ?? 0) * aScale +
        (columns[b * outputs + out] ?? 0) * bScale +
        (columns[c * outputs + out] ?? 0) * cScale +
        (columns[d * outputs + out] ?? 0) * dScale;
    }
  }
  for (; next < count; next++) {
    const a = active[next] ?? 0;
    const scale = inputs[a] ?? 0;
    for (let out = 0; out < outputs; out++) sums[out] = (sums[out] ?? 0) + (columns[a * outputs + out] ?? 0) * scale;
  }
};

/** Replaces every negative value, and NaN, by zero. */
export const rectify = (values: Float64Array): void => {
  for (let index = 0; index < values.length; index++) if (!((values[index] ?? 0) > 0)) values[index] = 0;
};
