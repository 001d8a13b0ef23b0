/** Phones, a meeting place and a mailbox in memory, for the tests of this folder. */
import {
  err,
  millis,
  ok,
  parseEpochMs,
  parseRecordId,
  type Instant,
  type RecordId,
  type Result,
} from "@undivided/domain";
import {
  bytesToHex,
  concatBytes,
  derivationKeyFrom,
  hexToBytes,
  randomBytes,
  sha256,
  utf8ToBytes,
  type Stretch,
} from "../crypto/door.ts";
import type { SpaceId } from "../envelope/ids.ts";
import type { BlobStore } from "../log/blob-store.ts";
import type { LogStore } from "../log/log-store.ts";
import { createMemoryBlobStore } from "../log/memory-blob-store.ts";
import { createMemoryLogStore } from "../log/memory-log-store.ts";
import { parseInvitation } from "../pairing/invitation.ts";
import { createMemoryRendezvous } from "../pairing/memory-rendezvous.ts";
import { MEETING_MS, type Rendezvous } from "../pairing/rendezvous.ts";
import type { Replica } from "../space/replica.ts";
import { openDevice, type Device } from "./device.ts";
import type { DeviceDeps } from "./device-core.ts";
import type { OpenDevice } from "./open-device.ts";
import type { DeviceInvitation, DeviceWords, PairDeviceFault } from "./pair-device.ts";
import type { SyncOnce } from "./recover.ts";

export const RELAY = "https://relay.example.org";

export const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${result.error.type}`);
  return result.value;
};
export const faultOf = (result: { type: "ok" } | { type: "error"; error: { type: string } }): string =>
  result.type === "error" ? result.error.type : "no fault";

export const newId = (): RecordId => must(parseRecordId(bytesToHex(randomBytes(16))));

/** As good as Argon2id for a test, and quick. */
export const quickStretch: Stretch = async (pin, salt) =>
  must(derivationKeyFrom(await sha256(concatBytes(utf8ToBytes(pin), salt))));

export interface Storage {
  readonly logs: LogStore;
  readonly blobs: BlobStore;
}

export const createWorld = () => {
  let now = Date.parse("2026-11-20T18:00:00Z");
  const clock = () => millis(now);
  const wall = (): Instant => must(parseEpochMs(now));
  const rendezvous = createMemoryRendezvous(clock);
  /** What the relay keeps: entries by space, as they came. */
  const mailbox = new Map<SpaceId, Set<string>>();
  const devicesIn = new Map<SpaceId, Replica>();

  const pass = (ms: number): void => {
    now += ms;
    rendezvous.tick();
  };
  const newStorage = (): Storage => ({ logs: createMemoryLogStore(), blobs: createMemoryBlobStore() });
  const depsFor = (storage: Storage, at: Rendezvous = rendezvous): DeviceDeps => ({
    ...storage,
    wall,
    clock,
    stretch: quickStretch,
    rendezvousAt: () => at,
  });
  const open = async (storage: Storage, at?: Rendezvous): Promise<Device> =>
    must(await openDevice(depsFor(storage, at)));

  const syncReplica = async (replica: Replica): Promise<void> => {
    const kept = mailbox.get(replica.space) ?? new Set<string>();
    mailbox.set(replica.space, kept);
    if (replica.roster() !== null || replica.isClosed()) devicesIn.set(replica.space, replica);
    for (let round = 0; round < 2; round += 1) {
      const { missing } = replica.summary();
      for (const bytes of must(await replica.entriesFor({ heads: [], wanted: [], missing }, 1000))) {
        kept.add(bytesToHex(bytes));
      }
      must(await replica.receive([...kept].map((hex) => hexToBytes(hex) ?? new Uint8Array(0))));
    }
  };
  const sync = async (...devices: readonly OpenDevice[]): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      for (const device of devices) {
        for (const { space, entry } of must(await device.leaveEntries())) {
          mailbox.set(space, new Set([bytesToHex(entry)]));
        }
        const ours = device.ours();
        for (const replica of ours === null ? [device.mine] : [device.mine, ours]) await syncReplica(replica);
        must(await device.tend());
      }
    }
  };
  /** As a relay does: who is not in the space gets nothing of it. */
  const syncOnce: SyncOnce = async (replica, { device }) => {
    const known = devicesIn.get(replica.space)?.roster()?.devices.get(device);
    const isClosed = devicesIn.get(replica.space)?.isClosed() === true;
    if (!mailbox.has(replica.space) || (known === undefined && !isClosed)) return err({ type: "not-admitted" });
    if (known !== undefined && known.last !== null) return err({ type: "removed" });
    await syncReplica(replica);
    return ok(null);
  };
  return { pass, wall, clock, rendezvous, mailbox, newStorage, depsFor, open, sync, syncReplica, syncOnce };
};

export type World = ReturnType<typeof createWorld>;

export const openOf = (device: Device): OpenDevice => {
  const state = device.state();
  if (state.type !== "open") throw new Error(`the device is ${state.type}`);
  return state.device;
};

export interface Phone {
  readonly storage: Storage;
  readonly device: Device;
  readonly open: OpenDevice;
}

export const newPerson = async (world: World, storage = world.newStorage()): Promise<Phone> => {
  const device = await world.open(storage);
  return { storage, device, open: must(await device.createPerson(RELAY)) };
};

/** Both owners look at both screens, and confirm. */
export const pair = async (
  invited: Result<DeviceInvitation, { readonly type: string }>,
  accept: (text: string) => Promise<Result<DeviceWords, { readonly type: string }>>,
) => {
  const invitation = must(invited);
  const [host, guest] = await Promise.all([invitation.untilWords(), accept(invitation.text)]);
  const [hostWords, guestWords] = [must(host), must(guest)];
  if (hostWords.numbers.join() !== guestWords.numbers.join()) throw new Error("the words differ");
  return Promise.all([hostWords.confirm(), guestWords.confirm()]);
};

type Confirmed = { type: "ok"; value: { type: string } } | { type: "error"; error: { type: string } };

/**
 * How both sides ended. When the first has failed, the other waits in vain until the ten minutes are over: they are, then. No
 * timer: a slow machine must not make the ten minutes end early.
 */
export const bothOrOver = async (world: World, results: readonly Promise<Confirmed>[]): Promise<readonly string[]> => {
  const first = await Promise.race(results);
  if (first.type === "error" || first.value.type === "unsure") world.pass(MEETING_MS);
  return (await Promise.all(results)).map((result) => (result.type === "ok" ? result.value.type : result.error.type));
};

export const invitationOf = async (text: string) => must(await parseInvitation(text));

export const pairPartners = async (world: World, host: Phone, guest: Phone): Promise<void> => {
  const results = await pair(await host.open.invitePartner(), async (text) =>
    guest.open.acceptPartner(await invitationOf(text)),
  );
  for (const result of results) must(result satisfies Result<unknown, PairDeviceFault>);
  await world.sync(host.open, guest.open);
};

export const PIN = "2580";

/** A proof, after a lock was set if there was none. */
export const proofOf = async ({ open }: Phone) =>
  open.lock.ways() === null
    ? must(await open.lock.set({ pin: PIN, passkey: null }, null))
    : must(await open.lock.prove({ type: "pin", pin: PIN }));

export const addOwnDevice = async (world: World, phone: Phone): Promise<Phone> => {
  const storage = world.newStorage();
  const device = await world.open(storage);
  await pair(await phone.open.inviteOwnDevice(await proofOf(phone)), async (text) =>
    device.acceptOwnDevice(await invitationOf(text)),
  );
  const second = { storage, device, open: openOf(device) };
  await world.sync(phone.open, second.open);
  return second;
};

export const put = async (replica: Replica | null, text: string): Promise<void> => {
  if (replica === null) throw new Error("no space");
  must(await replica.write({ type: "put", id: newId(), text }));
};

export const textsIn = (replica: Replica | null): readonly string[] =>
  [...(replica?.state().own.values() ?? [])]
    .flatMap((record) => (record.type === "present" ? [record.last.text] : []))
    .sort();
