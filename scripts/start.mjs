/** `npm start`: installs what is missing, builds what has changed, and serves the app. Runs in any Node from 20 on. */
if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(`npm start: needs Node 20 or newer, this is ${process.version}; nodejs.org has one.`);
  process.exitCode = 1;
} else {
  const { runScript } = await import("./setup/run.mjs");
  const { startApp } = await import("./setup/start-app.mjs");
  await runScript("npm start", startApp);
}
