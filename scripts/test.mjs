/** `npm test`: installs what is missing, brings a browser, and runs `npm run verify`. Runs in any Node from 20 on. */
if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(`npm test: needs Node 20 or newer, this is ${process.version}; nodejs.org has one.`);
  process.exitCode = 1;
} else {
  const { runScript } = await import("./setup/run.mjs");
  const { testAll } = await import("./setup/test-all.mjs");
  await runScript("npm test", testAll);
}
