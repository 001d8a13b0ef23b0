/** Digits of a PIN as this app asks for it. Six make a million; what slows a guess down is the lock itself. */
export const SHORTEST_PIN = 6;
export const LONGEST_PIN = 12;
