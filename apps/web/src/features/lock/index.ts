/** The lock as the shell shows it, and the troubles of the storage; loaded when there is one. */
export { default as LockScreen } from "./lock-screen.svelte";
export { default as ProofSheet } from "./proof-sheet.svelte";
export { default as Trouble } from "./trouble.svelte";
