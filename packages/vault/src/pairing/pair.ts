/**
 * Pairing: the handshake over a rendezvous, up to a channel that only the two confirmed devices share.
 *
 * Each side shows the words and gives the channel to nobody before its own owner has confirmed them on its own screen: nothing
 * that arrives can confirm. What the channel carries is `device/pair-device.ts`'s concern.
 * **Privacy:** an invitation that is cancelled, declined or runs out is one and the same to the other side: nothing comes any more. Only a
 * no that somebody taps at the words is said, so that nobody waits for a yes; it gives no reason.
 */
import { err, ok, type Instant, type Result } from "@undivided/domain";
import {
  agreementPublicKeyOf,
  createAgreementKey,
  createSigningKey,
  destroySecret,
  type Bytes,
  type EpochKey,
} from "../crypto/door.ts";
import {
  agreeAsGuest,
  agreeAsHost,
  commitTo,
  createHostSecret,
  openHello,
  openMessage,
  openReveal,
  sealHello,
  sealMessage,
  sealReveal,
  type Agreed,
  type SafetyNumbers,
} from "./handshake.ts";
import { invitationToText, meetingSecretsOf, versionFor, type Invitation, type PairingPurpose } from "./invitation.ts";
import { MEETING_MS, type Meeting, type MeetingSide, type Rendezvous, type RendezvousFault } from "./rendezvous.ts";

export type PairingFault =
  | { readonly type: "unreachable" }
  /** Ten minutes are over; also: the other side ended it without a word. */
  | { readonly type: "expired" }
  /** The other side said no at the words, or could not go on: they may differ there. */
  | { readonly type: "declined" }
  /** Somebody else has answered this invitation. */
  | { readonly type: "used" }
  /** Something came that the other side did not seal, or not here. Nothing was given away. */
  | { readonly type: "tampered" }
  /** Ended on this device. */
  | { readonly type: "cancelled" };

export interface PairingDeps {
  readonly rendezvous: Rendezvous;
  readonly wall: () => Instant;
}

/** To the other device alone, once this device's owner has confirmed. */
export interface PairingChannel {
  readonly send: (content: Uint8Array) => Promise<Result<null, PairingFault>>;
  readonly receive: () => Promise<Result<Bytes, PairingFault>>;
  readonly close: () => void;
}

export interface WordsToCompare {
  readonly numbers: SafetyNumbers;
  /** For a tap of this device's own owner, who has seen or heard the same words from the other. Never called by what arrives. */
  readonly confirm: () => PairingChannel;
  /** The words differ, or the owner does not want to: says no to the other side, once. Resolves when it was said, or could not be. */
  readonly decline: () => Promise<null>;
  /** Ends it without a word. Nothing of this meeting can be used afterwards. */
  readonly cancel: () => void;
}

export interface HostedPairing {
  readonly invitation: Invitation;
  /** To show as it is, or inside `pairingLink`. */
  readonly text: string;
  /** Waits for a guest. */
  readonly untilWords: () => Promise<Result<WordsToCompare, PairingFault>>;
  readonly cancel: () => void;
}

/** Opens a meeting. It is good for one guest and for ten minutes. */
export const hostPairing = async (
  deps: PairingDeps,
  purpose: PairingPurpose,
  relay: string,
): Promise<Result<HostedPairing, PairingFault>> => {
  const secret = createHostSecret();
  const commitment = await commitTo(purpose, await agreementPublicKeyOf(secret.key), secret.opening);
  const invitation: Invitation = { version: versionFor(purpose), purpose, relay, commitment };
  const { meeting: id, linkKey } = await meetingSecretsOf(invitation);
  const opened = await openMeeting(deps, id, "host");
  if (opened.type === "error") return opened;
  const meeting = opened.value;
  const untilWords = async (): Promise<Result<WordsToCompare, PairingFault>> => {
    const hello = await meeting.receive();
    if (hello.type === "error") return hello;
    const guest = await openHello(linkKey, hello.value);
    if (guest.type === "error") return fail(meeting, guest.error);
    const revealed = await meeting.send(await sealReveal(linkKey, secret));
    if (revealed.type === "error") return revealed;
    const agreed = await agreeAsHost(invitation, secret, guest.value);
    destroySecret(secret.key);
    return agreed.type === "error" ? fail(meeting, agreed.error) : ok(toCompare(meeting, "host", agreed.value));
  };
  return ok({ invitation, text: await invitationToText(invitation), untilWords, cancel: meeting.close });
};

/** Answers an invitation. Show its purpose and ask before: this uses it up. */
export const joinPairing = async (
  deps: PairingDeps,
  invitation: Invitation,
): Promise<Result<WordsToCompare, PairingFault>> => {
  const { meeting: id, linkKey } = await meetingSecretsOf(invitation);
  const opened = await openMeeting(deps, id, "guest");
  if (opened.type === "error") return opened;
  const meeting = opened.value;
  const own = createAgreementKey();
  const sent = await meeting.send(await sealHello(linkKey, await agreementPublicKeyOf(own)));
  if (sent.type === "error") return sent;
  const reveal = await meeting.receive();
  if (reveal.type === "error") return reveal;
  const host = await openReveal(linkKey, invitation, reveal.value);
  if (host.type === "error") return fail(meeting, host.error);
  const agreed = await agreeAsGuest(invitation, own, host.value);
  destroySecret(own);
  return agreed.type === "error" ? fail(meeting, agreed.error) : ok(toCompare(meeting, "guest", agreed.value));
};

interface TimedMeeting {
  readonly send: (message: Uint8Array) => Promise<Result<null, PairingFault>>;
  readonly receive: () => Promise<Result<Bytes, PairingFault>>;
  readonly close: () => void;
}

/** A clock that is set right while two people pair may go back by that much. */
const CLOCK_SLACK_MS = 60_000;

/**
 * The meeting by this device's own clock too: a meeting place that keeps it open for longer gains nothing. A clock that jumps
 * ends it.
 */
const openMeeting = async (
  { rendezvous, wall }: PairingDeps,
  ...[id, side]: readonly [Parameters<Rendezvous["meet"]>[0], MeetingSide]
): Promise<Result<TimedMeeting, PairingFault>> => {
  const since = wall();
  const met = await rendezvous.meet(id, side, createSigningKey());
  if (met.type === "error") return err(faultOf(met.error));
  const meeting: Meeting = met.value;
  const isOver = (): boolean => wall() - since < -CLOCK_SLACK_MS || wall() - since >= MEETING_MS;
  const over = (): Result<never, PairingFault> => {
    meeting.close();
    return err({ type: "expired" });
  };
  return ok({
    send: async (message) => {
      if (isOver()) return over();
      const sent = await meeting.send(message);
      return sent.type === "error" ? err(faultOf(sent.error)) : sent;
    },
    receive: async () => {
      if (isOver()) return over();
      const received = await meeting.receive();
      if (received.type === "error") return err(faultOf(received.error));
      return isOver() ? over() : received;
    },
    close: meeting.close,
  });
};

const faultOf = (fault: RendezvousFault): PairingFault => {
  if (fault.type === "refused") return { type: "tampered" };
  return fault.type === "closed" ? { type: "cancelled" } : fault;
};

const fail = (meeting: TimedMeeting, fault: PairingFault): Result<never, PairingFault> => {
  meeting.close();
  return err(fault);
};

/** No message of a device begins so (docs/spec/pairing.md, "Channel"). */
const NO = Uint8Array.of(0);
const isNo = (content: Uint8Array): boolean => content.length === NO.length && content[0] === NO[0];

const toCompare = (
  meeting: TimedMeeting,
  side: MeetingSide,
  { numbers, hostKey, guestKey }: Agreed,
): WordsToCompare => {
  const [ownKey, otherKey] = side === "host" ? [hostKey, guestKey] : [guestKey, hostKey];
  const channel = createChannel(meeting, ownKey, otherKey);
  let declined: Promise<null> | null = null;
  const decline = async (): Promise<null> => {
    if (!channel.isOver()) await channel.send(NO);
    meeting.close();
    return null;
  };
  return {
    numbers,
    confirm: () => channel,
    decline: () => (declined ??= decline()),
    cancel: meeting.close,
  };
};

interface EndingChannel extends PairingChannel {
  /** Nothing can be said any more. */
  readonly isOver: () => boolean;
}

const createChannel = (meeting: TimedMeeting, ownKey: EpochKey, otherKey: EpochKey): EndingChannel => {
  let sent = 0;
  let received = 0;
  let isOver = false;
  let turn: Promise<unknown> = Promise.resolve();
  const noted = <T>(result: Result<T, PairingFault>): Result<T, PairingFault> => {
    isOver ||= result.type === "error";
    return result;
  };
  return {
    send: (content) => {
      const result = turn.then(async () => noted(await meeting.send(await sealMessage(ownKey, sent++, content))));
      turn = result.catch(() => undefined);
      return result;
    },
    receive: async () => {
      const message = noted(await meeting.receive());
      if (message.type === "error") return message;
      const content = noted(await openMessage(otherKey, received++, message.value));
      if (content.type === "error") return fail(meeting, content.error);
      return isNo(content.value) ? noted(fail(meeting, { type: "declined" })) : content;
    },
    close: () => {
      isOver = true;
      meeting.close();
    },
    isOver: () => isOver,
  };
};
