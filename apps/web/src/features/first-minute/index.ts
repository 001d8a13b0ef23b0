/** The first minute, as the shell shows it to whoever has not begun. */
export { default as FirstMinute } from "./first-minute.svelte";
