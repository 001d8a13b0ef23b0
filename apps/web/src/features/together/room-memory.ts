/**
 * When there was talk in the room, for the look-back that follows at once; in memory only.
 *
 * **Privacy:** one time together at most, gone when its look-back is closed or the page is loaded again. Nothing writes it down.
 */
import type { RecordId } from "@undivided/domain";
import type { RoomBand } from "../../live/evening.ts";

let remembered: { readonly id: RecordId; readonly bands: readonly RoomBand[] } | null = null;

export const rememberRoom = (id: RecordId, bands: readonly RoomBand[]): void => void (remembered = { id, bands });

export const roomOf = (id: RecordId): readonly RoomBand[] => (remembered?.id === id ? remembered.bands : []);

export const forgetRoom = (): void => void (remembered = null);
