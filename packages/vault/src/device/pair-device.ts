/**
 * Pairing a device: what both sides do once their owners have confirmed the same words.
 *
 * Guest: its card. Host: admits it, then says where it belongs. Guest: keeps that, then says so. Every step is kept before the
 * next is said, so a line cut anywhere leaves both devices usable; at worst the host knows a guest that never came.
 */
export { acceptOwnDevice, acceptPartner } from "./accept-device.ts";
export type { DeviceInvitation, DeviceWords, PairDeviceFault, PairDeviceResult } from "./device-words.ts";
export { inviteDevice } from "./invite-device.ts";
