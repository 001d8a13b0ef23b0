/** A vector of three axes: x, y, z of the device. */
export type Vector = readonly [x: number, y: number, z: number];

export const lengthOf = (v: Vector): number => Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);

export const distanceBetween = (a: Vector, b: Vector): number => lengthOf([a[0] - b[0], a[1] - b[1], a[2] - b[2]]);

/** Angle between two vectors in degrees, 0 to 180; 0 if either has no length. */
export const angleBetween = (a: Vector, b: Vector): number => {
  const product = lengthOf(a) * lengthOf(b);
  if (product === 0) return 0;
  const cosine = (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / product;
  return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
};

/** Angle in degrees (0 to 90) between the screen and the horizontal, from gravity; the same face up and face down. */
export const tiltOf = (gravity: Vector): number => {
  const length = lengthOf(gravity);
  return length === 0 ? 90 : (Math.acos(Math.min(1, Math.abs(gravity[2]) / length)) * 180) / Math.PI;
};
