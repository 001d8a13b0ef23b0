import { describe, expect, it } from "vitest";
import { createTabs } from "./tabs.ts";

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("several tabs", () => {
  it("do one piece of work of a name at a time, also after one failed, without Web Locks", async () => {
    const tabs = createTabs({ navigator: {} });
    const seen: string[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        seen.push(`${name} begins`);
        await settle();
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      };
    const first = tabs.alone("write", work("a", true));
    const second = tabs.alone("write", work("b"));
    await expect(first).rejects.toThrow("a");
    expect(await second).toBe("b");
    expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("give a name to one of them at a time, and to the next when it is given back", async () => {
    const view = { navigator };
    const [one, other] = [createTabs(view), createTabs(view)];
    const giveBack = await one.claim("live");
    expect(giveBack).not.toBeNull();
    expect(await other.claim("live")).toBeNull();
    giveBack?.();
    await expect.poll(async () => (await other.claim("live")) !== null).toBe(true);
    expect(await createTabs({ navigator: {} }).claim("live")).not.toBeNull();
  });

  it("hear of each other, and not of themselves", async () => {
    const heard: string[] = [];
    const view = { navigator: {}, BroadcastChannel };
    const [one, other] = [createTabs(view), createTabs(view)];
    const stop = [
      one.listen((topic) => heard.push(`one: ${topic}`)),
      other.listen((topic) => heard.push(`other: ${topic}`)),
    ];
    one.tell("written");
    await expect.poll(() => heard).toEqual(["other: written"]);
    for (const end of stop) end();
  });

  it("do without a channel", () => {
    const tabs = createTabs({ navigator: {} });
    tabs.listen(() => expect.unreachable())();
    tabs.tell("written");
  });
});
