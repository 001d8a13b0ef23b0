/** The places that hold nothing yet, loaded together because each is small. */
export { default as Reset } from "./reset.svelte";
