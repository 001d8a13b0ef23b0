/**
 * Devices and the relay killed with SIGKILL at random points of many writes, over real processes.
 *
 * `UNDIVIDED_SURVIVAL_WRITES=10000 npx vitest run --project unit tests/survival/killed.test.ts` is the long run.
 */
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { linesOf, pairFolders, startCall } from "./device-process.ts";
import { createTestFolder } from "./test-folder.ts";
import { createChance, SEED } from "./chance.ts";

const WRITES = Number(process.env["UNDIVIDED_SURVIVAL_WRITES"] ?? "160");

const folder = createTestFolder("killed");

test(
  `whatever a device said is written is there, once, after it and the relay were killed at any point (seed ${SEED})`,
  async () => {
    const chance = createChance(SEED);
    let relay = await folder.startRelay();
    const dir = folder.path("device");
    await linesOf(`device init --dir ${dir} --relay ${relay.url}`);
    const acknowledged: string[] = [];
    let offered = 0;
    let killed = 0;
    // A call may be done before it is killed: until some were not.
    while (acknowledged.length < WRITES || killed < 3) {
      const count = 40;
      offered += count;
      const input = Array.from({ length: count }, () => '{"type":"bid","day":"2026-11-20","outcome":"missed"}').join(
        "\n",
      );
      const call = startCall(["device", "log", "-", "--dir", dir], { input });
      // Somewhere: while it opens, between two writes, within one, or while it brings itself in step at the end.
      const killAfter = chance() < 0.2 ? 0 : Math.ceil(chance() * count);
      const within = chance() * (killAfter === 0 ? 400 : 8);
      for (let line = 0; line < killAfter; line += 1) await call.line();
      if (killAfter > 0 && chance() < 0.3) {
        await relay.kill();
        relay = await folder.startRelay();
      }
      await wait(within);
      call.child.kill("SIGKILL");
      const ended = await call.ended;
      if (ended.signal === "SIGKILL") killed += 1;
      acknowledged.push(...ended.lines.map(({ id }) => String(id)));
    }
    const shown = (await linesOf(`device show --dir ${dir}`)).map(({ id }) => String(id));
    expect(new Set(shown).size).toBe(shown.length);
    expect(acknowledged.filter((id) => !shown.includes(id))).toEqual([]);
    expect(shown.length).toBeLessThanOrEqual(offered);

    // One chain, whole: another device can follow it from the start.
    const second = folder.path("second");
    await pairFolders(dir, second, { own: true, host: { env: { UNDIVIDED_SECRET: "4711" } } });
    const followed = (await linesOf(`device show --dir ${second}`)).map(({ id }) => String(id));
    expect(followed.toSorted()).toEqual(shown.toSorted());
  },
  WRITES * 500 + 120_000,
);
