export * from "./app.ts";
export * from "./listen.ts";
export * from "./mailboxes.ts";
export * from "./reminders/open-reminders.ts";
export * from "./site.ts";
export * from "./websocket.ts";
