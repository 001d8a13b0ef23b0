/** What opens the fixture of an older build; it holds nobody's records. */
export const FIXTURE_SECRETS = { pin: "2580", passphrase: "a phrase that is long" } as const;
