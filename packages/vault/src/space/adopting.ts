/**
 * Beginning with the snapshot of another own device. Fetched when there is one to begin with.
 *
 * Who adopts a snapshot believes what another own device says about a whole space, until the entries themselves have come. So only
 * a device is believed whose key was learned where nobody in between could change it: at pairing. See docs/spec/snapshot.md for
 * what a removed device, a partner and a relay can and cannot do with snapshots.
 */
import { err, ok, type Result } from "@undivided/domain";
import { equalInConstantTime, verify } from "../crypto/door.ts";
import { ENTRY_KINDS, signedPart } from "../envelope/entry.ts";
import type { EntryWithId } from "../envelope/make-entry.ts";
import { learnEpochKeys } from "./epoch-keys.ts";
import { readOn } from "./load-space.ts";
import { createMembership } from "./membership.ts";
import { decodeMembersStatement, spaceFoundedBy } from "./members-statement.ts";
import type { OpenSpace } from "./open-space.ts";
import { activeDevices, foldRoster, type Roster } from "./roster.ts";
import { SLOT } from "./slot-table.ts";
import type { SnapshotContent } from "./snapshot-content.ts";
import { decodeSnapshot, isSignedBy, openSnapshot, PURPOSES } from "./snapshot-envelope.ts";
import { createSpaceMemory } from "./space-memory.ts";
import type { AdoptFault, TrustedDevice } from "./trusted.ts";

/** Begins anew with the snapshot and what the own log has beyond it. Whatever is wrong with it changes nothing. */
export const adopt = async (
  opened: OpenSpace,
  bytes: Uint8Array,
  trusted: TrustedDevice,
): Promise<Result<null, AdoptFault>> => {
  const { space } = opened;
  const { keys: own, store } = opened.deps;
  if (opened.leave() !== null) return err({ type: "space-closed" });
  const decoded = await decodeSnapshot(bytes);
  if (decoded.type === "error") return decoded;
  const snapshot = decoded.value;
  if (snapshot.space !== space) return err({ type: "wrong-space" });
  if (snapshot.purpose !== PURPOSES.transfer || snapshot.device !== trusted.device) return err({ type: "not-trusted" });
  if (!(await isSignedBy(snapshot, trusted.verifyingKey))) return err({ type: "forged" });
  const roster = await verifiedRoster(opened, snapshot.statements);
  if (roster === undefined) return err({ type: "forged" });
  // Also what this device has heard itself: perhaps of a removal that the snapshot does not know, or is silent about.
  const heard = await verifiedRoster(opened, [
    ...snapshot.statements,
    ...opened.memory().membership.statementEntries(),
  ]);
  if (![roster, heard].every((one) => one !== undefined && isTrustedIn(one, trusted, opened)))
    return err({ type: "not-trusted" });

  const statements = createMembership(space, snapshot.statements).statements();
  const keys = await learnEpochKeys(own, statements, opened.memory().keys());
  const key = keys.get(snapshot.epoch);
  const recipients = roster.epochs.get(snapshot.epoch)?.recipients;
  if (key === undefined || recipients?.has(own.device) !== true || !recipients.has(trusted.device)) {
    return err({ type: "not-opened" });
  }
  const content = await openSnapshot(snapshot, key);
  if (content === undefined) return err({ type: "not-opened" });
  if (!fits(content, roster, snapshot.statements)) return err({ type: "malformed" });

  const adopted = {
    ...content,
    sequence: 0,
    isAdopted: true,
    ownStamp: opened.memory().ownStamp(),
    chains: content.chains.map((chain) => ({ ...chain, bits: chain.bits.map((bits) => bits | SLOT.absent) })),
  };
  const memory = createSpaceMemory(space, own, { content: adopted, statements: snapshot.statements, keys });
  const read = await readOn(store, memory, space, 0);
  if (read.type === "error") return err(read.error.type === "needs-log" ? { type: "contradiction" } : read.error);
  if (read.value.hasContradiction || !containsAll(opened, memory)) return err({ type: "contradiction" });
  opened.replaceMemory(memory, read.value.sequence);
  return ok(null);
};

/** Every statement by a device that the others admit, its signature checked; `undefined` if that is not so for one of them. */
const verifiedRoster = async ({ space }: OpenSpace, entries: readonly EntryWithId[]): Promise<Roster | undefined> => {
  const unique = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  const statements = unique.flatMap(({ id, entry }) => {
    const statement =
      entry.kind === ENTRY_KINDS.members && entry.body !== null ? decodeMembersStatement(entry.body) : undefined;
    const isHere = entry.space === space && statement !== undefined;
    return isHere ? [{ entry, signed: { id, device: entry.device, counter: entry.counter, statement } }] : [];
  });
  const [founding] = statements;
  if (founding === undefined || statements.length !== unique.length || founding.entry.body === null) return undefined;
  if (founding.entry.counter !== 1 || (await spaceFoundedBy(founding.entry.body)) !== space) return undefined;
  const roster = foldRoster(
    founding.signed,
    statements.map(({ signed }) => signed),
  );
  const checks = await Promise.all(
    statements.map(async ({ entry }) => {
      const card = roster.devices.get(entry.device);
      return card !== undefined && verify(card.verifyingKey, entry.signature, signedPart(entry, entry.bodyHash));
    }),
  );
  return checks.every((isGood) => isGood) ? roster : undefined;
};

const isTrustedIn = (roster: Roster, trusted: TrustedDevice, opened: OpenSpace): boolean => {
  const { keys: own } = opened.deps;
  const active = new Map(activeDevices(roster).map((device) => [device.device, device]));
  const author = active.get(trusted.device);
  return (
    author !== undefined &&
    author.member === own.member &&
    equalInConstantTime(author.verifyingKey, trusted.verifyingKey) &&
    active.get(own.device)?.member === own.member
  );
};

/** Whether its parts fit each other: chains of known devices, and in them the statements at their places. */
const fits = (content: SnapshotContent, roster: Roster, statements: readonly EntryWithId[]): boolean => {
  const chains = new Map(content.chains.map((chain) => [chain.device, chain]));
  const members = new Set([...roster.devices.values()].map(({ member }) => member));
  return (
    content.chains.every(({ device }) => roster.devices.has(device)) &&
    statements.every(({ id, entry }) => {
      const name = chains.get(entry.device)?.names.subarray((entry.counter - 1) * 32, entry.counter * 32);
      return (
        name?.length === 32 && name.every((byte, index) => byte === parseInt(id.slice(2 * index, 2 * index + 2), 16))
      );
    }) &&
    [...content.own.values()].every(({ member }) => members.has(member))
  );
};

/** Nothing that this device had is missing afterwards. */
const containsAll = (opened: OpenSpace, memory: ReturnType<OpenSpace["memory"]>): boolean =>
  opened
    .memory()
    .receiver.heads()
    .every((head) => memory.receiver.nameAt(head) === head.id);
