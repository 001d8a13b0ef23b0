/** docs/spec/envelope.md: from the entries of a space to who belongs to it, its keys, and its records. */
import { fromHex, join, Malformed, take } from "./bytes.mjs";
import { openHpke, openSealed, sha256 } from "./crypto.mjs";
import { epochOf, isSignedBy, KINDS, openRecord, readDrops, readMembers, spaceFoundedBy, ZEROS } from "./entry.mjs";

/** The entries of each device by counter. */
const chainsOf = (entries) => {
  const chains = new Map();
  for (const entry of entries) {
    const chain = chains.get(entry.device) ?? [];
    chains.set(entry.device, chain);
    chain[entry.counter - 1] = entry;
  }
  return chains;
};

const findFounder = (entries, space) => {
  const founding = entries.find(
    ({ kind, counter, body }) =>
      kind === KINDS.members && counter === 1 && body !== undefined && spaceFoundedBy(body) === space,
  );
  if (founding === undefined) throw new Malformed("no founding statement");
  return founding;
};

/** The entries of each device to which another owes its admission: it was admitted by them, and they by those before. */
const owedOf = (device, cards) => {
  const owed = new Map();
  for (let at = cards.get(device)?.by; at !== undefined; at = cards.get(at.device)?.by) {
    owed.set(at.device, Math.max(owed.get(at.device) ?? 0, at.counter));
  }
  return owed;
};

/** "Who belongs to the space": device → its card, with the last counter that counts (Infinity while it belongs). */
export const rosterOf = (entries, space) => {
  const founding = findFounder(entries, space);
  const founder = readMembers(founding.body).coming[0];
  if (founder?.device !== founding.device) throw new Malformed("founded by another than it admits first");
  // Ends that showed after statements beyond them were read: all is read again with these known, and no others.
  const known = new Map();
  for (;;) {
    const roster = readStatements(founding, chainsOf(entries), known);
    if (roster !== null) return roster;
  }
};

/** Null if it has to be read again: `known` has grown. */
const readStatements = (founding, chains, known) => {
  const { people, coming } = readMembers(founding.body);
  const cards = new Map([[founding.device, coming[0]]]);
  const ends = new Map(known);
  const endOf = (device) => ends.get(device) ?? Infinity;
  const read = new Map();
  // A Map is walked in the order of admission, those that come meanwhile included.
  for (const [device, author] of cards) {
    for (const entry of chains.get(device) ?? []) {
      // Among the statements of a snapshot the other entries are missing.
      if (entry === undefined) continue;
      if (entry.counter > endOf(device)) break;
      if (entry.kind !== KINDS.members || entry.body === undefined) continue;
      if (!isSignedBy(entry, author.verifyingKey)) throw new Malformed("forged");
      read.set(device, entry.counter);
      const statement = readMembers(entry.body);
      for (const card of statement.coming) {
        if (cards.has(card.device)) continue;
        const members = new Set([...cards.values()].map(({ member }) => member));
        const isRoom = !members.has(card.member) && members.size < people;
        if (card.member === author.member || isRoom) cards.set(card.device, { ...card, by: entry });
      }
      const owed = owedOf(device, cards);
      for (const { device: leaving, last } of statement.going) {
        if (cards.get(leaving)?.member !== author.member) continue;
        const end = Math.min(Math.max(last, owed.get(leaving) ?? 0), endOf(leaving));
        if ((read.get(leaving) ?? 0) > end) {
          known.set(leaving, end);
          return null;
        }
        ends.set(leaving, end);
      }
    }
  }
  return new Map([...cards].map(([device, card]) => [device, { ...card, last: endOf(device) }]));
};

/** Every link of every chain: signature, predecessor, end. Gives what counts, in order of each chain. */
export const verifyChains = (entries, roster) => {
  const counting = [];
  for (const [device, chain] of chainsOf(entries)) {
    const card = roster.get(device);
    if (card === undefined) throw new Malformed("unknown-device");
    let previous = ZEROS;
    for (const [index, entry] of chain.entries()) {
      if (entry === undefined) throw new Malformed(`gap at ${index + 1}`);
      if (!isSignedBy(entry, card.verifyingKey)) throw new Malformed("forged");
      if (entry.previous !== previous) throw new Malformed("fork");
      if (entry.kind !== KINDS.record && !/^0+$/.test(entry.epoch)) throw new Malformed("malformed");
      previous = entry.name;
      if (entry.counter <= card.last) counting.push(entry);
    }
  }
  return counting;
};

/** Epoch → key, as far as this device was given them: wrapped to it, or in the history under one that it has. */
export const keysOf = (entries, { device, unwrapping }) => {
  const statements = entries
    .filter(({ kind, body }) => kind === KINDS.members && body !== undefined)
    .map((entry) => ({ epoch: epochOf(entry), ...readMembers(entry.body) }));
  const commitments = new Map(statements.map(({ epoch, commitment }) => [epoch, commitment]));
  const keys = new Map();
  const learn = (epoch, key) => {
    const fits = sha256("undivided/1/epoch-key-commitment", key).toString("hex") === commitments.get(epoch);
    if (!fits || keys.has(epoch)) return;
    keys.set(epoch, key);
    const { history } = statements.find((one) => one.epoch === epoch);
    if (history.length === 0) return;
    const plain = openSealed(key, history, Buffer.from("undivided/1/epoch-key-history"));
    if (plain === undefined) return;
    const reader = take(plain);
    while (!reader.isAtEnd()) learn(reader.hex(16), reader.bytes(32));
  };
  for (const { epoch, wrapped } of statements) {
    const own = wrapped.find((one) => one.device === device);
    if (own === undefined) continue;
    const key = openHpke(unwrapping, Buffer.from("undivided/1/epoch-key"), fromHex(device), own.key);
    if (key !== undefined) learn(epoch, key);
  }
  return keys;
};

/** (milliseconds, tick, device, text): the higher one counts. */
const compare = (one, other) => {
  for (const [index, value] of one.entries()) if (value !== other[index]) return value < other[index] ? -1 : 1;
  return 0;
};

/** Own records by author and id, shared ones by id: what counts after all changes. */
export const recordsOf = (entries, roster, keys) => {
  const dropped = new Set();
  for (const { kind, body, device } of entries) {
    if (kind !== KINDS.drop) continue;
    for (const place of readDrops(body)) {
      if (roster.get(place.device)?.member === roster.get(device).member)
        dropped.add(`${place.device}/${place.counter}`);
    }
  }
  const recipients = new Map(
    entries
      .filter(({ kind }) => kind === KINDS.members)
      .map((entry) => [epochOf(entry), readMembers(entry.body).wrapped.map(({ device }) => device)]),
  );
  const own = new Map();
  const shared = new Map();
  let unread = 0;
  for (const entry of entries) {
    if (entry.kind !== KINDS.record) continue;
    if (!recipients.get(entry.epoch)?.includes(entry.device)) throw new Malformed("wrong-epoch");
    if (entry.body === undefined || dropped.has(`${entry.device}/${entry.counter}`)) continue;
    const key = keys.get(entry.epoch);
    const change = key === undefined ? null : openRecord(entry, key);
    if (change === null) {
      unread += 1;
      continue;
    }
    const { type, stamp, record } = change;
    const ownName = `${roster.get(entry.device).member}/${record}`;
    if (type === "delete-own") own.set(ownName, null);
    if (type === "delete-shared") shared.set(record, null);
    if (type === "put") {
      const known = own.get(ownName);
      const rank = [...stamp, entry.device, change.text];
      if (known !== null && (known === undefined || compare(known.rank, rank) < 0)) {
        own.set(ownName, { rank, text: change.text, author: roster.get(entry.device).member });
      }
    }
    if (type === "set" && shared.get(record) !== null) {
      const fields = shared.get(record) ?? new Map();
      shared.set(record, fields);
      for (const [name, value] of change.fields) {
        const rank = [...stamp, entry.device, value];
        const known = fields.get(name);
        if (known === undefined || compare(known.rank, rank) < 0) fields.set(name, { rank, value });
      }
    }
  }
  return {
    own: [...own.values()].flatMap((record) => (record === null ? [] : [record.text])),
    authors: [...own.values()].flatMap((record) => (record === null ? [] : [record.author])),
    shared: [...shared].flatMap(([id, fields]) =>
      fields === null
        ? []
        : [{ id, fields: Object.fromEntries([...fields].map(([name, { value }]) => [name, value])) }],
    ),
    unread,
  };
};
