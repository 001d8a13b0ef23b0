/** Made by the plugin `voiceAssets` of `build/voice-assets.ts`. */
declare module "virtual:voice-assets" {
  /** The script of the voice engine in the audio thread. */
  export const workletUrl: string;
  /** The packed weights, gzipped. */
  export const weightsUrl: string;
}
