/** A MailboxStore in memory, for tests and for a relay that need not outlive its process. */
import { err, ok, type DeviceId, type Result } from "@undivided/domain";
import { randomBytes } from "../crypto/public-door.ts";
import { decodeEntry, ENTRY_KINDS } from "../envelope/entry.ts";
import type { SpaceId } from "../envelope/ids.ts";
import type { EntryWithId } from "../envelope/verify-entry.ts";
import type { EntryRef, StoredEntry, StoreFault } from "../log/log-store.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import type { Need, SnapshotName } from "./answers.ts";
import type { MailboxStore, SnapshotPart, StoredMailbox } from "./mailbox-store.ts";
import { INCARNATION_BYTES } from "./protocol.ts";

interface Beside {
  readonly dropped: Map<string, EntryRef>;
  readonly needs: Map<DeviceId, Need>;
  readonly snapshots: Map<DeviceId, readonly SnapshotPart[]>;
  readonly partial: Map<DeviceId, readonly SnapshotPart[]>;
}

export const createMemoryMailboxStore = (): MailboxStore => {
  const logs = createMemoryLogStore();
  const incarnation = randomBytes(INCARNATION_BYTES);
  const besideBySpace = new Map<SpaceId, Beside>();
  const besideOf = (space: SpaceId): Beside => {
    const known = besideBySpace.get(space) ?? {
      ...{ dropped: new Map(), needs: new Map(), snapshots: new Map(), partial: new Map() },
    };
    besideBySpace.set(space, known);
    return known;
  };
  const readAll = async (space: SpaceId): Promise<readonly StoredEntry[]> => {
    const all = await logs.read(space, 0, Number.MAX_SAFE_INTEGER);
    return all.type === "ok" ? all.value : [];
  };
  const bytesOfSnapshots = (space: SpaceId): number => {
    const { snapshots, partial } = besideOf(space);
    return [...snapshots.values(), ...partial.values()].flat().reduce((sum, { bytes }) => sum + bytes.length, 0);
  };
  const isClosed = async (space: SpaceId): Promise<boolean> => {
    const leave = await logs.readLeave(space);
    return leave.type === "ok" && leave.value !== null;
  };
  const lastOf = async (space: SpaceId): Promise<number> => (await readAll(space)).at(-1)?.sequence ?? 0;

  return {
    ...logs,
    incarnation: () => incarnation,
    appendAt: async (space, entries) => {
      const before = await lastOf(space);
      const kept = await logs.append(space, entries);
      if (kept.type === "error") return kept;
      if (entries.some(({ entry }) => entry.kind !== ENTRY_KINDS.record)) {
        besideOf(space).snapshots.clear();
        besideOf(space).partial.clear();
      }
      const last = await lastOf(space);
      // The log numbers all spaces together: what was added now are the last ones of this space.
      const added = (await readAll(space)).filter(({ sequence }) => sequence > before);
      return ok({ after: (added[0]?.sequence ?? last + 1) - 1, last });
    },
    dropBodies: async (space, places) => {
      for (const place of places) besideOf(space).dropped.set(`${place.device}/${place.counter}`, place);
      return logs.dropBodies(space, places);
    },
    close: async (space, leave) => {
      besideBySpace.delete(space);
      return logs.close(space, leave);
    },
    load: async (space): Promise<Result<StoredMailbox | null, StoreFault>> => {
      const rows = await readAll(space);
      const heads = await logs.heads(space);
      if (heads.type === "error") return heads;
      const beside = besideOf(space);
      if (rows.length === 0 && beside.needs.size === 0) return ok(null);
      const statements: EntryWithId[] = [];
      const wanted: EntryRef[] = [];
      for (const { id, bytes, device, counter } of rows) {
        const entry = decodeEntry(bytes);
        if (entry.type === "error") continue;
        const { kind, body } = entry.value;
        if (kind === ENTRY_KINDS.members || kind === ENTRY_KINDS.drop) statements.push({ id, entry: entry.value });
        if (body === null && !beside.dropped.has(`${device}/${counter}`)) wanted.push({ device, counter });
      }
      return ok({
        last: rows.at(-1)?.sequence ?? 0,
        bytes: rows.reduce((sum, { bytes }) => sum + bytes.length, 0),
        snapshotBytes: bytesOfSnapshots(space),
        heads: heads.value,
        statements: statements.toSorted((one, other) => one.entry.counter - other.entry.counter),
        wanted,
        dropped: [...beside.dropped.values()],
        needs: [...beside.needs.values()],
        snapshots: [...beside.snapshots].map(([device, parts]) => nameOf(device, parts)),
      });
    },
    writeNeed: async (space, need) => {
      if (await isClosed(space)) return err({ type: "space-closed" });
      if (need.epochs.length === 0) besideOf(space).needs.delete(need.device);
      else besideOf(space).needs.set(need.device, need);
      return ok(null);
    },
    writeSnapshot: async (space, device, part, sequence) => {
      if (await isClosed(space)) return err({ type: "space-closed" });
      const { partial, snapshots } = besideOf(space);
      const isStale = (await readAll(space)).some(
        (row) => row.sequence > sequence && kindOf(row) !== ENTRY_KINDS.record,
      );
      if (isStale) return ok({ type: "stale", bytes: bytesOfSnapshots(space) });
      const version = String(part.version);
      const others = (partial.get(device) ?? []).filter(
        (known) => String(known.version) === version && known.part !== part.part && known.parts === part.parts,
      );
      const parts = [...others, part].toSorted((one, other) => one.part - other.part);
      partial.set(device, parts);
      if (parts.length < part.parts) return ok({ type: "partial", bytes: bytesOfSnapshots(space) });
      partial.delete(device);
      snapshots.set(device, parts);
      return ok({ type: "whole", bytes: bytesOfSnapshots(space) });
    },
    readSnapshot: async (space, device, part) => ok(besideOf(space).snapshots.get(device)?.[part] ?? null),
    touch: async () => ok(null),
    expire: async () => ok(0),
  };
};

const kindOf = ({ bytes }: StoredEntry): number | null => {
  const entry = decodeEntry(bytes);
  return entry.type === "ok" ? entry.value.kind : null;
};

const nameOf = (device: DeviceId, parts: readonly SnapshotPart[]): SnapshotName => ({
  device,
  version: parts[0]?.version ?? new Uint8Array(0),
  parts: parts.length,
});
