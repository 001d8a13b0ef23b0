/** `undivided device accept`: answers an invitation of the other person, or of another device of one's own. */
import { parseInvitation, type Invitation } from "@undivided/vault";
import { wrongCall } from "../../read-options.ts";
import { exitCodes, type Io } from "../../verbs/verb.ts";
import { compareWords, isWordLanguage, WORD_LANGUAGES, type WordLanguage } from "../compare-words.ts";
import type { DeviceAction, DeviceCall } from "../device-action.ts";
import { describeInvitationFault, describePairFault } from "../device-words.ts";
import { heedLeaving } from "../heed-leaving.ts";
import { failWith, withVault, type Ending } from "../open-vault.ts";
import { bringNewInStep, withSession } from "../session.ts";
import { lockNewDevice, readFirstPin } from "../unlock-device.ts";

const usage = `undivided device accept LINK [--confirm] [--words en|es] --dir DIR [--relay URL]

Answers an invitation: prints four words, and pairs once both sides have confirmed that they show the same ones. A link of
"undivided device pair" pairs with the other person; DIR must hold a device. A link of "undivided device pair --own" makes a
further device of the person who made it; DIR must hold none yet. Answering uses the link up.

  --confirm  the words have been compared: does not ask. Else the word "yes" is read from standard input
  --words    the language of the words (default en)
  --secret-file FILE, or UNDIVIDED_SECRET, is the lock of a device that is made

Lines of JSON: {"words":["…","…","…","…"]}, then {"paired":"partner"} or {"paired":"own-device"}.`;

const run: DeviceAction["run"] = async (call, io) => {
  const { given } = call;
  const [link, surplus] = given.words;
  if (link === undefined) return wrongCall("the link is missing");
  if (surplus !== undefined) return wrongCall(`"${surplus}" is one word too many`);
  const language = given.text("words") ?? "en";
  if (!isWordLanguage(language))
    return wrongCall(`--words is "${language}", and there is ${WORD_LANGUAGES.join(", ")}`);
  if (given.flag("offline")) return wrongCall("pairing needs the relay: --offline does not go with it");
  const invitation = await parseInvitation(link);
  if (invitation.type === "error") {
    const words = describeInvitationFault(invitation.error);
    return invitation.error.type === "newer-version" ? failWith(io, call, `${words}.`) : wrongCall(words);
  }
  const how = { invitation: invitation.value, language };
  return invitation.value.purpose === "partner" ? acceptPartner(call, io, how) : acceptOwn(call, io, how);
};

interface How {
  readonly invitation: Invitation;
  readonly language: WordLanguage;
}

const acceptPartner = (call: DeviceCall, io: Io, { invitation, language }: How): Ending =>
  withSession(call, io, { inStep: "after", alone: true }, async ({ device, link }) => {
    const words = await device.acceptPartner(invitation);
    if (words.type === "error") return failWith(io, call, describePairFault(words.error));
    io.signal.addEventListener("abort", words.value.cancel, { once: true });
    const code = await heedLeaving(device, () => compareWords(call, io, words.value, "partner", language));
    if (code === exitCodes.done) await bringNewInStep(device, link);
    return code;
  });

const acceptOwn = async (call: DeviceCall, io: Io, { invitation, language }: How): Ending => {
  const first = await readFirstPin(io, call);
  if (first.type === "wrong") return first;
  if (first.type === "failed") return first.code;
  return withVault(call, io, { make: true, alone: true }, async ({ vault, link }) => {
    const words = await vault.acceptOwnDevice(invitation);
    if (words.type === "error") return failWith(io, call, describePairFault(words.error));
    io.signal.addEventListener("abort", words.value.cancel, { once: true });
    const code = await compareWords(call, io, words.value, "own-device", language);
    const state = vault.state();
    if (code !== exitCodes.done || state.type !== "open") return code;
    const { device } = state;
    const locked = await lockNewDevice(device, first.pin);
    if (locked !== null) return failWith(io, call, locked);
    await bringNewInStep(device, link);
    return code;
  });
};

export const acceptAction: DeviceAction = {
  name: "accept",
  summary: "answer an invitation",
  usage,
  options: { confirm: "flag", words: "text" },
  run,
};
