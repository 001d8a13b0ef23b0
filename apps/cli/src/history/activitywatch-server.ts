/**
 * A running ActivityWatch server on this machine, read over REST in pages, as the export that it would have written.
 *
 * `GET /api/0/buckets/`, then of each bucket `events?limit=…&end=…`, newest first, each page ending where the last one began. The server
 * shortens an event that reaches over `end`, and repeats it: the reader keeps the longer of two that begin together.
 * Nothing is asked of its version. Redirects are not followed: they could lead off this machine.
 */
import type { HistoryFile } from "@undivided/history";

const PAGE_EVENTS = 1_000;

export const openActivityWatch = (server: URL, signal: AbortSignal, pageEvents = PAGE_EVENTS): HistoryFile => ({
  name: server.href,
  chunks: () => writeExport(server, signal, pageEvents),
});

async function* writeExport(server: URL, signal: AbortSignal, pageEvents: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const buckets = await getJson(server, "/api/0/buckets/", signal);
  if (typeof buckets !== "object" || buckets === null) throw new Error("this is no ActivityWatch server");
  yield encoder.encode('{"buckets":{');
  let isFirst = true;
  for (const [id, bucket] of Object.entries(buckets)) {
    const meta = { type: fieldOf(bucket, "type"), hostname: fieldOf(bucket, "hostname") };
    const head = `${isFirst ? "" : ","}${JSON.stringify(id)}:${JSON.stringify(meta).slice(0, -1)},"events":[`;
    yield encoder.encode(head);
    isFirst = false;
    let separator = "";
    for await (const events of pagesOf(server, id, signal, pageEvents)) {
      yield encoder.encode(separator + events.map((event) => JSON.stringify(event)).join(",\n"));
      separator = ",\n";
    }
    yield encoder.encode("]}");
  }
  yield encoder.encode("}}");
}

async function* pagesOf(
  server: URL,
  id: string,
  signal: AbortSignal,
  pageEvents: number,
): AsyncGenerator<readonly unknown[]> {
  let endMs: number | null = null;
  for (;;) {
    const query: string = endMs === null ? "" : `&end=${encodeURIComponent(new Date(endMs).toISOString())}`;
    const path = `/api/0/buckets/${encodeURIComponent(id)}/events?limit=${String(pageEvents)}${query}`;
    const page = await getJson(server, path, signal);
    if (!Array.isArray(page)) throw new Error("this is no ActivityWatch server");
    const events: readonly unknown[] = page;
    if (events.length === 0) return;
    yield events;
    let oldestMs = Infinity;
    for (const event of events) oldestMs = Math.min(oldestMs, Date.parse(String(fieldOf(event, "timestamp"))));
    if (!Number.isFinite(oldestMs)) throw new Error("an event of this server has no time");
    // The server counts in microseconds: a millisecond more, so that none of the same one is missed.
    const nextMs = oldestMs + 1;
    if (endMs === null || nextMs < endMs) endMs = nextMs;
    else if (events.length < pageEvents) return;
    // A whole page that begins in one millisecond would come again for ever.
    else endMs -= 1;
  }
}

const getJson = async (server: URL, path: string, signal: AbortSignal): Promise<unknown> => {
  const response = await fetch(new URL(path, server), { signal, redirect: "error" }).catch((failure: unknown) => {
    const cause = failure instanceof Error ? failure.cause : null;
    const code = fieldOf(cause, "code");
    throw new Error(typeof code === "string" ? `no answer (${code})` : "no answer");
  });
  if (!response.ok) throw new Error(`the server answers ${String(response.status)}`);
  // The export calls itself text/html: what it is, is told by reading it.
  const body: unknown = JSON.parse(await response.text());
  return body;
};

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
