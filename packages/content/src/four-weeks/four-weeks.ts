/**
 * Four weeks with one focus each, and tasks to choose from. Nobody has to do all; one or two are a plan.
 *
 * A task that needs the other person says so; the form for one person alone leaves it out and promises no change in
 * anybody else.
 */
import type { Target } from "../targets.ts";
import type { ChapterId } from "../guide/chapters.ts";

export interface WeekFacts {
  readonly chapter: ChapterId;
}

export interface TaskFacts {
  /** From 1 to 4. */
  readonly week: 1 | 2 | 3 | 4;
  readonly target: Target;
  /** Whether one person can do it on their own. */
  readonly alone: boolean;
}

/** In the order of the weeks. */
export const WEEKS = [
  { id: "notice", chapter: "notice" },
  { id: "reunions-and-meals", chapter: "prevent" },
  { id: "bids", chapter: "prevent" },
  { id: "talk-and-agreement", chapter: "reset" },
] as const satisfies readonly (WeekFacts & { readonly id: string })[];
export type WeekId = (typeof WEEKS)[number]["id"];

/** The four-weeks record names a chosen task by these; a name is kept for good. */
export const TASKS = {
  "three-times-together": { week: 1, target: "start-together", alone: false },
  "log-for-a-week": { week: 1, target: "log-moment", alone: true },
  "guess-before-looking": { week: 1, target: "start-together", alone: true },
  "one-minute-inquiry": { week: 1, target: "reflect", alone: true },
  "hello-with-empty-hands": { week: 2, target: "rituals", alone: true },
  "shelf-in-the-hall": { week: 2, target: "phone-settings", alone: true },
  "basket-at-supper": { week: 2, target: "rituals", alone: false },
  "one-if-then-plan": { week: 2, target: "if-then-plan", alone: true },
  "catch-one-more": { week: 3, target: "log-bid", alone: true },
  "six-scenes": { week: 3, target: "practise-bids", alone: true },
  "a-later-with-a-time": { week: 3, target: "log-bid", alone: true },
  "a-good-moment-a-day": { week: 3, target: "log-good-moment", alone: true },
  "prepare-three-sentences": { week: 4, target: "guided-talk", alone: true },
  "one-talk": { week: 4, target: "guided-talk", alone: false },
  "one-i-will": { week: 4, target: "agreement", alone: true },
  "look-back-honestly": { week: 4, target: "check-in", alone: true },
} as const satisfies Readonly<Record<string, TaskFacts>>;
export type TaskId = keyof typeof TASKS;

/** The tasks of one week; for one person alone, those that need nobody else. */
export const tasksOfWeek = (week: number, alone: boolean): readonly TaskId[] =>
  TASK_IDS.filter((id) => TASKS[id].week === week && (!alone || TASKS[id].alone));

const TASK_IDS = [
  "three-times-together",
  "log-for-a-week",
  "guess-before-looking",
  "one-minute-inquiry",
  "hello-with-empty-hands",
  "shelf-in-the-hall",
  "basket-at-supper",
  "one-if-then-plan",
  "catch-one-more",
  "six-scenes",
  "a-later-with-a-time",
  "a-good-moment-a-day",
  "prepare-three-sentences",
  "one-talk",
  "one-i-will",
  "look-back-honestly",
] as const satisfies readonly TaskId[];

export interface FourWeeksTexts {
  readonly title: string;
  readonly lead: string;
  readonly alone: string;
  readonly weeks: Readonly<Record<WeekId, { readonly title: string; readonly focus: string }>>;
  readonly tasks: Readonly<Record<TaskId, string>>;
  readonly lookBack: readonly [string, string, string];
  readonly honest: string;
}
