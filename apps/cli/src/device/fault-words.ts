/** Sentences for what the journal and the vault refuse. Each says what happened and, where there is one, the way on. */
import type { DecodeError, Path } from "@undivided/domain";
import type { JournalFault } from "@undivided/journal";

/** "at answers.ownStress"; nothing for the whole. */
export const placeOf = (path: Path): string => (path.length === 0 ? "" : ` at ${path.join(".")}`);

export const describeDecodeError = ({ type, path }: DecodeError): string => `${type}${placeOf(path)}`;

export const describeJournalFault = (fault: JournalFault): string => {
  switch (fault.type) {
    case "conflict":
      return "other programs write into this folder so fast that this one found no gap; nothing was written. Try again.";
    case "storage-full":
      return "the disk is full; nothing was written, and what was there before is whole.";
    case "read-only":
      return "the folder can only be read; nothing was written.";
    case "storage-failed":
      return "the disk or the file failed; nothing was written.";
    case "space-closed":
    case "not-paired":
      return "this device is not paired, or the pairing ended.";
    case "too-long":
      return "it is longer than one record may be.";
    case "not-a-member":
      return "this device was removed and can write no more; what it holds can still be read and exported.";
    case "not-allowed":
      return "that is not this device's to do.";
    case "unusable-key":
      return "a device of this space has a key that cannot be used; nothing was written.";
    case "unwritable-change":
      return "it cannot be written as one change.";
    case "forked":
      return "this folder is an older copy of itself: what it wrote since is elsewhere. Nothing was written; make this device anew.";
    case "not-found":
      return "there is no such record.";
    case "not-yours":
      return "only its owner changes a record.";
    case "invalid-record":
      return `it would not be a whole record: ${describeDecodeError(fault.error)}.`;
    case "never-shared":
      return "this kind never leaves its owner's devices in that form; docs/spec/records.md has the table.";
    case "not-a-length":
      return "a length is whole days, at least one.";
    case "not-whole-weeks":
      return "a report about both is over 4 to 26 whole weeks that are over.";
    case "overlaps-another":
      return "some of these weeks were in another report about both; the difference of the two would tell of single weeks.";
    case "already-there":
      return "the same was proposed already, or both have it.";
    case "already-running":
      return "a time together is going on already.";
    case "not-running":
      return "no time together is going on.";
    case "unreachable":
      return "a file of this program is missing; nothing was written.";
    case "words-changed":
      return "the words have changed since they were read; nothing was signed.";
    case "enough-waiting":
      return "enough waits for the other's answer already; nothing was sent.";
    case "nothing-there":
      return "there is nothing there.";
  }
};
