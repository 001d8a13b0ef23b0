/**
 * Takes an `eval` out of a library: the one by which it asks whether the engine knows generators. Every browser that this app is built for does, and
 * the app's Content-Security-Policy forbids the question, loudly.
 */
import type { Plugin } from "vite";

const asks = /\/@stdlib\/assert-has-generator-support\/lib\/main\.js$/;

export const withoutEval = (): Plugin => ({
  name: "undivided:without-eval",
  apply: "build",
  transform: (_code, id) => (asks.test(id) ? { code: "module.exports = () => true;", map: null } : null),
});
