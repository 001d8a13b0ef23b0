/**
 * Which modules go out in one file.
 *
 * What opens a home always goes together: the door, the household and all that both need. Left to itself the bundler makes a file of
 * every few modules that some other page needs too, and the headers of each answer weigh more than what is in it. The bundler adds
 * what the two named modules use, binding by binding: what a package offers beside that, such as speaking to a relay, is not theirs.
 */
import { join } from "node:path";

const home = join(import.meta.dirname, "../src/home");
const opensHome = [join(home, "open-door.ts"), join(home, "household.ts")];

/** Groups as `build.rolldownOptions.output.codeSplitting` takes them. The first one keeps the entry's own modules out of the other. */
export const chunkGroups = () => [
  { name: "shell", tags: ["$initial" as const], priority: 2 },
  { name: "home", test: (id: string) => opensHome.includes(id), priority: 1 },
];
