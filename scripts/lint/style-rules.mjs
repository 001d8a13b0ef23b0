/** Rules of the project's style for which no published ESLint rule exists. */
import { relative } from "node:path";

/** Names that say nothing about what is inside. */
const bannedNames = new Set(["utils", "util", "helpers", "helper", "common", "manager", "data", "info"]);

/** Files are kebab-case, and neither a file nor a folder has a name that says nothing. */
const fileName = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: {
      banned: '"{{name}}" says nothing about what is inside: name the concept.',
      kebab: '"{{name}}" is not kebab-case.',
    },
  },
  create: (context) => ({
    Program(node) {
      const parts = relative(context.cwd, context.filename).split(/[\\/]/);
      for (const part of parts) {
        const name = part.replace(/\..*$/, "");
        if (bannedNames.has(name)) context.report({ node, messageId: "banned", data: { name } });
      }
      const file = parts.at(-1).replace(/\..*$/, "");
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(file)) context.report({ node, messageId: "kebab", data: { name: file } });
    },
  }),
};

/** `x as T` only where T is a brand: in a function that promises T in its signature. `as const` is free. */
const noAssertion = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      assertion: 'Parse or narrow instead of "as": it belongs only in a function whose declared result is {{type}}.',
    },
  },
  create: (context) => ({
    TSAsExpression(node) {
      const type = context.sourceCode.getText(node.typeAnnotation);
      if (type === "const") return;
      const functionNode = context.sourceCode.getAncestors(node).findLast((ancestor) => /Function/.test(ancestor.type));
      const promised = functionNode?.returnType ? context.sourceCode.getText(functionNode.returnType) : "";
      const isBrand = /^[A-Z]\w*$/.test(type) && new RegExp(`\\b${type}\\b`).test(promised);
      if (!isBrand) context.report({ node, messageId: "assertion", data: { type } });
    },
  }),
};

/** A thing has one name everywhere. */
const noDefaultExport = {
  meta: { type: "suggestion", schema: [], messages: { named: "Export by name." } },
  create: (context) => ({
    ExportDefaultDeclaration: (node) => context.report({ node, messageId: "named" }),
    "ExportSpecifier[exported.name='default']": (node) => context.report({ node, messageId: "named" }),
  }),
};

export const stylePlugin = {
  rules: { "file-name": fileName, "no-assertion": noAssertion, "no-default-export": noDefaultExport },
};
