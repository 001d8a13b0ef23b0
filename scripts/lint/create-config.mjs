/**
 * The whole lint configuration, for the work tree at any root: the project itself, or the fixture that proves it bites.
 *
 * The rooms (rooms.mjs), the style (style-rules.mjs), and what typescript-eslint and Svelte know.
 */
import { defineConfig } from "eslint/config";
import * as svelte from "eslint-plugin-svelte";
import globals from "globals";
import tseslint from "typescript-eslint";
import svelteConfig from "../../apps/web/svelte.config.js";
import { roomsPlugin } from "./rooms.mjs";
import { stylePlugin } from "./style-rules.mjs";

/** All of them, also those an editor's service would not find: a file outside every project is an error. */
const typeProjects = ["tsconfig.json", "packages/*/tsconfig*.json", "apps/*/tsconfig*.json"];
const tests = ["**/*.test.ts", "**/*.contract.ts", "tests/**/*.ts"];
const plainJs = ["**/*.js", "**/*.mjs"];

/** What only a browser or only Node has; what both have (URL, TextEncoder, WebCrypto) a package may use. */
const platformGlobals = [...Object.keys(globals.browser), ...Object.keys(globals.node)].filter(
  (name) => !(name in globals["shared-node-browser"]) && !(name in globals.builtin),
);

const noClockNoChance = [
  { object: "Date", property: "now", message: "A package gets the time passed in." },
  { object: "performance", property: "now", message: "A package gets the time passed in." },
  { object: "Math", property: "random", message: "A package gets randomness passed in." },
];

const bannedSyntax = [
  { selector: "TSEnumDeclaration", message: "Use a union of literals." },
  { selector: "TSModuleDeclaration[kind='namespace']", message: "Use a module." },
  { selector: ":not(TSTypeQuery) > TSImportType", message: "Import the type: the rooms are checked on imports." },
  { selector: "TSParameterProperty", message: "Declare the property." },
  {
    selector: "ImportExpression:not([source.type='Literal'])",
    message: "Name the module: the rooms are checked by name.",
  },
];

const skippedTests = [
  {
    selector: "MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|fails)$/]",
    message: "A test that does not run proves nothing.",
  },
];

/** `typeAware: false` leaves out the rules that need the compiler. */
export const createConfig = (root, { typeAware } = { typeAware: true }) =>
  defineConfig(
    {
      ignores: [
        "**/node_modules/",
        "**/dist/",
        "**/coverage/",
        "**/.cache/",
        "**/fixtures/",
        "tests/lint/fixture/",
        "apps/web/src/paraglide/",
      ],
    },
    { linterOptions: { reportUnusedDisableDirectives: "error" } },
    {
      files: ["**/*.ts"],
      extends: [typeAware ? tseslint.configs.strictTypeChecked : tseslint.configs.base],
      languageOptions: typeAware ? { parserOptions: { project: typeProjects, tsconfigRootDir: root } } : {},
      rules: !typeAware
        ? {}
        : {
            "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
            "@typescript-eslint/no-confusing-void-expression": [
              "error",
              { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
            ],
            // A port may be async where its simplest adapter has nothing to wait for.
            "@typescript-eslint/require-await": "off",
            // TypeScript forgets that a called closure may have changed a variable, and the rule believes it.
            "@typescript-eslint/no-unnecessary-condition": "off",
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
          },
    },
    { files: plainJs, extends: [tseslint.configs.base], languageOptions: { globals: globals.node } },
    ...svelte.configs.recommended,
    {
      files: ["**/*.svelte", "**/*.svelte.ts"],
      languageOptions: { globals: globals.browser, parserOptions: { parser: tseslint.parser, svelteConfig } },
      rules: {
        // TypeScript knows better what is defined, and a URL or a Map that never changes needs no reactivity.
        "no-undef": "off",
        // Takes the words of explanation after a code for further codes.
        "svelte/no-unused-svelte-ignore": "off",
        "svelte/prefer-svelte-reactivity": "off",
      },
    },
    {
      name: "undivided/style",
      files: ["**/*.{ts,svelte,js,mjs}"],
      plugins: { undivided: stylePlugin },
      rules: {
        "undivided/file-name": "error",
        "max-lines": ["error", 400],
        "undivided/no-default-export": "error",
        "no-restricted-syntax": ["error", ...bannedSyntax],
        eqeqeq: "error",
        "no-var": "error",
        "prefer-const": "error",
      },
    },
    { files: ["**/*.{ts,svelte}"], rules: { "undivided/no-assertion": "error" } },
    {
      name: "undivided/rooms",
      files: ["packages/**/*.{ts,svelte}", "apps/**/*.{ts,svelte}"],
      plugins: { rooms: roomsPlugin },
      rules: { "rooms/imports": "error" },
    },
    {
      name: "undivided/pure-packages",
      files: ["packages/**/*.ts"],
      ignores: tests,
      rules: {
        "no-restricted-globals": ["error", ...platformGlobals],
        "no-restricted-properties": ["error", ...noClockNoChance],
      },
    },
    {
      files: tests,
      rules: {
        "no-restricted-syntax": ["error", ...bannedSyntax, ...skippedTests],
        // Matchers such as `expect.stringMatching` stand for any value, and so does parsed JSON that is compared next.
        ...(typeAware && {
          "@typescript-eslint/no-unsafe-assignment": "off",
          "@typescript-eslint/no-unsafe-return": "off",
        }),
      },
    },
    {
      name: "undivided/config-files",
      files: ["**/*.config.{js,ts}", "apps/web/build/*.js"],
      rules: { "undivided/no-default-export": "off", "undivided/file-name": "off" },
    },
    { files: ["apps/cli/bin/undivided.js"], rules: { "no-restricted-syntax": "off" } },
  );
