import { describe, expect, test } from "vitest";
import { stretchPassphrase } from "../crypto/argon2id.ts";
import { bytesToHex, randomBytes, revealSecret, utf8ToBytes, type Bytes } from "../crypto/door.ts";
import { blobName } from "../log/blob-store.ts";
import { openDevice } from "./device.ts";
import {
  createWorld,
  faultOf,
  must,
  newPerson,
  openOf,
  PIN,
  proofOf,
  put,
  textsIn,
  type Phone,
  type World,
} from "./device-world.contract.ts";
import { createPrfSalt, NEW_LOCK_MS } from "./device-lock.ts";
import { requireProof } from "./open-device.ts";
import { PROOF_MS } from "./proof.ts";

const RING = blobName("device/key-ring");

const ringBytes = async ({ storage }: Phone): Promise<Bytes> =>
  must(await storage.blobs.read(RING)) ?? new Uint8Array(0);

const locked = async (world: World): Promise<Phone> => {
  const phone = await newPerson(world);
  await put(phone.open.mine, "kept");
  await proofOf(phone);
  return phone;
};

describe("a lock", () => {
  test("closes the device to whoever opens it anew, until the PIN is given, however it is typed", async () => {
    const world = createWorld();
    const phone = await locked(world);
    const again = await world.open(phone.storage);
    expect(again.state()).toEqual({ type: "locked", ways: { pin: true, passkey: null, recovery: false } });
    expect(faultOf(await again.unlock({ type: "pin", pin: "2581" }))).toBe("wrong");
    expect(faultOf(await again.unlock({ type: "pin", pin: "25" }))).toBe("wrong");
    expect(faultOf(await again.unlock({ type: "recovery", code: "" }))).toBe("no-such-way");
    expect(textsIn(must(await again.unlock({ type: "pin", pin: " ２٥8٠ " })).mine)).toEqual(["kept"]);
    again.lock();
    expect(again.state().type).toBe("locked");
  });

  test("makes whoever guesses wait longer and longer, also after starting again", async () => {
    const world = createWorld();
    const phone = await locked(world);
    for (let guess = 1; guess <= 5; guess += 1) {
      const again = await world.open(phone.storage);
      expect(faultOf(await again.unlock({ type: "pin", pin: `000${guess}` }))).toBe("wrong");
    }
    const again = await world.open(phone.storage);
    expect(await again.unlock({ type: "pin", pin: PIN })).toEqual({
      type: "error",
      error: { type: "must-wait", ms: 30_000 },
    });
    expect(must(await again.waitMs())).toBe(30_000);
    world.pass(30_000);
    expect(faultOf(await again.unlock({ type: "pin", pin: PIN }))).toBe("no fault");
    expect(must(await again.waitMs())).toBe(0);
  });

  test("opens by passkey, and not by what another passkey or another salt gives", async () => {
    const world = createWorld();
    const phone = await newPerson(world);
    const passkey = { credential: randomBytes(64), salt: createPrfSalt(), output: randomBytes(32) };
    must(await phone.open.lock.set({ pin: null, passkey }, null));
    const again = await world.open(phone.storage);
    const state = again.state();
    expect(state.type === "locked" && state.ways).toEqual({
      pin: false,
      passkey: { credential: passkey.credential, salt: passkey.salt },
      recovery: false,
    });
    expect(faultOf(await again.unlock({ type: "passkey", output: randomBytes(32) }))).toBe("wrong");
    expect(faultOf(await again.unlock({ type: "passkey", output: passkey.output.subarray(1) }))).toBe("wrong");
    expect(faultOf(await again.unlock({ type: "passkey", output: passkey.output }))).toBe("no fault");
  });

  test("opens by the recovery code, and by the one that counts now only", async () => {
    const world = createWorld();
    const phone = await locked(world);
    const old = must(await phone.open.renewRecoveryCode(await proofOf(phone)));
    expect(openOf(phone.device).lock.ways()?.recovery).toBe(true);
    const now = must(await phone.open.renewRecoveryCode(await proofOf(phone)));
    const again = await world.open(phone.storage);
    expect(faultOf(await again.unlock({ type: "recovery", code: old }))).toBe("wrong");
    expect(
      faultOf(await again.unlock({ type: "recovery", code: now.replace(/.$/, (end) => (end === "0" ? "1" : "0")) })),
    ).toBe("mistyped");
    const open = must(await again.unlock({ type: "recovery", code: now.toLowerCase() }));
    // A new PIN in place of the forgotten one.
    const proof = must(await open.lock.prove({ type: "recovery", code: now }));
    must(await open.lock.set({ pin: "new pin", passkey: null }, proof));
    const last = await world.open(phone.storage);
    expect(faultOf(await last.unlock({ type: "pin", pin: PIN }))).toBe("wrong");
    expect(faultOf(await last.unlock({ type: "pin", pin: "new pin" }))).toBe("no fault");
    expect(openOf(last).lock.ways()?.recovery).toBe(true);
  });

  test("that was changed makes an old copy's way useless for the ring as it is now", async () => {
    const world = createWorld();
    const phone = await locked(world);
    const copied = await ringBytes(phone);
    must(await phone.open.lock.set({ pin: "another pin", passkey: null }, await proofOf(phone)));
    const now = await ringBytes(phone);
    // The old ways in front of the new ring, as a thief who knows the old PIN would put them together: version, number of ways,
    // then kind, salt, cost and sealed key.
    const sealedFrom = 1 + 2 + 1 + 16 + 9 + 60;
    const mixed = new Uint8Array([...copied.subarray(0, sealedFrom), ...now.subarray(sealedFrom)]);
    must(await phone.storage.blobs.write(RING, mixed));
    expect(faultOf(await (await world.open(phone.storage)).unlock({ type: "pin", pin: PIN }))).toBe("damaged");
  });

  test("can be taken away again, with a proof", async () => {
    const world = createWorld();
    const phone = await locked(world);
    must(await phone.open.lock.remove(await proofOf(phone)));
    expect((await world.open(phone.storage)).state().type).toBe("open");
  });

  test("is refused if it is too short, empty, or not what a passkey gives", async () => {
    const { open } = await newPerson(createWorld());
    expect(faultOf(await open.lock.set({ pin: "123", passkey: null }, null))).toBe("too-short");
    expect(faultOf(await open.lock.set({ pin: null, passkey: null }, null))).toBe("no-lock-given");
    const passkey = { credential: randomBytes(16), salt: createPrfSalt(), output: randomBytes(31) };
    expect(faultOf(await open.lock.set({ pin: null, passkey }, null))).toBe("no-lock-given");
    expect(open.lock.ways()).toBeNull();
  });

  test("stays as it was when Argon2id cannot be loaded", async () => {
    const world = createWorld();
    const phone = await locked(world);
    const stretch = () => Promise.reject(new Error("no memory"));
    const device = must(await openDevice({ ...world.depsFor(phone.storage), stretch }));
    expect(faultOf(await device.unlock({ type: "pin", pin: PIN }))).toBe("cannot-stretch");
    expect(faultOf(await (await world.open(phone.storage)).unlock({ type: "pin", pin: PIN }))).toBe("no fault");
  });

  test("works with the real Argon2id", async () => {
    const world = createWorld();
    const storage = world.newStorage();
    // The same function at a cost that a test can pay.
    const cost = { passes: 1, memoryKiB: 64, lanes: 1 };
    const deps = {
      ...world.depsFor(storage),
      stretch: (pin: string, salt: Uint8Array) => stretchPassphrase(pin, salt, cost),
    };
    const open = must(await must(await openDevice(deps)).createPerson(null));
    must(await open.lock.set({ pin: PIN, passkey: null }, null));
    const again = must(await openDevice(deps));
    expect(faultOf(await again.unlock({ type: "pin", pin: "9999" }))).toBe("wrong");
    expect(faultOf(await again.unlock({ type: "pin", pin: PIN }))).toBe("no fault");
  });
});

describe("an unlocked phone in another's hand", () => {
  test("adds no device, shows no recovery code and changes no lock without the lock being opened again", async () => {
    const world = createWorld();
    const phone = await locked(world);
    const stale = await proofOf(phone);
    world.pass(PROOF_MS);
    expect(faultOf(await phone.open.inviteOwnDevice(stale))).toBe("proof-needed");
    expect(faultOf(await phone.open.renewRecoveryCode(stale))).toBe("proof-needed");
    expect(faultOf(await phone.open.lock.set({ pin: "mine now", passkey: null }, stale))).toBe("proof-needed");
    expect(faultOf(await phone.open.lock.set({ pin: "mine now", passkey: null }, null))).toBe("proof-needed");
    expect(faultOf(await phone.open.lock.remove(stale))).toBe("proof-needed");
    // A proof of another device, also of one whose PIN the other knows.
    const other = await proofOf(await locked(world));
    expect(faultOf(await phone.open.inviteOwnDevice(other))).toBe("proof-needed");
    expect(faultOf(await phone.open.lock.prove({ type: "pin", pin: "0000" }))).toBe("wrong");
    expect(faultOf(await phone.open.inviteOwnDevice(await proofOf(phone)))).toBe("no fault");
  });

  test("sets a lock on a device that was used without one, and for a day takes nothing along by it", async () => {
    const world = createWorld();
    const phone = await newPerson(world);
    world.pass(10 * NEW_LOCK_MS);
    expect(phone.open.lock.waitsWhenSet()).toBe(true);
    const proof = await proofOf(phone);
    const { lock } = phone.open;
    // Every own device hears of it.
    expect(phone.open.devices()).toMatchObject([{ isThis: true, locked: world.wall() }]);
    expect(lock.newUntil()).toBe(world.wall() + NEW_LOCK_MS);
    expect(faultOf(requireProof(phone.open, proof))).toBe("lock-too-new");
    expect(faultOf(await phone.open.inviteOwnDevice(proof))).toBe("lock-too-new");
    expect(faultOf(await phone.open.renewRecoveryCode(proof))).toBe("lock-too-new");
    // Nor by another PIN in its place, by taking it off and setting it anew, or by a new start.
    const changed = must(await lock.set({ pin: "mine now", passkey: null }, proof));
    expect(faultOf(requireProof(phone.open, changed))).toBe("lock-too-new");
    world.pass(NEW_LOCK_MS / 2);
    must(await lock.remove(must(await lock.prove({ type: "pin", pin: "mine now" }))));
    expect(lock.newUntil()).toBeNull();
    must(await lock.set({ pin: PIN, passkey: null }, null));
    world.pass(NEW_LOCK_MS - 1);
    const again = must(await (await world.open(phone.storage)).unlock({ type: "pin", pin: PIN }));
    const late = must(await again.lock.prove({ type: "pin", pin: PIN }));
    expect(faultOf(requireProof(again, late))).toBe("lock-too-new");
    world.pass(1);
    expect(faultOf(requireProof(again, late))).toBe("no fault");
    expect(faultOf(await again.renewRecoveryCode(late))).toBe("no fault");
  });

  test("does not hold up whoever sets a lock on the day on which the device became theirs, or changes an old one", async () => {
    const world = createWorld();
    const phone = await newPerson(world);
    world.pass(NEW_LOCK_MS - 1);
    expect(phone.open.lock.waitsWhenSet()).toBe(false);
    expect(faultOf(requireProof(phone.open, await proofOf(phone)))).toBe("no fault");
    world.pass(30 * NEW_LOCK_MS);
    const changed = must(await phone.open.lock.set({ pin: "another pin", passkey: null }, await proofOf(phone)));
    expect(faultOf(requireProof(phone.open, changed))).toBe("no fault");
  });

  test("gives no proof where there is no lock", async () => {
    const { open } = await newPerson(createWorld());
    expect(faultOf(await open.lock.prove({ type: "pin", pin: PIN }))).toBe("no-such-way");
  });
});

test("at rest, with a lock, there is nothing but sealed bytes: no key and no text", async () => {
  const world = createWorld();
  const phone = await newPerson(world);
  await put(phone.open.mine, "kanarienvogel");
  const proof = await proofOf(phone);
  const code = must(await phone.open.renewRecoveryCode(proof));
  const keys = phone.open.keysIn(phone.open.mine.space);
  if (keys === undefined) throw new Error("no keys");
  const secrets = [keys.signing, keys.unwrapping].map((key) => bytesToHex(revealSecret(key)));
  const texts = ["kanarienvogel", PIN, code, code.replaceAll("-", ""), phone.open.relay() ?? ""].map((text) =>
    bytesToHex(utf8ToBytes(text)),
  );
  const entries = must(await phone.storage.logs.read(phone.open.mine.space, 0, 1000));
  const stored = [...entries.map(({ bytes }) => bytes), await ringBytes(phone)].map(bytesToHex).join(" ");
  expect(entries.length).toBeGreaterThan(2);
  for (const secret of [...secrets, ...texts, phone.open.person]) expect(stored.includes(secret), secret).toBe(false);
});
