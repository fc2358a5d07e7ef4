/** What the build writes into the app (`web/vite.config.ts`). */
interface ImportMetaEnv {
  readonly CONTRACT_DIGEST: string;
}
