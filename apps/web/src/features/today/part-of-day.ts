/** How one speaks of an hour: morning from 5, afternoon from 12, evening from 17, night from 22. */
export type PartOfDay = "morning" | "afternoon" | "evening" | "night";

/** `hour` from 0 to 23, on the owner's own clock. */
export const partOfDay = (hour: number): PartOfDay =>
  hour < 5 || hour >= 22 ? "night" : hour < 12 ? "morning" : hour < 17 ? "afternoon" : "evening";
