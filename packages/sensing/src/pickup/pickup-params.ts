/**
 * Thresholds of the pick-up detector. Each was chosen on the real traces in `fixtures/motion` (pocket subjects 9 and 10 were
 * set aside); docs/adr/0003 has the figures they rest on.
 */
export interface PickupParams {
  /** A stretch without samples longer than this is unknown: nothing is filled in. */
  readonly gapMs: number;
  /** Spacing of the decisions, counted from the first sample after a gap. */
  readonly tickMs: number;
  /** Window of the gravity estimate. Bursts shorter than half of it do not move it. */
  readonly gravityWindowMs: number;
  /** Angle of gravity against the rest vector that speaks for a lift, in degrees. */
  readonly liftDeg: number;
  /** Time beyond `liftDeg`, summed up, that confirms a lift. */
  readonly liftMs: number;
  /** The same where the page was left during the movement, which itself speaks for a hand. */
  readonly shortLiftMs: number;
  /** Below this angle the phone is back where it lay, in degrees; after `backMs` there a lift not yet confirmed is dropped. */
  readonly backDeg: number;
  readonly backMs: number;
  /** A sample farther than this from the rest vector is movement, in m/s². It arms the back-dating, it is no evidence. */
  readonly activeAcceleration: number;
  /** A pause this long separates an earlier knock from the movement that became the lift. */
  readonly activePauseMs: number;
  /** The movement is dated back by at most this. */
  readonly backdateMs: number;
  /** Still: spread of the acceleration within the gravity window, in m/s² … */
  readonly stillSpread: number;
  /** … while gravity stays within this distance of where it was when the stillness began, in m/s². */
  readonly stillDrift: number;
  /** A phone whose screen is within this angle of the horizontal lies flat, in degrees. */
  readonly flatDeg: number;
  /** Stillness after which a flat phone is taken to lie somewhere. */
  readonly restMs: number;
  /** The same for a tilted phone, which may be in a stand, but also in a pocket. */
  readonly tiltedRestMs: number;
  /** Gyroscope noise below which the phone lies on something firm, in rad/s (medians: table 0.16 deg/s, lap 0.67). */
  readonly firmRotation: number;
  readonly rotationWindowMs: number;
  /** Stillness after which a phone that does not lie firmly is said to be still elsewhere. */
  readonly elsewhereMs: number;
}

export const PICKUP_PARAMS: PickupParams = {
  gapMs: 500,
  tickMs: 50,
  gravityWindowMs: 500,
  liftDeg: 12,
  liftMs: 1100,
  shortLiftMs: 150,
  backDeg: 4,
  backMs: 250,
  activeAcceleration: 0.5,
  activePauseMs: 300,
  backdateMs: 1250,
  stillSpread: 0.35,
  stillDrift: 0.35,
  flatDeg: 10,
  restMs: 1000,
  tiltedRestMs: 20_000,
  firmRotation: (0.3 * Math.PI) / 180,
  rotationWindowMs: 1000,
  elsewhereMs: 3000,
};
