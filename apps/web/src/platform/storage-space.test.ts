import { describe, expect, it } from "vitest";
import { createStorageSpace } from "./storage-space.ts";

describe("what the browser says about keeping", () => {
  it("is passed on: durable, best effort, not known", async () => {
    const says = (persisted: boolean, granted: boolean) =>
      createStorageSpace({
        navigator: { storage: { persisted: async () => persisted, persist: async () => granted } },
      });
    expect(await says(true, true).durability()).toBe("durable");
    expect(await says(false, true).durability()).toBe("best-effort");
    expect(await says(false, true).askForDurability()).toBe("durable");
    expect(await says(false, false).askForDurability()).toBe("best-effort");
  });

  it("is not known where the browser has no such thing, or refuses to say", async () => {
    expect(await createStorageSpace({ navigator: {} }).durability()).toBe("not-known");
    const refusing = createStorageSpace({
      navigator: {
        storage: {
          persisted: async () => {
            throw new TypeError("storage is disabled");
          },
        },
      },
    });
    expect(await refusing.durability()).toBe("not-known");
    expect(await refusing.askForDurability()).toBe("not-known");
  });
});
