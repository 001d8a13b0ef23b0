/** Sentences for what the folder, the lock, pairing and recovery refuse. Each says what happened and, where there is one, the way on. */
import { formatInstant } from "@undivided/domain";
import type {
  DeviceFault,
  InvitationFault,
  NotProven,
  PairDeviceFault,
  ProofNeeded,
  RecoverFault,
  SetLockFault,
  UnlockFault,
  NotNew,
} from "@undivided/vault";
import { describeJournalFault } from "./fault-words.ts";
import type { FolderFault } from "./folder.ts";

export const describeFolderFault = (fault: FolderFault | { readonly type: "busy" }, folder: string): string => {
  switch (fault.type) {
    case "no-device":
      return `there is no device in ${folder}: "undivided device init --dir ${folder}" makes one.`;
    case "unwritable":
      return `${folder} can only be read, and a device needs to write there.`;
    case "not-a-folder":
      return `${folder} is no folder, or lies below a file.`;
    case "newer-store":
      return `${folder} was written by a newer version of this program; nothing was touched. Update this one.`;
    case "unreadable":
      return `the file of the device in ${folder} is damaged or no device's; nothing was touched. A backup, another device or the recovery code brings everything back, into another folder.`;
    case "full":
      return "the disk is full; nothing was written, and what was there before is whole.";
    case "busy":
      return `another call in ${folder} is changing its keys (a pairing that waits, for instance); nothing was done. Try again when it has ended. "undivided device leave" waits for nothing.`;
  }
};

interface NotAnAddress {
  readonly type: "not-an-address";
}

export const describeDeviceFault = (
  fault: DeviceFault | NotNew | NotAnAddress | { readonly type: "unreachable" },
): string => {
  switch (fault.type) {
    case "not-an-address":
      return "that is no web address of a relay.";
    case "damaged":
      return "the keys of this device are damaged. Another device or the recovery code brings everything back, into another folder.";
    case "newer-version":
      return "the keys of this device were written by a newer version of this program; nothing was touched. Update this one.";
    case "not-new":
      return "there is a device in this folder already.";
    case "changed-elsewhere":
      return "another call changed this device meanwhile; nothing was done. Try again.";
    default:
      return describeJournalFault(fault);
  }
};

export const describeUnlockFault = (fault: UnlockFault | DeviceFault): string => {
  switch (fault.type) {
    case "wrong":
      return "that does not open the lock.";
    case "must-wait":
      return `after wrong attempts the lock waits: ${Math.ceil(fault.ms / 1000)} s more, while a call is running.`;
    case "no-such-way":
      return "this lock cannot be opened that way.";
    case "cannot-stretch":
      return "there was not enough memory to try the PIN; it was not counted as wrong.";
    case "not-a-code":
      return "that is no recovery code: it has fourteen groups of four letters and digits.";
    case "mistyped":
      return "a letter of the recovery code is wrong, or two are swapped.";
    default:
      return describeDeviceFault(fault);
  }
};

export const describeProofFault = (fault: NotProven): string =>
  fault.type === "proof-needed"
    ? "the proof that its owner is here ran out; try again."
    : `this device was used without a lock, and got one only now: whoever had it in hand can have set that. What lasts (a further device, a recovery code, an export) waits until ${formatInstant(fault.until)}.`;

export const describeLockFault = (fault: SetLockFault | ProofNeeded): string => {
  switch (fault.type) {
    case "proof-needed":
      return describeProofFault(fault);
    case "too-short":
      return "a PIN has at least four letters or digits.";
    case "no-lock-given":
      return "neither a PIN nor a passphrase was given.";
    case "cannot-stretch":
      return "there was not enough memory to set the PIN; the lock is as it was.";
    default:
      return describeDeviceFault(fault);
  }
};

/** Half a sentence each: the call was wrong. */
export const describeInvitationFault = ({ type }: InvitationFault): string => {
  switch (type) {
    case "not-an-invitation":
      return "that is no link of an invitation, or a letter of it was lost on the way";
    case "newer-version":
      return "the invitation was made by a newer version of this program; update this one";
  }
};

export const describePairFault = (fault: PairDeviceFault | NotNew | NotProven): string => {
  switch (fault.type) {
    case "unreachable":
      return "the relay was not reached; pairing needs it.";
    case "expired":
      return "ten minutes are over, or the other side ended it. Invite again.";
    case "used":
      return "somebody else answered this invitation first. If that was neither of you, somebody has seen the link: invite again, and hand the link over another way.";
    case "tampered":
      return "something came that the other side did not send; nothing was given away. Invite again, best over another network.";
    case "declined":
      return "the other side said no: its words were others, or it did not want to. Nothing was paired. If the words differ again, somebody stands between you: use another network, or hand the link over another way.";
    case "left-meanwhile":
      return "another call in this folder left while this one waited; nothing is paired.";
    case "cancelled":
      return "ended on this device; nothing was paired.";
    case "other-purpose":
      return 'this invitation is for something else: one of "pair --own" is answered in a folder without a device, one of the other person in one with a device.';
    case "other-relay":
      return `the invitation names another relay than this device uses: ${fault.relay}. "--relay ${fault.relay}" changes to it.`;
    case "no-relay":
      return "this device knows no relay yet: name one with --relay.";
    case "already-paired":
      return 'this device is paired already; "undivided device leave" ends that.';
    case "proof-needed":
    case "lock-too-new":
      return describeProofFault(fault);
    default:
      return describeDeviceFault(fault);
  }
};

export const describeRecoverFault = (fault: RecoverFault | NotNew | NotAnAddress, folder: string): string => {
  switch (fault.type) {
    case "not-a-code":
    case "mistyped":
      return describeUnlockFault(fault);
    case "unreachable":
      return "the relay was not reached; the sealed records are there. Nothing was done; try again.";
    case "nothing-found":
      return "this relay has nothing that belongs to this code. Is it the right relay? If it lost its data, a device that is left pushes it again.";
    case "renewed":
      return "this code was good once and was replaced by a newer one.";
    case "not-new":
      return `there is a device in ${folder} already; recovery makes a new one in an empty folder.`;
    default:
      return describeDeviceFault(fault);
  }
};
