import { createConfig } from "./scripts/lint/create-config.mjs";

export default createConfig(import.meta.dirname);
