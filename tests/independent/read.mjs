/**
 * An independent reader: written from docs/spec alone, over nothing but Node's standard library, to show that the
 * specification is enough. It shares no line with the packages; `independent.test.ts` holds it to that.
 *
 *   node read.mjs backup FILE            the texts of a sealed backup
 *   node read.mjs ring FILE              the records of a device's own space, by the keys in its ring, from its relay
 *   node read.mjs code RELAY             the same, by the recovery code alone
 *   node read.mjs pair LINK              pairs as the second person, and reads the space that both have then
 *   node read.mjs leave LINK             pairs as the second person, leaves, and reads what the relay has then
 *   node read.mjs own LINK               pairs as another own device, begins with the snapshot of its host, and writes a record
 *
 * Secrets come in the environment (PASSPHRASE, PIN, CODE). Gives one JSON object.
 */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { readBackup } from "./backup.mjs";
import { isSignedBy, KINDS, readEntry } from "./entry.mjs";
import { assemble, shownTo } from "./journal.mjs";
import { readCode, readRing } from "./keys.mjs";
import { pairAsGuest } from "./pair.mjs";
import { fetchSnapshot, leave, pullAll, push } from "./relay.mjs";
import { readSnapshot } from "./snapshot.mjs";
import { keysOf, recordsOf, rosterOf, verifyChains } from "./space.mjs";
import { epochToWriteIn, leaveEntry, putEntry } from "./write.mjs";

const { PASSPHRASE: passphrase, PIN: pin, CODE: code } = process.env;
const paper = code === undefined ? undefined : readCode(code);

/** Asks until there is something: whoever was paired with may still be on the way to the relay. */
const until = async (ask) => {
  for (let tries = 0; ; tries += 1) {
    const found = await ask();
    if (found !== undefined || tries === 200) return found;
    await wait(200);
  }
};

/** Everything that the relay has of a space, once this device is a member. */
const pullAsMember = (relay, part) =>
  until(async () => {
    const pulled = await pullAll(relay, part);
    return pulled.type === "member" ? pulled.entries.map(readEntry) : undefined;
  });

/** Pairs as one of two, leaves for good, and checks what the relay gives to whoever opens the space afterwards. */
const leaveAfterPairing = async (link) => {
  const { relay, part } = await pairAsGuest(link);
  const roster = rosterOf(await pullAsMember(relay, part), part.space);
  const given = await leave(relay, part, leaveEntry(part));
  const { type, entries } = await pullAll(relay, part);
  const [kept] = entries.map(readEntry);
  const isLeave = kept?.kind === KINDS.leave && kept.space === part.space && String(kept.body) === "1";
  const isGood = isLeave && isSignedBy(kept, roster.get(kept.device)?.verifyingKey);
  return { standing: type, entries: entries.length, isGood, isSame: String(given) === String(entries[0]) };
};

/** Pairs as another own device; what its host's snapshot says beside what the log says; and a record of its own. */
const beginAsOwnDevice = async (link) => {
  const { relay, numbers, person, part } = await pairAsGuest(link);
  const entries = await pullAsMember(relay, part);
  const roster = rosterOf(entries, part.space);
  const keys = keysOf(verifyChains(entries, roster), part);
  const fetched = await until(() => fetchSnapshot(relay, part, part.author.device));
  const snapshot = readSnapshot(fetched.bytes, part, (statements, epoch) => {
    const belongs = rosterOf(statements, part.space);
    for (const device of [part.device, part.author.device]) {
      if (belongs.get(device)?.last !== Infinity) throw new Error("it does not belong");
    }
    return keysOf(statements, part).get(epoch);
  });
  const names = new Set(entries.map(({ name }) => name));
  const id = randomBytes(16).toString("hex");
  const bid = { type: "bid", version: 1, id, owner: person, day: "2026-11-20", outcome: "answered" };
  const entry = putEntry(part, epochToWriteIn(entries, roster, keys), id, JSON.stringify(bid));
  return {
    ...{ numbers, wrote: bid, pushed: await push(relay, part, [entry]) },
    snapshot: {
      ...assemble(snapshot),
      says: fetched.entries,
      entries: snapshot.names.length,
      unknown: snapshot.names.filter((name) => !names.has(name)).length,
    },
    mine: await readSpace(relay, part),
  };
};

/** All of a space, checked and opened, as one of its devices. */
const readSpace = async (relay, part) => {
  const pulled = await pullAll(relay, part);
  if (pulled.type !== "member") return { standing: pulled.type };
  const entries = pulled.entries.map(readEntry);
  if (entries.some(({ space }) => space !== part.space)) throw new Error("wrong-space");
  const roster = rosterOf(entries, part.space);
  const counting = verifyChains(entries, roster);
  const ends = new Map(entries.map(({ device, counter, name }) => [`${device}/${counter}`, name]));
  const isComplete = pulled.heads.every(({ device, counter, name }) => ends.get(`${device}/${counter}`) === name);
  return {
    standing: "member",
    entries: entries.length,
    devices: [...roster.values()].filter(({ last }) => last === Infinity).length,
    isComplete,
    ...assemble(recordsOf(counting, roster, keysOf(counting, part))),
  };
};

const run = async ([what, where]) => {
  switch (what) {
    case "backup":
      return readBackup(readFileSync(where), { passphrase, recovery: paper?.secret });
    case "ring": {
      const ring = readRing(readFileSync(where), { pin, recovery: paper });
      const ours = ring.ours === undefined ? null : await readSpace(ring.relay, ring.ours);
      const shown = ours?.documents && shownTo(ring.ours.member, ours.documents, Date.now());
      return { person: ring.person, mine: await readSpace(ring.relay, ring.mine), ours, shown };
    }
    case "code":
      return { mine: await readSpace(where, paper) };
    case "pair": {
      const { relay, numbers, part } = await pairAsGuest(where);
      await pullAsMember(relay, part);
      return { numbers, ours: await readSpace(relay, part) };
    }
    case "leave":
      return leaveAfterPairing(where);
    case "own":
      return beginAsOwnDevice(where);
    default:
      throw new Error("backup FILE, ring FILE, code RELAY, or pair, leave or own with a LINK");
  }
};

process.stdout.write(`${JSON.stringify(await run(process.argv.slice(2)))}\n`);
