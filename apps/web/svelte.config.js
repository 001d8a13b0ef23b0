/** Read by the Svelte compiler, its checker and the linter. */
export default { compilerOptions: { runes: true } };
