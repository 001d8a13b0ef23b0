export * from "./app.ts";
export * from "./listen.ts";
export * from "./site.ts";
