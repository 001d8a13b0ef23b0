/** Devices of two people in a test: a store in memory, keys, a replica, and a sync over a real WebSocket or another transport. */
import { parseEpochMs, parseRecordId, type RecordId } from "@undivided/domain";
import {
  ANSWER_MS,
  PING_MS,
  bytesToHex,
  createDeviceKeys,
  createMemberId,
  createMemoryLogStore,
  createSync,
  createWebSocketTransport,
  deviceCardOf,
  foundSpace,
  openReplica,
  randomBytes,
  relaySocketUrl,
  type DeviceKeys,
  type LogStore,
  type MemberId,
  type Replica,
  type Sync,
  type Timer,
  type Transport,
} from "@undivided/vault";

export const must = <T>(result: { type: "ok"; value: T } | { type: "error"; error: { type: string } }): T => {
  if (result.type === "error") throw new Error(`unexpected ${JSON.stringify(result.error)}`);
  return result.value;
};

export const timer: Timer = (ms, run) => {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
};

export const socketTo = (address: string): Transport => {
  const url = relaySocketUrl(address);
  if (url === undefined) throw new Error("no address of a relay");
  return createWebSocketTransport(url, (to, protocols) => new WebSocket(to, protocols));
};

export interface Phone {
  readonly store: LogStore;
  readonly keys: DeviceKeys;
  readonly replica: Replica;
  readonly sync: Sync;
}

export interface PhoneOptions {
  readonly by?: Phone;
  readonly member?: MemberId;
  /** How many years its clock is wrong. */
  readonly years?: number;
}

/** Waits between attempts are a fiftieth of what they are for people. */
const fastTimer: Timer = (ms, run) => timer(ms === ANSWER_MS || ms === PING_MS ? ms : ms / 50, run);

export const createPhone = async (transport: Transport, options: PhoneOptions = {}): Promise<Phone> => {
  const { by, member = createMemberId(), years = 0 } = options;
  const wall = () => must(parseEpochMs(Date.parse("2026-11-20T18:00:00Z") + years * 365 * 86_400_000));
  const deps = { store: createMemoryLogStore(), keys: createDeviceKeys(member), wall };
  if (by !== undefined) must(await by.replica.admit(await deviceCardOf(deps.keys)));
  const replica = must(by === undefined ? await foundSpace(deps, 2) : await openReplica(deps, by.replica.space));
  const spaces = [{ replica, keys: deps.keys }];
  return { ...deps, replica, sync: createSync({ spaces, transport, timer: fastTimer, random: Math.random }) };
};

export const newRecordId = (): RecordId => must(parseRecordId(bytesToHex(randomBytes(16))));

export const write = async ({ replica }: Pick<Phone, "replica">, text = "x"): Promise<RecordId> => {
  const id = newRecordId();
  must(await replica.write({ type: "put", id, text }));
  return id;
};

export const ownIds = ({ replica }: Pick<Phone, "replica">): readonly RecordId[] =>
  [...replica.state().own.values()].map(({ id }) => id).sort();

export const outcomesOf = async (sync: Sync): Promise<readonly string[]> => {
  const report = await sync.syncOnce();
  return report.type === "error" ? [report.error.type] : report.value.spaces.map(({ outcome }) => outcome.type);
};

/** Two devices of two people, both in the space and in step with the relay. */
export const createPair = async (transport: Transport): Promise<readonly [Phone, Phone]> => {
  const one = await createPhone(transport);
  const other = await createPhone(transport, { by: one });
  for (const { sync } of [one, other]) must(await sync.syncOnce());
  return [one, other];
};
