/** What the build says about itself. */
interface ImportMetaEnv {
  /** Of the package, such as "0.1.0". */
  readonly VITE_APP_VERSION: string;
}
