/** What a relay counts about itself. **Privacy:** sums only; nothing that names a space, a device or an address. */
export interface RelayCounters {
  connections: number;
  openSpaces: number;
  meetings: number;
  acceptedConnections: number;
  refusedConnections: number;
  requests: number;
  refusedRequests: number;
  entriesTaken: number;
  entriesRefused: number;
  entriesFannedOut: number;
  bytesIn: number;
  bytesOut: number;
  slowClients: number;
  spacesClosed: number;
}

export const createCounters = (): RelayCounters => ({
  connections: 0,
  openSpaces: 0,
  meetings: 0,
  acceptedConnections: 0,
  refusedConnections: 0,
  requests: 0,
  refusedRequests: 0,
  entriesTaken: 0,
  entriesRefused: 0,
  entriesFannedOut: 0,
  bytesIn: 0,
  bytesOut: 0,
  slowClients: 0,
  spacesClosed: 0,
});
