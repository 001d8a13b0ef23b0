/**
 * Lets only one phone's rows through.
 *
 * Where nobody has said which is theirs, the first is read until a second appears: from then on nothing is let through
 * but ids, and what was read is dropped by the caller.
 * **Privacy:** of any other phone nothing but its id is looked at, and only to be able to ask "Which one is yours?".
 */
import type { FoundDevice } from "../history-error.ts";

/** What a row says of whose it is. `person` is null where the source names devices only. */
export interface Owner {
  readonly type: FoundDevice["type"];
  readonly person: string | null;
  readonly device: string;
}

export interface OwnerGate {
  /** True if this owner's row may be read. */
  readonly admit: (owner: Owner) => boolean;
  readonly devices: () => readonly FoundDevice[];
  /** The devices that are in question; empty if there is no question. */
  readonly inQuestion: () => readonly FoundDevice[];
  readonly isAdmitted: () => boolean;
}

/** Nobody can choose from more; the rest would only fill the memory. */
const MAX_OWNERS = 1_000;

/** `wanted` is a person's or a device's id. One gate serves all files of one kind of source, since ids of two kinds do not compare. */
export const createOwnerGate = (wanted: string | null): OwnerGate => {
  const owners = new Map<string, Owner>();
  let lastPerson: string | null = null;
  let lastDevice: string | null = null;
  let lastVerdict = false;
  let admitted: Owner[] = [];

  const isWanted = (owner: Owner): boolean =>
    wanted === null ? owner.type === "phone" : owner.person === wanted || owner.device === wanted;

  const admit = (owner: Owner): boolean => {
    if (owner.device === lastDevice && owner.person === lastPerson) return lastVerdict;
    const key = keyOf(owner);
    if (!owners.has(key) && owners.size < MAX_OWNERS) {
      owners.set(key, owner);
      if (isWanted(owner)) admitted = [...admitted, owner];
    }
    lastDevice = owner.device;
    lastPerson = owner.person;
    lastVerdict = admitted.length === 1 && isWanted(owner);
    return lastVerdict;
  };

  const nameOwners = (of: readonly Owner[]): readonly FoundDevice[] => {
    const devicesByPerson = new Map<string, number>();
    for (const { person } of of)
      if (person !== null) devicesByPerson.set(person, (devicesByPerson.get(person) ?? 0) + 1);
    // A person is named by their id, unless several devices are theirs: then it is the device that must be chosen.
    return of.map(({ type, person, device }) => ({
      type,
      id: person !== null && devicesByPerson.get(person) === 1 ? person : device,
    }));
  };

  return {
    admit,
    devices: () => nameOwners([...owners.values()]),
    inQuestion: () => (admitted.length > 1 ? nameOwners(admitted) : []),
    isAdmitted: () => admitted.length === 1,
  };
};

const keyOf = ({ person, device }: Owner): string => JSON.stringify([person, device]);
