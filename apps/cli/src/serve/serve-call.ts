/** The call of `undivided serve`: its options and what they must be. */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

/** Free at IANA, easy to remember, and what the README says. */
export const defaultPort = 8787;

export type ServeCall =
  | {
      readonly type: "call";
      readonly host: string;
      readonly port: number;
      readonly folder: string;
      /** Both or none. */
      readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
      /** Null: no phone is rung. */
      readonly push: { readonly services: readonly string[]; readonly contact: string | null } | null;
    }
  | { readonly type: "wrong"; readonly words: string };

interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

type TextOption = "port" | "host" | "data" | "tls-cert" | "tls-key" | "push-contact";

type Values = Readonly<Partial<Record<TextOption, string>>> & {
  readonly "push-service"?: string[];
  readonly "no-push"?: boolean;
};

export const readServeCall = (args: readonly string[], around: Surroundings): ServeCall => {
  const text = { type: "string" } as const;
  let values: Values;
  try {
    const options = {
      ...{ port: text, host: text, data: text, "tls-cert": text, "tls-key": text, "push-contact": text },
      "push-service": { type: "string", multiple: true },
      "no-push": { type: "boolean" },
    } as const;
    ({ values } = parseArgs({ args: [...args], options, strict: true }));
  } catch (error) {
    // The rest of Node's sentence advises on calls that this verb does not have.
    return { type: "wrong", words: (error instanceof Error ? error.message : String(error)).split(/\.\s/, 1).join("") };
  }
  const port = /^\d{1,5}$/.test(values.port ?? String(defaultPort)) ? Number(values.port ?? defaultPort) : NaN;
  if (!(port <= 65535)) {
    return { type: "wrong", words: `--port is "${values.port ?? ""}", and a port is a number from 0 to 65535` };
  }
  for (const name of ["host", "data", "tls-cert", "tls-key", "push-contact"] as const) {
    if (values[name] === "") return { type: "wrong", words: `--${name} is empty` };
  }
  const contact = values["push-contact"] ?? null;
  if (contact !== null && !/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/.test(contact)) {
    return { type: "wrong", words: `--push-contact is "${contact}", and push services want mailto:… or https://…` };
  }
  const services = values["push-service"] ?? [];
  const strange = services.find((service) => !isOrigin(service));
  if (strange !== undefined) {
    return { type: "wrong", words: `--push-service is "${strange}", and an origin is https://push.example.org` };
  }
  const cert = values["tls-cert"];
  const key = values["tls-key"];
  if ((cert === undefined) !== (key === undefined)) {
    return { type: "wrong", words: "--tls-cert and --tls-key go together" };
  }
  return {
    type: "call",
    host: values.host ?? "localhost",
    port,
    folder: values.data === undefined ? defaultFolder(around) : resolve(around.cwd, values.data),
    tls:
      cert === undefined || key === undefined
        ? null
        : { certFile: resolve(around.cwd, cert), keyFile: resolve(around.cwd, key) },
    push: values["no-push"] === true ? null : { services, contact },
  };
};

/** As `URL.origin` writes it. Plain HTTP goes no further than this machine: who pushes is told by a token that can be read there. */
const isOrigin = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return text === origin && (protocol === "https:" || (protocol === "http:" && hostname === "127.0.0.1"));
};

/** Where the system keeps what programs of a person keep; below the caller's folder where it has no such place. */
export const defaultFolder = ({ cwd, env, platform }: Surroundings): string => {
  const home = env["HOME"] ?? env["USERPROFILE"];
  const local = env["LOCALAPPDATA"];
  if (platform === "win32" && local !== undefined && local !== "") return join(local, "Undivided", "relay");
  if (platform === "darwin" && home !== undefined && home !== "") {
    return join(home, "Library", "Application Support", "Undivided", "relay");
  }
  const xdg = env["XDG_DATA_HOME"];
  if (xdg !== undefined && xdg !== "") return join(xdg, "undivided", "relay");
  if (home !== undefined && home !== "") return join(home, ".local", "share", "undivided", "relay");
  return join(cwd, "undivided-relay");
};
