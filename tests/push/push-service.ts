/**
 * A push service on this machine, as the browsers' makers run one: takes what RFC 8030 and RFC 8292 allow, and refuses the rest.
 *
 * It checks the token by its own reading of the RFCs, not by the relay's code.
 */
import { createPublicKey, verify } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

export interface TakenPush {
  readonly path: string;
  readonly bodyBytes: number;
  readonly ttl: number;
  readonly urgency: string | undefined;
  readonly topic: string | undefined;
  /** The public key that the sender proved to have. */
  readonly key: string;
  readonly contact: string;
  readonly at: number;
}

export interface PushService {
  readonly origin: string;
  readonly taken: readonly TakenPush[];
  /** What was refused, and why. */
  readonly refused: readonly string[];
  /** The next answers, each with its headers; after that 201. What is answered so is not taken. */
  readonly answerNext: (
    ...answers: readonly { readonly status: number; readonly headers?: Record<string, string> }[]
  ) => void;
  readonly close: () => Promise<void>;
}

export const startPushService = async (clock: () => number = Date.now): Promise<PushService> => {
  const taken: TakenPush[] = [];
  const refused: string[] = [];
  const answers: { readonly status: number; readonly headers?: Record<string, string> }[] = [];
  let origin = "";
  const server = createServer((request, response) => {
    let bodyBytes = 0;
    request.on("data", (chunk: Buffer) => (bodyBytes += chunk.length));
    request.on("end", () => {
      const next = answers.shift();
      if (next !== undefined) {
        response.writeHead(next.status, next.headers ?? {}).end();
        return;
      }
      const checked = checkPush(request, origin, clock());
      if (typeof checked === "string") {
        refused.push(checked);
        response.writeHead(checked.startsWith("token") ? 403 : 400).end();
        return;
      }
      taken.push({ ...checked, bodyBytes });
      response.writeHead(201, { location: `${origin}/message/${String(taken.length)}` }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${String(typeof address === "object" && address !== null ? address.port : 0)}`;
  return {
    origin,
    taken,
    refused,
    answerNext: (...more) => answers.push(...more),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(",") : header;

const checkPush = (request: IncomingMessage, origin: string, now: number): Omit<TakenPush, "bodyBytes"> | string => {
  const { method, url = "", headers } = request;
  if (method !== "POST" || !url.startsWith("/push/")) return `not a push: ${method ?? ""} ${url}`;
  const ttl = one(headers["ttl"]) ?? "";
  if (!/^\d+$/.test(ttl)) return "ttl is missing (RFC 8030, 5.2)";
  const topic = one(headers["topic"]);
  if (topic !== undefined && !/^[\w-]{1,32}$/.test(topic)) return "topic is no topic (RFC 8030, 5.4)";
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(headers.authorization ?? "") ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  if (point.length !== 65 || point[0] !== 4) return "token without a P-256 point (RFC 8292, 3.2)";
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString("base64url"));
  const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x: x ?? "", y: y ?? "" }, format: "jwk" });
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned) return "token is not signed by its key";
  const { alg } = readJson(head);
  const { aud, exp, sub } = readJson(claims);
  if (alg !== "ES256") return "token is not ES256";
  if (aud !== origin) return "token is for another service";
  if (typeof exp !== "number" || exp * 1000 < now || exp * 1000 > now + 86_400_000) return "token is over, or too long";
  if (typeof sub !== "string" || !/^(mailto:|https:)/.test(sub)) return "token without a contact";
  return { path: url, ttl: Number(ttl), urgency: one(headers["urgency"]), topic, key, contact: sub, at: now };
};

const readJson = (part: string): Readonly<Record<string, unknown>> => {
  const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
  return typeof value === "object" && value !== null ? { ...value } : {};
};
