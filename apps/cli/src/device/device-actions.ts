/** The actions of `undivided device`, in the order of its help. Each is loaded only when called. */
import type { DeviceAction } from "./device-action.ts";

export const deviceActionLoaders: Readonly<Record<string, () => Promise<DeviceAction>>> = {
  init: async () => (await import("./actions/init.ts")).initAction,
  pair: async () => (await import("./actions/pair.ts")).pairAction,
  accept: async () => (await import("./actions/accept.ts")).acceptAction,
  log: async () => (await import("./actions/log.ts")).logAction,
  show: async () => (await import("./actions/show.ts")).showAction,
  correct: async () => (await import("./actions/correct.ts")).correctAction,
  delete: async () => (await import("./actions/correct.ts")).deleteAction,
  undo: async () => (await import("./actions/correct.ts")).undoAction,
  share: async () => (await import("./actions/share.ts")).shareAction,
  withdraw: async () => (await import("./actions/share.ts")).withdrawAction,
  devices: async () => (await import("./actions/devices.ts")).devicesAction,
  remove: async () => (await import("./actions/devices.ts")).removeAction,
  leave: async () => (await import("./actions/leave.ts")).leaveAction,
  lock: async () => (await import("./actions/lock.ts")).lockAction,
  code: async () => (await import("./actions/code.ts")).codeAction,
  recover: async () => (await import("./actions/recover.ts")).recoverAction,
  status: async () => (await import("./actions/status.ts")).statusAction,
};
