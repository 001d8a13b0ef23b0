/** Whether the browser believes that there is a network. It may be wrong both ways: use it to inform, never to forbid. */
export interface OnlineState {
  readonly online: boolean;
}

export const createOnline = (view: Window): OnlineState => {
  let online = $state(view.navigator.onLine);
  view.addEventListener("online", () => (online = true));
  view.addEventListener("offline", () => (online = false));
  return {
    get online() {
      return online;
    },
  };
};
