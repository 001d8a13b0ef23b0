import { describe, expect, it } from "vitest";
import type { PushAccess } from "../platform/push.ts";
import { createMemoryStore, PUSH_KEY } from "../platform/small-store.ts";
import type { PushNote, PushNotes } from "./push-note.ts";
import { createPushReminders } from "./push-reminders.ts";
import type { Answer, KeyAnswer, ReminderRelay } from "./reminder-relay.ts";
import { moveSubscription, ring } from "./ring.ts";

const HOUR = 3_600_000;

const createNotes = (): PushNotes & { readonly now: () => PushNote | null } => {
  let note: PushNote | null = null;
  return {
    now: () => note,
    read: () => Promise.resolve(note),
    write: (next) => {
      note = next;
      return Promise.resolve();
    },
    forget: () => {
      note = null;
      return Promise.resolve();
    },
  };
};

interface World {
  /** What was said to the relay, and that the browser's subscription was ended. */
  readonly said: string[];
  now: number;
  times: readonly number[];
  key: KeyAnswer;
  answer: Answer;
  permission: NotificationPermission;
  endpoint: string | null;
  hasService: boolean;
  language: string;
}

const createWorld = () => {
  const said: string[] = [];
  const world: World = {
    said,
    now: 1000 * HOUR,
    times: [1010 * HOUR],
    key: { type: "key", key: "K1" },
    answer: "kept",
    permission: "granted",
    endpoint: null,
    hasService: true,
    language: "en",
  };
  const notes = createNotes();
  const store = createMemoryStore();
  let boundTo = "";
  const access: PushAccess = {
    support: () => "ready",
    askPermission: () => Promise.resolve(world.permission),
    isPermitted: () => world.permission === "granted",
    endpoint: (key) => Promise.resolve(boundTo === key ? world.endpoint : null),
    subscribe: (key) => {
      [boundTo, world.endpoint] = [key, world.hasService ? `https://push/${key}` : null];
      return Promise.resolve(world.endpoint);
    },
    end: () => {
      said.push("end");
      world.endpoint = null;
      return Promise.resolve();
    },
  };
  const relay: ReminderRelay = {
    key: () => {
      said.push("key");
      return Promise.resolve(world.key);
    },
    leave: (secret, endpoint, times) => {
      said.push(`leave ${secret} ${endpoint} ${times === null ? "null" : times.map((time) => time / HOUR).join()}`);
      return Promise.resolve(world.answer);
    },
    forget: (secret) => {
      said.push(`forget ${secret}`);
      return Promise.resolve(world.answer);
    },
  };
  const reminders = createPushReminders({
    ...{ access, relay, notes, store },
    newSecret: () => "S",
    alone: (work) => work(),
    now: () => world.now,
    language: () => world.language,
    quiet: () => "1320-420",
    times: () => world.times.filter((time) => time > world.now),
  });
  return { world, notes, store, reminders, relay };
};

describe("reminders by push", () => {
  it("ask nobody anything while they are off", async () => {
    const { world, reminders } = createWorld();
    expect(reminders.isOn()).toBe(false);
    expect(await reminders.keep()).toBe(true);
    await reminders.switchOff();
    expect(world.said).toEqual([]);
  });

  it("leave their times once they are on, again where these changed or a day went by, and not in between", async () => {
    const { world, reminders } = createWorld();
    expect(await reminders.switchOn()).toBe("on");
    const first = "leave S https://push/K1 1010";
    expect(world.said).toEqual(["key", "key", first]);
    await reminders.keep();
    world.now += HOUR;
    await reminders.keep();
    expect(world.said).toHaveLength(3);
    world.times = [1010 * HOUR, 1030 * HOUR];
    await reminders.keep();
    expect(world.said.slice(3)).toEqual(["key", `${first},1030`]);
    world.now = 1011 * HOUR; // one of them has rung
    await reminders.keep();
    expect(world.said).toHaveLength(5);
    world.now += 24 * HOUR;
    world.times = [1090 * HOUR];
    await reminders.keep();
    expect(world.said.at(-1)).toBe("leave S https://push/K1 1090");
  });

  it("tell the relay nothing before there is a time, and take the last one back", async () => {
    const { world, reminders } = createWorld();
    world.times = [];
    await reminders.switchOn();
    expect(world.said).toEqual(["key"]);
    world.times = [1020 * HOUR];
    await reminders.keep();
    world.times = [];
    await reminders.keep();
    expect(world.said.slice(1)).toEqual(["key", "leave S https://push/K1 1020", "forget S"]);
  });

  it.each([
    ["not-permitted", { permission: "default" as const }],
    ["not-offered", { key: { type: "not-offered" } as const }],
    ["unreachable", { key: { type: "unreachable" } as const }],
    ["no-push-service", { hasService: false }],
  ])("stay off where the answer is %s", async (outcome, more) => {
    const { world, reminders, store, notes } = createWorld();
    Object.assign(world, more);
    expect(await reminders.switchOn()).toBe(outcome);
    expect([store.read(PUSH_KEY), notes.now()]).toEqual([null, null]);
  });

  it("end on this device at once, and tell the relay as soon as it is reached", async () => {
    const { world, reminders, store } = createWorld();
    await reminders.switchOn();
    world.answer = "unreachable";
    await reminders.switchOff();
    expect([reminders.isOn(), world.endpoint, store.read(PUSH_KEY)]).toEqual([false, null, "ending"]);
    world.answer = "kept";
    await reminders.keep();
    expect(world.said.filter((word) => word === "forget S")).toHaveLength(2);
    expect(store.read(PUSH_KEY)).toBeNull();
  });

  it("subscribe anew at a relay with another key, and are off where the permission was taken back", async () => {
    const { world, reminders, notes } = createWorld();
    await reminders.switchOn();
    world.key = { type: "key", key: "K2" };
    world.now += 25 * HOUR;
    world.times = [1090 * HOUR];
    await reminders.keep();
    expect(world.said.at(-1)).toBe("leave S https://push/K2 1090");
    expect(notes.now()?.key).toBe("K2");
    world.permission = "denied";
    await reminders.keep();
    expect(reminders.isOn()).toBe(false);
    expect(world.said.at(-2)).toBe("forget S");
  });

  it("say that the times could not be left, and leave them when they can be", async () => {
    const { world, reminders } = createWorld();
    world.answer = "unreachable";
    expect(await reminders.switchOn()).toBe("on");
    expect(await reminders.keep()).toBe(false);
    world.answer = "kept";
    expect(await reminders.keep()).toBe(true);
  });

  it("stay on while the browser's service does not answer for a moment", async () => {
    const { world, reminders } = createWorld();
    await reminders.switchOn();
    [world.key, world.hasService] = [{ type: "key", key: "K2" }, false];
    world.now += 25 * HOUR;
    world.times = [1090 * HOUR];
    expect(await reminders.keep()).toBe(false);
    expect(reminders.isOn()).toBe(true);
    world.hasService = true;
    expect(await reminders.keep()).toBe(true);
    expect(world.said.at(-1)).toBe("leave S https://push/K2 1090");
  });

  it("hand the worker the language of now", async () => {
    const { world, reminders, notes } = createWorld();
    await reminders.switchOn();
    world.language = "es";
    await reminders.keep();
    expect(notes.now()?.language).toBe("es");
  });
});

describe("a ring", () => {
  const ringAt = async (minute: number, seen: { readonly lookedAt?: boolean; readonly together?: boolean } = {}) => {
    const { reminders, notes } = createWorld();
    await reminders.switchOn();
    const shown: unknown[] = [];
    await ring({
      notes,
      minute: () => minute,
      isLookedAt: () => Promise.resolve(seen.lookedAt === true),
      isTogether: () => Promise.resolve(seen.together === true),
      line: (language) => `line in ${String(language)}`,
      show: (line, options) => {
        shown.push(line, options.silent);
        return Promise.resolve();
      },
    });
    return shown;
  };

  it("shows its line, without a sound in quiet hours, in a time together, and where the app is looked at", async () => {
    expect(await ringAt(19 * 60)).toEqual(["line in en", false]);
    expect(await ringAt(23 * 60)).toEqual(["line in en", true]);
    expect(await ringAt(7 * 60)).toEqual(["line in en", false]);
    expect(await ringAt(19 * 60, { together: true })).toEqual(["line in en", true]);
    expect(await ringAt(19 * 60, { lookedAt: true })).toEqual(["line in en", true]);
  });

  it("goes to the new address where the browser changed it, with the times that the relay has", async () => {
    const { world, reminders, notes, relay } = createWorld();
    await moveSubscription(notes, relay, (key) => Promise.resolve(`https://push/new/${key}`));
    expect(world.said).toEqual([]);
    await reminders.switchOn();
    await moveSubscription(notes, relay, (key) => Promise.resolve(`https://push/new/${key}`));
    expect(world.said.at(-1)).toBe("leave S https://push/new/K1 null");
    const before = world.said.length;
    await reminders.keep();
    expect(world.said).toHaveLength(before);
  });

  it("is left anew when the app is next open, where the relay did not take the address or the browser has none", async () => {
    for (const [answer, subscribe] of [
      ["unreachable", () => Promise.resolve("https://push/new")],
      ["refused", () => Promise.resolve("https://push/new")],
      ["kept", () => Promise.resolve(null)],
      ["kept", () => Promise.reject(new Error("no service"))],
    ] as const) {
      const { world, reminders, notes, relay } = createWorld();
      await reminders.switchOn();
      world.answer = answer;
      await moveSubscription(notes, relay, subscribe);
      world.answer = "kept";
      await reminders.keep();
      expect(world.said.at(-1)).toBe("leave S https://push/K1 1010");
    }
  });
});
