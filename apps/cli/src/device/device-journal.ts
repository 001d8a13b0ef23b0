/** The journal over an open device: the same composition as on a phone, with the clock of this machine. */
import { err, ok, parseRecordId, type RecordId } from "@undivided/domain";
import { openJournal, type Journal, type JournalSpace } from "@undivided/journal";
import { bytesToHex, EMPTY_STATE, randomBytes, type OpenDevice } from "@undivided/vault";
import { instantOf, localOffset } from "./local-clock.ts";

const ID_BYTES = 16;

const randomId = (): RecordId => {
  const id = parseRecordId(bytesToHex(randomBytes(ID_BYTES)));
  if (id.type === "error") throw new Error("16 bytes name a record");
  return id.value;
};

/** After a pairing ended the device has no replica of it any more; the journal is told that there was one. */
const createEndedSpace = (device: OpenDevice): JournalSpace => ({
  space: device.mine.space,
  state: () => EMPTY_STATE,
  write: async () => err({ type: "space-closed" }),
  isClosed: () => true,
  subscribe: () => () => undefined,
  refresh: async () => ok(null),
});

export const openDeviceJournal = (device: OpenDevice, now: () => number): Promise<Journal> => {
  const own = device.keysIn(device.mine.space);
  if (own === undefined) throw new Error("an open device has keys of its own");
  const ended = { replica: createEndedSpace(device), member: own.member };
  return openJournal({
    mine: device.mine,
    ours: () => {
      const couple = device.couple();
      if (couple.type !== "paired") return couple.type === "ended" ? ended : null;
      const keys = device.keysIn(couple.replica.space);
      return keys === undefined ? null : { replica: couple.replica, member: keys.member };
    },
    person: device.person,
    device: own.device,
    wall: () => instantOf(now),
    utcOffset: localOffset,
    randomId,
    leave: async () => {
      const left = await device.leave();
      if (left.type === "ok") return left;
      const { error } = left;
      switch (error.type) {
        case "damaged":
        case "newer-version":
        case "changed-elsewhere":
          // The space is closed; only the ring could not be read or written again.
          return err({ type: "storage-failed" });
        default:
          return err(error);
      }
    },
  });
};
