/**
 * Where an exercise, a tip or a task of the guide leads: the address of each meaning that `@undivided/content` knows.
 *
 * A target without an address does not compile.
 */
import type { Target } from "@undivided/content";
import { pathOf } from "./routes.ts";

const addresses: Readonly<Record<Target, string>> = {
  "start-together": pathOf("together"),
  "log-moment": pathOf("today"),
  "log-bid": pathOf("today"),
  "log-good-moment": pathOf("today"),
  "felt-second": pathOf("today"),
  reflect: pathOf("today"),
  rituals: pathOf("reset", "rituals"),
  "practise-bids": pathOf("guide", "scenes"),
  prompts: pathOf("together"),
  causes: pathOf("guide", "other-ways"),
  "phone-settings": pathOf("guide", "phone"),
  "if-then-plan": pathOf("reset", "plans"),
  "guided-talk": pathOf("reset", "talk"),
  agreement: pathOf("reset", "agreements"),
  "check-in": pathOf("us"),
  tips: pathOf("guide", "tips"),
  help: pathOf("guide", "help"),
};

export const addressOf = (target: Target): string => addresses[target];
