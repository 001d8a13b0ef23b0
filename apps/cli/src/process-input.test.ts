import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createProcessInput } from "./process-input.ts";

/** A stream as the terminal's: raw mode is kept to be looked at. */
class FakeTerminal extends PassThrough {
  readonly fd = 0;
  readonly isTTY: boolean;
  isRaw = false;
  readonly modes: boolean[] = [];
  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }
  setRawMode(mode: boolean): this {
    this.isRaw = mode;
    this.modes.push(mode);
    return this;
  }
}

const open = (isTTY = false) => {
  const stream = new FakeTerminal(isTTY);
  const stop = new AbortController();
  let opened = 0;
  let interrupts = 0;
  let prompts = "";
  const rawWhenAsked: boolean[] = [];
  const input = createProcessInput({
    stream: () => {
      opened += 1;
      return stream;
    },
    prompt: (text) => {
      if (text !== "\n") rawWhenAsked.push(stream.isRaw);
      prompts += text;
    },
    signal: stop.signal,
    interrupt: () => (interrupts += 1),
  });
  return {
    stream,
    stop,
    input,
    opened: () => opened,
    interrupts: () => interrupts,
    prompts: () => prompts,
    rawWhenAsked,
  };
};

describe("lines of standard input", () => {
  it("come one at a time wherever the text is cut, and the last needs no line break", async () => {
    const { stream, input } = open();
    const first = input.readLine();
    stream.write("y");
    stream.write("es\r\nsecond\n\nfou");
    expect(await first).toBe("yes");
    expect(await input.readLine()).toBe("second");
    expect(await input.readLine()).toBe("");
    stream.end("rth");
    expect(await input.readLine()).toBe("fourth");
    expect(await input.readLine()).toBeNull();
    expect(await input.readLine()).toBeNull();
  });

  it("are not touched before somebody asks", async () => {
    const { opened, input } = open();
    input.close();
    expect(opened()).toBe(0);
  });

  it("end when the verb is told to end, without what was half typed", async () => {
    const { stream, stop, input } = open();
    const line = input.readLine();
    stream.write("ye");
    await new Promise(setImmediate);
    stop.abort();
    expect(await line).toBeNull();
  });

  it("are cut off where no line of a person or a record is so long, and the next is whole again", async () => {
    const { stream, input } = open();
    const line = input.readLine();
    for (let part = 0; part < 30; part += 1) stream.write("x".repeat(50_000));
    stream.write("x\nnext\n");
    expect((await line)?.length).toBe(1_000_000);
    expect(await input.readLine()).toBe("next");
  });
});

describe("typing unseen", () => {
  it("takes letters, takes back, and leaves the terminal as it was", async () => {
    const { stream, input, prompts, rawWhenAsked } = open(true);
    const secret = input.readHidden("PIN: ");
    stream.write("12x\u007f3\u{1F511}\r");
    expect(await secret).toBe("123\u{1F511}");
    expect(stream.modes).toEqual([true, false]);
    expect(prompts()).toBe("PIN: \n");
    expect(rawWhenAsked).toEqual([true]);
    const again = input.readHidden("again: ");
    stream.write("wrong\u0015right\n");
    expect(await again).toBe("right");
  });

  it("gives nothing where there is no terminal", async () => {
    const { stream, input } = open(false);
    stream.write("1234\n");
    expect(await input.readHidden("PIN: ")).toBeNull();
  });

  it("gives nothing after Ctrl-C, which ends the verb, and after Ctrl-D, which does not", async () => {
    for (const [letter, count] of [
      ["\u0003", 1],
      ["\u0004", 0],
    ] as const) {
      const { stream, input, interrupts } = open(true);
      const secret = input.readHidden("PIN: ");
      stream.write(`12${letter}`);
      expect(await secret).toBeNull();
      expect(interrupts()).toBe(count);
      expect(stream.isRaw).toBe(false);
    }
  });
});
