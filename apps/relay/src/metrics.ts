/** The counters of the relay in Prometheus' text format (exposition format 0.0.4). Sums only, nothing about anybody. */
import type { RelayCounters } from "@undivided/vault/relay";

const GAUGES: ReadonlySet<keyof RelayCounters> = new Set(["connections", "openSpaces", "meetings"]);

const HELP: Readonly<Record<keyof RelayCounters, string>> = {
  connections: "Connections that are open now.",
  openSpaces: "Spaces that somebody has open now.",
  meetings: "Meetings for pairing that are open now.",
  acceptedConnections: "Connections that were greeted.",
  refusedConnections: "Connections for which there was no room.",
  requests: "Requests that were read.",
  refusedRequests: "Requests that were refused by name.",
  entriesTaken: "Entries that were taken and committed.",
  entriesRefused: "Entries that were refused by name.",
  entriesFannedOut: "Entries that were handed on to somebody connected.",
  bytesIn: "Bytes of frames read.",
  bytesOut: "Bytes of frames sent.",
  slowClients: "Clients that were cut because they did not read.",
  spacesClosed: "Spaces that were closed by a leave entry.",
};

const isCounterName = (name: string): name is keyof RelayCounters => name in HELP;

export const metricsText = (counters: RelayCounters): string =>
  Object.keys(HELP)
    .filter(isCounterName)
    .map((name) => {
      const isGauge = GAUGES.has(name);
      const words = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      const full = `undivided_relay_${words}${isGauge ? "" : "_total"}`;
      return `# HELP ${full} ${HELP[name]}\n# TYPE ${full} ${isGauge ? "gauge" : "counter"}\n${full} ${counters[name]}\n`;
    })
    .join("");
