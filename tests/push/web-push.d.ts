/** What we use of the package, which comes without types. */
declare module "web-push" {
  export interface RequestDetails {
    readonly method: string;
    readonly headers: Readonly<Record<string, string | number>>;
    readonly body: Buffer | null;
    readonly endpoint: string;
  }
  const webPush: {
    /** Keys of the phone are asked for only where there is something to encrypt. */
    readonly generateRequestDetails: (
      subscription: { readonly endpoint: string },
      payload: null,
      options: {
        readonly vapidDetails: { readonly subject: string; readonly publicKey: string; readonly privateKey: string };
        readonly TTL: number;
        readonly urgency: string;
        readonly topic: string;
      },
    ) => RequestDetails;
  };
  // eslint-disable-next-line undivided/no-default-export -- the package has one
  export default webPush;
}
