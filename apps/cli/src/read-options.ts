/** Options and words of a call, for verbs that name what they take in a table. Each option is given once, but for lists. */
import { parseArgs } from "node:util";

/** `text` has one value, `texts` may come again, `flag` has none. */
export type OptionTable = Readonly<Record<string, "text" | "texts" | "flag">>;

export interface GivenOptions {
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  /** What is no option, in order. */
  readonly words: readonly string[];
}

export interface WrongCall {
  readonly type: "wrong";
  readonly words: string;
}

export const wrongCall = (words: string): WrongCall => ({ type: "wrong", words });

export type ReadOptions = { readonly type: "read"; readonly given: GivenOptions } | WrongCall;

/** Total: whatever is wrong with the call is said. */
export const readOptions = (args: readonly string[], table: OptionTable): ReadOptions => {
  const parsed = parse(args, table);
  if (parsed.type === "wrong") return parsed;
  const { valuesByName, words } = parsed;
  for (const [name, values] of valuesByName) {
    if (values.length > 1 && table[name] !== "texts") return wrongCall(`--${name} is given more than once`);
    if (values.includes("")) return wrongCall(`--${name} is empty`);
  }
  return {
    type: "read",
    given: {
      text: (name) => valuesByName.get(name)?.[0],
      texts: (name) => valuesByName.get(name) ?? [],
      flag: (name) => valuesByName.has(name),
      words,
    },
  };
};

const parse = (args: readonly string[], table: OptionTable) => {
  const options = Object.fromEntries(
    Object.entries(table).map(([name, type]) => [
      name,
      { type: type === "flag" ? ("boolean" as const) : ("string" as const), multiple: true },
    ]),
  );
  try {
    const { tokens, positionals } = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: true,
      tokens: true,
    });
    const valuesByName = new Map<string, string[]>();
    for (const token of tokens) {
      if (token.kind !== "option") continue;
      const values = valuesByName.get(token.name) ?? [];
      valuesByName.set(token.name, values);
      values.push(token.value ?? "given");
    }
    return { type: "parsed", valuesByName, words: positionals } as const;
  } catch (error) {
    // The rest of Node's sentence advises on calls that no verb has.
    return wrongCall((error instanceof Error ? error.message : String(error)).split(/\.\s/, 1).join(""));
  }
};
