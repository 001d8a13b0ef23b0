/** `undivided device pair`: invites the other person, or a second device of one's own. */
import { pairingLink } from "@undivided/vault";
import { wrongCall } from "../../read-options.ts";
import { type Io, writeJson, writeLine } from "../../verbs/verb.ts";
import { compareWords, isWordLanguage, WORD_LANGUAGES } from "../compare-words.ts";
import type { DeviceAction, DeviceCall } from "../device-action.ts";
import { describePairFault } from "../device-words.ts";
import { heedLeaving } from "../heed-leaving.ts";
import { failWith } from "../open-vault.ts";
import { withSession, type Session } from "../session.ts";
import { proveOwner } from "../unlock-device.ts";

const usage = `undivided device pair [--own] [--confirm] [--words en|es] --dir DIR [--relay URL]

Invites the other person: prints a link that is good once and for ten minutes, waits until it is answered, prints four words,
and pairs once both sides have confirmed that they show the same ones. Give the link to nobody else, and compare the words
by eye or by voice, never by what carried the link.

Undivided is made for two people who both want it. Where one of them fears the other's reaction, it should not be used
together; everything works alone.

  --own      a second device of my own, that may read and write everything of mine. Asks for the lock again; without a lock,
             the secret that is given becomes one
  --confirm  the words have been compared, or nobody stands between: does not ask. Else the word "yes" is read from
             standard input
  --words    the language of the words (default en); the same place in each list is the same thing

Lines of JSON: {"link":"…"}, then {"words":["…","…","…","…"]}, then {"paired":"partner"} or {"paired":"own-device"}.`;

const run: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  if (given.words[0] !== undefined) return wrongCall(`"${given.words[0]}" is one word too many`);
  const language = given.text("words") ?? "en";
  if (!isWordLanguage(language))
    return wrongCall(`--words is "${language}", and there is ${WORD_LANGUAGES.join(", ")}`);
  if (given.flag("offline")) return wrongCall("pairing needs the relay: --offline does not go with it");
  return withSession(call, io, { inStep: "both", alone: true }, async (session) => {
    const invited = await invite(session, call, io);
    if (invited.type === "wrong") return invited;
    if (invited.type === "failed") return invited.code;
    const { invitation } = invited;
    io.signal.addEventListener("abort", invitation.cancel, { once: true });
    const origin = session.device.relay() ?? "";
    await writeJson(io.stdout, { link: pairingLink(origin, invitation.text) });
    await writeLine(io.stderr, "the link is good once and for ten minutes; waiting for an answer");
    return heedLeaving(session.device, async () => {
      const words = await invitation.untilWords();
      if (words.type === "error") return failWith(io, call, describePairFault(words.error));
      return compareWords(call, io, words.value, invitation.purpose, language);
    });
  });
};

const invite = async (session: Session, call: DeviceCall, io: Io) => {
  const { device } = session;
  const failed = async (words: string) => ({ type: "failed", code: await failWith(io, call, words) }) as const;
  if (!call.given.flag("own")) {
    const invited = await device.invitePartner();
    if (invited.type === "error") return failed(describePairFault(invited.error));
    return { type: "invited", invitation: invited.value } as const;
  }
  const owner = await proveOwner(session, io, call);
  if (owner.type !== "proof") return owner;
  const invited = await device.inviteOwnDevice(owner.proof);
  if (invited.type === "error") return failed(describePairFault(invited.error));
  return { type: "invited", invitation: invited.value } as const;
};

export const pairAction: DeviceAction = {
  name: "pair",
  summary: "invite the other person, or with --own a second device of mine",
  usage,
  options: { own: "flag", confirm: "flag", words: "text" },
  run,
};
