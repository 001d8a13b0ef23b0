/**
 * Reminders by push on this device: switched on and off by its owner, kept as the rituals are, and taken back.
 *
 * [Note: Ending reminders] What ends them (the switch, leaving a pairing, erasing) waits for nobody: the browser's subscription ends on this
 * device at once, and the relay is told. Where it cannot be reached, the mark `ending` stays and it is told when the app is next open; its
 * pushes reach nobody meanwhile.
 * **Privacy:** the relay gets times and an address of the browser's maker, and nothing before the first reminder is set.
 */
import type { PushAccess, PushSupport } from "../platform/push.ts";
import { PUSH_KEY, type SmallStore } from "../platform/small-store.ts";
import type { PushNote, PushNotes } from "./push-note.ts";
import type { ReminderRelay } from "./reminder-relay.ts";

export interface PushDeps {
  readonly access: PushAccess;
  readonly relay: ReminderRelay;
  readonly notes: PushNotes;
  readonly store: SmallStore;
  /** 32 random bytes, base64url. */
  readonly newSecret: () => string;
  /** One tab of this device at a time. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  /** For the line that is shown. */
  readonly language: () => string;
  readonly quiet: () => string | null;
  /** When this device is to be rung, in order. */
  readonly times: () => readonly number[];
}

export type SwitchedOn =
  | "on"
  /** The question of the browser was put away, or answered with no. */
  | "not-permitted"
  | "not-offered"
  | "unreachable"
  /** The browser's own service does not answer. */
  | "no-push-service";

export interface PushReminders {
  readonly support: () => PushSupport;
  readonly isOn: () => boolean;
  /** When this device is rung next, milliseconds since 1970; null if never in the coming weeks. */
  readonly next: () => number | null;
  /** From a tap: the browser asks. */
  readonly switchOn: () => Promise<SwitchedOn>;
  readonly switchOff: () => Promise<void>;
  /** Forgets them here, also where the relay was not told. */
  readonly forget: () => Promise<void>;
  /** Leaves the times at the relay where they have changed, or were left a day ago. False if they could not be left now. */
  readonly keep: () => Promise<boolean>;
}

/** So often a relay that lost its database is told again. */
const AGAIN_MS = 24 * 3_600_000;

export const createPushReminders = (deps: PushDeps): PushReminders => {
  const { access, relay, notes, store, newSecret, alone, now, language, quiet, times } = deps;
  const mark = (): string | null => store.read(PUSH_KEY);
  const isOn = (): boolean => mark() === "on";

  const forgetAll = async (): Promise<void> => {
    store.write(PUSH_KEY, null);
    await notes.forget();
  };
  const end = async (): Promise<void> => {
    if (mark() === null) return;
    store.write(PUSH_KEY, "ending");
    const note = await notes.read();
    const [told] = await Promise.all([note === null ? "kept" : relay.forget(note.secret), access.end()]);
    if (told !== "unreachable") await forgetAll();
  };

  /** Null where it cannot be had now: without a network, or the browser's service does not answer. It stays on and is tried again. */
  const subscribed = async (note: PushNote): Promise<{ readonly note: PushNote; readonly endpoint: string } | null> => {
    const asked = await relay.key();
    if (asked.type !== "key") return null;
    const endpoint = (await access.endpoint(asked.key)) ?? (await access.subscribe(asked.key));
    return endpoint === null ? null : { note: { ...note, key: asked.key }, endpoint };
  };
  const leave = async (note: PushNote, wanted: readonly number[]): Promise<boolean> => {
    const leftAt = now();
    if (wanted.length === 0) {
      // A relay that was never asked anything is not told that there is nothing.
      const told = note.times.length === 0 ? "kept" : await relay.forget(note.secret);
      if (told === "kept") await notes.write({ ...note, times: [], leftAt });
      return told === "kept";
    }
    const ready = await subscribed(note);
    if (ready === null) return false;
    const told = await relay.leave(note.secret, ready.endpoint, wanted);
    if (told === "kept") await notes.write({ ...ready.note, times: wanted, leftAt });
    return told === "kept";
  };
  const keepOne = async (): Promise<boolean> => {
    if (mark() === "ending") await end();
    if (!isOn()) return true;
    const known = await notes.read();
    // Taken back in the browser's settings, or cleared: it is off, and says so.
    if (known === null || !access.isPermitted()) {
      await end();
      return true;
    }
    const note = { ...known, language: language(), quiet: quiet() };
    if (note.language !== known.language || note.quiet !== known.quiet) await notes.write(note);
    const wanted = times();
    const left = known.times.filter((time) => time > now());
    const isFresh = now() - known.leftAt < AGAIN_MS && now() >= known.leftAt;
    return isFresh && left.join() === wanted.join() ? true : leave(note, wanted);
  };

  return {
    support: access.support,
    isOn,
    next: () => times().at(0) ?? null,
    switchOn: async () => {
      if ((await access.askPermission()) !== "granted") return "not-permitted";
      return alone(async () => {
        const asked = await relay.key();
        if (asked.type !== "key") return asked.type;
        if ((await access.subscribe(asked.key)) === null) return "no-push-service";
        const known = await notes.read();
        await notes.write({
          secret: known?.secret ?? newSecret(),
          ...{ key: asked.key, language: language(), quiet: quiet(), times: [], leftAt: 0 },
        });
        store.write(PUSH_KEY, "on");
        await keepOne();
        return "on";
      });
    },
    switchOff: () => alone(end),
    forget: forgetAll,
    keep: () => alone(keepOne),
  };
};
