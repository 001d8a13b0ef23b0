/**
 * Where an exercise, a tip or a task of the guide leads: the address of each meaning that `@undivided/content` knows.
 *
 * A target without an address does not compile.
 */
import type { Target } from "@undivided/content";
import { pathOf } from "./routes.ts";

const addresses: Readonly<Record<Target, string>> = {
  "start-together": pathOf("together", "start"),
  "log-moment": pathOf("log"),
  "log-bid": pathOf("good"),
  "log-good-moment": pathOf("good"),
  "felt-second": pathOf("felt"),
  reflect: pathOf("inquiry"),
  rituals: pathOf("reset", "rituals"),
  "practise-bids": pathOf("guide", "scenes"),
  prompts: pathOf("together", "start"),
  causes: pathOf("guide", "other-ways"),
  "phone-settings": pathOf("guide", "phone"),
  "if-then-plan": pathOf("reset", "plans"),
  "guided-talk": pathOf("reset", "talk"),
  agreement: pathOf("reset", "agreements"),
  "check-in": pathOf("check-in"),
  tips: pathOf("guide", "tips"),
  help: pathOf("guide", "help"),
};

export const addressOf = (target: Target): string => addresses[target];
