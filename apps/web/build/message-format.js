/**
 * Reads `messages/<locale>/<topic>.json` for the message compiler, in the layout of inlang's own message format, from this
 * folder, so that a build needs no network and no further package. A topic is one feature or one part of the app, so that
 * several people can write at once; the list of topics stands in `project.inlang/settings.json`. A key belongs to one topic.
 *
 * `"key": "text with {input}"`, or, for plurals and choices,
 * `"key": [{ "declarations": ["input count", "local many = count: plural"], "selectors": ["many"],
 *            "match": { "many=one": "…", "many=other": "…" } }]`; `many=*` catches the rest.
 */
const key = "undivided.message-format";

const file = (locale, topic) => `./messages/${locale}/${topic}.json`;

const parsePattern = (text) =>
  text
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith("{")
        ? { type: "expression", arg: { type: "variable-reference", name: part.slice(1, -1) } }
        : { type: "text", value: part },
    );

const inputsOf = (texts) => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1]))),
];

const parseDeclaration = (line) => {
  const input = /^input (\w+)$/.exec(line);
  if (input !== null) return { type: "input-variable", name: input[1] };
  const local = /^local (\w+) = (\w+): (\w+)$/.exec(line);
  if (local === null) throw new Error(`not a declaration: ${line}`);
  return {
    type: "local-variable",
    name: local[1],
    value: {
      type: "expression",
      arg: { type: "variable-reference", name: local[2] },
      annotation: { type: "function-reference", name: local[3], options: [] },
    },
  };
};

const parseMatch = (condition) => {
  const [key, value] = condition.split("=").map((part) => part.trim());
  return value === "*" ? { type: "catchall-match", key } : { type: "literal-match", key, value };
};

const parseMessage = (id, locale, value) => {
  if (typeof value === "string") {
    return {
      declarations: inputsOf([value]).map((name) => ({ type: "input-variable", name })),
      selectors: [],
      variants: [{ messageBundleId: id, messageLocale: locale, matches: [], pattern: parsePattern(value) }],
    };
  }
  const [choice] = value;
  return {
    declarations: choice.declarations.map(parseDeclaration),
    selectors: choice.selectors.map((name) => ({ type: "variable-reference", name })),
    variants: Object.entries(choice.match).map(([conditions, text]) => ({
      messageBundleId: id,
      messageLocale: locale,
      matches: conditions.split(",").map(parseMatch),
      pattern: parsePattern(text),
    })),
  };
};

const importFiles = ({ files }) => {
  const bundles = new Map();
  const messages = [];
  const variants = [];
  const topicByPlace = new Map();
  for (const { locale, content, toBeImportedFilesMetadata: { topic } = {} } of files) {
    for (const [id, value] of Object.entries(JSON.parse(new TextDecoder().decode(content)))) {
      if (id.startsWith("$")) continue;
      const other = topicByPlace.get(`${locale} ${id}`);
      if (other !== undefined) throw new Error(`${locale}: "${id}" stands in ${other} and in ${topic}`);
      topicByPlace.set(`${locale} ${id}`, topic);
      const message = parseMessage(id, locale, value);
      const known = bundles.get(id)?.declarations ?? [];
      const names = new Set(known.map(({ name }) => name));
      bundles.set(id, { id, declarations: [...known, ...message.declarations.filter(({ name }) => !names.has(name))] });
      messages.push({ bundleId: id, locale, selectors: message.selectors });
      variants.push(...message.variants);
    }
  }
  return { bundles: [...bundles.values()], messages, variants };
};

export default {
  key,
  toBeImportedFiles: ({ settings }) =>
    settings.locales.flatMap((locale) =>
      settings[key].topics.map((topic) => ({ locale, path: file(locale, topic), metadata: { topic } })),
    ),
  importFiles,
};
