import { createConfig } from "./scripts/lint/create-config.js";

export default createConfig(import.meta.dirname);
