/**
 * The proof that the relay is not the only copy, over real processes: two people and a second device of one of them keep records
 * through a relay; the relay is killed with SIGKILL and its data deleted; a new one is started in its place; and everything is on
 * every device and at the relay again.
 *
 * That the relay has it all is proved by a device that is made out of nothing but the relay and a recovery code.
 */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startRelay, type RelayProcess } from "../relay/relay-process.ts";
import { linesOf, pairFolders, type CallOptions } from "./device-process.ts";

export interface ProofOptions {
  /** Records that each device writes before the relay is lost. */
  readonly records: number;
  readonly say: (line: string) => void;
}

/** What must be true at the end; all of it, or the proof failed. */
export interface Finding {
  readonly what: string;
  readonly holds: boolean;
}

type Line = Record<string, unknown>;

const KINDS = [
  { type: "good-moment", kind: "eye-contact" },
  { type: "bid", outcome: "answered" },
  { type: "bid", outcome: "missed" },
  { type: "felt-second", feeling: "lonely" },
];

const PHRASE: CallOptions = { env: { UNDIVIDED_SECRET: "a phrase for the proof" } };

/** Runs it in a folder of its own, which is deleted afterwards. */
export const prove = async ({ records, say }: ProofOptions): Promise<readonly Finding[]> => {
  const root = await mkdtemp(join(tmpdir(), "undivided-proof-"));
  const data = join(root, "relay");
  const dirs = { anna: join(root, "anna"), annas: join(root, "anna-second"), ben: join(root, "ben") };
  const call = (action: string, dir: string, more: CallOptions = {}): Promise<readonly Line[]> =>
    linesOf(`device ${action} --dir ${dir}`, more);
  const show = (dir: string) => call("show", dir);
  const fromPartner = async (dir: string) => (await call("show --partner", dir)).map((line) => JSON.stringify(line));
  const write = async (dir: string, count: number): Promise<readonly Line[]> => {
    const input = Array.from({ length: count }, (_, index) =>
      JSON.stringify({ day: "2026-11-20", ...KINDS[index % KINDS.length] }),
    ).join("\n");
    return call("log -", dir, { input });
  };
  const findings: Finding[] = [];
  const find = (what: string, holds: boolean): void => {
    findings.push({ what, holds });
    say(`  ${holds ? "yes" : "NO "}  ${what}`);
  };
  let relay: RelayProcess | undefined;
  try {
    say("A relay is started, and three devices are made: two of Anna, one of Ben.");
    relay = await startRelay(data);
    for (const dir of [dirs.anna, dirs.ben]) await call(`init --relay ${relay.url}`, dir);
    const paired = await pairFolders(dirs.anna, dirs.ben);
    say(`Anna and Ben pair. Both screens show: ${String(paired.words[0])}`);
    find("both sides of the pairing showed the same words", same(...paired.words));
    await pairFolders(dirs.anna, dirs.annas, { own: true, host: PHRASE });
    const [made] = await call("code", dirs.anna, PHRASE);
    // Opening a lock takes a second of work each time, on purpose; it has tests of its own.
    await call("lock --off", dirs.anna, PHRASE);

    say(`Each of the three devices writes ${records} records; Anna and Ben share one kind with each other.`);
    const written = new Map<string, Line[]>();
    for (const dir of Object.values(dirs)) written.set(dir, [...(await write(dir, records))]);
    for (const dir of [dirs.anna, dirs.ben]) {
      const [one] = await call("show --type good-moment", dir);
      await call(`share ${String(one?.["id"])}`, dir);
    }
    await inStep(call, Object.values(dirs));
    const seen = { anna: await fromPartner(dirs.anna), ben: await fromPartner(dirs.ben) };
    find("Anna sees what Ben shares, and Ben what Anna shares", seen.anna.length > 0 && seen.ben.length > 0);

    say(`The relay (process ${relay.pid}) is killed with SIGKILL, and all its data deleted.`);
    const { port } = relay;
    await relay.kill();
    await rm(data, { recursive: true });
    say("Without a relay, each device writes one more.");
    for (const dir of Object.values(dirs)) written.get(dir)?.push(...(await write(dir, 1)));

    say("A new relay is started in its place, with nothing in it. Each device is called once or twice.");
    relay = await startRelay(data, port);
    find("the devices and the new relay say that they are in step", await inStep(call, Object.values(dirs)));
    find("the relay has data again", (await readdir(data)).length > 0);

    const [annas, second, bens] = [await show(dirs.anna), await show(dirs.annas), await show(dirs.ben)];
    const annaWrote = [...(written.get(dirs.anna) ?? []), ...(written.get(dirs.annas) ?? [])];
    find(`Anna's first device has all ${annaWrote.length} records of hers`, sameIds(annas, annaWrote));
    find("her second device has the same records, word for word", sameLines(annas, second));
    const benWrote = written.get(dirs.ben) ?? [];
    find(`Ben's device has all ${benWrote.length} records of his`, sameIds(bens, benWrote));
    find(
      "each sees of the other exactly what was shared before",
      same(await fromPartner(dirs.anna), seen.anna) && same(await fromPartner(dirs.ben), seen.ben),
    );

    say("A device is made out of the new relay and Anna's recovery code alone.");
    const recovered = join(root, "anna-recovered");
    await linesOf(`device recover --dir ${recovered} --relay ${relay.url}`, {
      env: { UNDIVIDED_SECRET: String(made?.["code"]) },
    });
    find(
      "it has the same records, word for word: the relay has everything again",
      sameLines(await show(recovered), annas),
    );
    return findings;
  } finally {
    await relay?.kill();
    await rm(root, { recursive: true, force: true });
  }
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Records of one day come in no order of their own. */
const sameLines = (one: readonly Line[], other: readonly Line[]): boolean => same(textsOf(one), textsOf(other));

const textsOf = (lines: readonly Line[]): readonly string[] => lines.map((line) => JSON.stringify(line)).toSorted();

const idsOf = (lines: readonly Line[]): readonly string[] => lines.map(({ id }) => String(id)).toSorted();

const sameIds = (shown: readonly Line[], written: readonly Line[]): boolean => same(idsOf(shown), idsOf(written));

/** What one device brings to the relay another fetches in its next call. */
const inStep = async (
  call: (action: string, dir: string) => Promise<readonly Line[]>,
  dirs: readonly string[],
): Promise<boolean> => {
  for (let round = 0; round < 3; round += 1) {
    const stands = [];
    for (const dir of dirs) stands.push((await call("status", dir))[0]);
    if (round > 0 && stands.every((stand) => stand?.["inStep"] === true)) return true;
  }
  return false;
};
