import { describe, expect, it } from "vitest";
import { addressOf, createLanding } from "./landing.ts";

const link = (path: string): URL => new URL(path, "https://undivided.example");

describe("the address of a link", () => {
  it("keeps the place it names on another page", () => {
    expect(addressOf(link("/guide/evidence#doss-2016"), "/guide/prevent")).toBe("/guide/evidence#doss-2016");
    expect(addressOf(link("/guide/evidence"), "/guide/prevent")).toBe("/guide/evidence");
  });

  it("is the browser's own affair where the place is on this page", () => {
    expect(addressOf(link("/guide/evidence#doss-2016"), "/guide/evidence")).toBeNull();
    expect(addressOf(link("/guide/evidence"), "/guide/evidence")).toBe("/guide/evidence");
  });
});

/** A page whose places come when the test lets them. */
const createPage = (fragment: string) => {
  const places = new Map<string, { readonly focus: () => void }>();
  const looks = new Set<() => void>();
  const seen: string[] = [];
  const page = {
    fragment,
    seen,
    looking: () => looks.size,
    add: (id: string) => {
      places.set(id, { focus: () => seen.push(`focus ${id}`) });
      for (const look of [...looks]) look();
    },
  };
  const land = createLanding({
    fragment: () => page.fragment,
    find: (id) => places.get(id) ?? null,
    heading: () => ({ focus: () => seen.push("focus heading") }),
    jump: (to) => seen.push(`jump ${to}`),
    onChange: (look) => {
      looks.add(look);
      return () => looks.delete(look);
    },
  });
  return { ...page, land, turnTo: (next: string) => (page.fragment = next) };
};

describe("landing on a page", () => {
  it("takes the reader to the place that the address names", () => {
    const page = createPage("#doss-2016");
    page.add("doss-2016");
    page.land();
    expect(page.seen).toEqual(["jump #doss-2016", "focus doss-2016"]);
    expect(page.looking()).toBe(0);
  });

  it("stands at the heading until a place that comes later is there, and then goes to it once", () => {
    const page = createPage("#doss-2016");
    page.land();
    page.add("le-2023");
    expect(page.seen).toEqual(["focus heading"]);
    page.add("doss-2016");
    page.add("heyman-2001");
    expect(page.seen).toEqual(["focus heading", "jump #doss-2016", "focus doss-2016"]);
    expect(page.looking()).toBe(0);
  });

  it("stands at the heading where the address names none, and waits for nothing", () => {
    const page = createPage("");
    page.land();
    expect(page.seen).toEqual(["focus heading"]);
    expect(page.looking()).toBe(0);
  });

  it("waits no longer once the reader has gone elsewhere", () => {
    const page = createPage("#doss-2016");
    page.land();
    page.turnTo("#le-2023");
    page.add("doss-2016");
    expect(page.seen).toEqual(["focus heading"]);
    expect(page.looking()).toBe(0);
    page.land();
    page.land();
    expect(page.looking()).toBe(1);
  });
});
