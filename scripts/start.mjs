// Sets up what is missing, builds, and serves the demo on loopback.
// Usage: npm start [-- --port 8080] [-- --policy NAME]   (policies: scripts/lib/policies.mjs)
import { build } from './build.mjs';
import { demoOut } from './lib/paths.mjs';
import { policies } from './lib/policies.mjs';
import { CannotGoOn, main } from './lib/run.mjs';
import { serve } from './lib/server.mjs';
import { setup } from './setup.mjs';

function option(name, otherwise) {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? otherwise : process.argv[place + 1];
}

await main(async () => {
  const policy = option('policy', 'strict');
  if (!(policy in policies)) {
    throw new CannotGoOn(`There is no policy "${policy}"`, `    one of: ${Object.keys(policies).join(', ')}`);
  }
  const wanted = Number(option('port', process.env.PORT ?? 8080));
  await setup();
  await build();
  const server = await serve({ root: demoOut, policy, port: wanted });
  if (server.port !== wanted) console.log(`Port ${wanted} is taken: another was chosen.`);
  console.log(`\nThe demo is at ${server.url} (Ctrl+C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close().then(() => process.exit(0)));
});
