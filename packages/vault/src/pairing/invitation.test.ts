import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { base64UrlToBytes, bytesToBase64Url, concatBytes, sha256, utf8ToBytes } from "../crypto/door.ts";
import {
  invitationToText,
  meetingSecretsOf,
  pairingLink,
  parseInvitation,
  versionFor,
  type Invitation,
} from "./invitation.ts";
import { isRelayAddress } from "./relay-address.ts";

const RELAY = "https://relay.example.org";
const inviteTo = async (purpose: Invitation["purpose"] = "partner", relay = RELAY): Promise<Invitation> => ({
  version: versionFor(purpose),
  purpose,
  relay,
  commitment: await sha256(utf8ToBytes("a key")),
});
const faultOf = (result: { type: "ok" } | { type: "error"; error: { type: string } }): string =>
  result.type === "error" ? result.error.type : "no fault";

describe("an invitation", () => {
  test("reads back from its text, from a link, and with the line breaks of a message in it", async () => {
    const invitation = await inviteTo("own-device");
    const text = await invitationToText(invitation);
    const link = pairingLink("https://app.example.org/", text);
    expect(link).toBe(`https://app.example.org/pair#${text}`);
    for (const written of [text, link, ` ${text.slice(0, 40)}\n${text.slice(40)}\n`]) {
      expect(await parseInvitation(written)).toEqual({ type: "ok", value: invitation });
    }
  });

  test("keeps everything behind the #, which no browser sends to a server", async () => {
    const link = pairingLink("https://app.example.org", await invitationToText(await inviteTo()));
    expect(new URL(link).pathname + new URL(link).search).toBe("/pair");
  });

  test("is refused with any letter changed, left out or added", async () => {
    const text = await invitationToText(await inviteTo());
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === "A" ? "B" : "A";
      for (const wrong of [text.slice(0, at) + other + text.slice(at + 1), text.slice(0, at) + text.slice(at + 1)]) {
        expect(faultOf(await parseInvitation(wrong)), `at ${at}`).toBe("not-an-invitation");
      }
    }
    expect(faultOf(await parseInvitation(`${text}A`))).toBe("not-an-invitation");
  });

  test("of a newer version, or for a purpose that this one does not know, says so", async () => {
    const bytes = base64UrlToBytes(await invitationToText(await inviteTo()));
    const alter = async (at: number, value: number): Promise<string> => {
      const payload = bytes.map((byte, index) => (index === at ? value : byte)).subarray(0, bytes.length - 4);
      const check = await sha256(concatBytes(utf8ToBytes("undivided/1/invitation"), payload));
      return bytesToBase64Url(concatBytes(payload, check.subarray(0, 4)));
    };
    expect(faultOf(await parseInvitation(await alter(0, 3)))).toBe("newer-version");
    expect(faultOf(await parseInvitation(await alter(1, 3)))).toBe("newer-version");
    expect(faultOf(await parseInvitation(await alter(0, 0)))).toBe("not-an-invitation");
  });

  test("of an app that knew one version only is read as what it is", async () => {
    const old: Invitation = { ...(await inviteTo("own-device")), version: 1 };
    expect(await parseInvitation(await invitationToText(old))).toEqual({ type: "ok", value: old });
    expect([versionFor("partner"), versionFor("own-device")]).toEqual([1, 2]);
  });

  test("leads to another meeting, with another key, for each part of it that differs", async () => {
    const meetings = await Promise.all(
      [await inviteTo(), await inviteTo("own-device"), await inviteTo("partner", "https://other.example.org")].map(
        async (invitation) => (await meetingSecretsOf(invitation)).meeting,
      ),
    );
    expect(new Set(meetings).size).toBe(3);
  });

  test("reads any text without throwing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String(), fc.webUrl({ withFragments: true })), async (text) => {
        expect(faultOf(await parseInvitation(text))).toBe("not-an-invitation");
      }),
      { numRuns: 300 },
    );
  });

  test("names a plain web address as its relay and nothing else", () => {
    expect(isRelayAddress("http://localhost:8080")).toBe(true);
    expect(isRelayAddress("https://relay.example.org/undivided")).toBe(true);
    for (const wrong of [
      "",
      "ftp://a",
      "https://",
      "javascript:alert(1)",
      "https://a b",
      "https://a#b",
      "https://u@evil",
      "https://a\u202eb",
      `https://${"a".repeat(200)}`,
    ]) {
      expect(isRelayAddress(wrong), wrong).toBe(false);
    }
  });

  test("writes and reads base64url of any bytes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        (bytes) => [...base64UrlToBytes(bytesToBase64Url(bytes))].join() === [...bytes].join(),
      ),
    );
  });
});
