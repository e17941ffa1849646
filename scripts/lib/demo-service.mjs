// The plan, the journal and the teams of the demo's page "The service", made by the package's own calls, so that they fit.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { composeJournal, composePlan } from '../../www/demo/service/compose.js';
import { at, dist } from './paths.mjs';
import { CannotGoOn } from './run.mjs';

const json = (...parts) => JSON.parse(fs.readFileSync(at('www', 'demo', ...parts), 'utf8'));
const module = (name) => import(pathToFileURL(path.join(dist, name)).href);

/** Writes `service-plan.json`, `journal.json` and `teams.json` beside the snapshot. */
export async function makeService(folder) {
  const put = (name, content) => fs.writeFileSync(path.join(folder, name), content);
  put('teams.json', teams());
  const plan = composePlan(json('plan.json'), json('service', 'added.json'));
  const { Board, init } = await module('index.js');
  const calls = await module('journal.js');
  await init(fs.readFileSync(path.join(dist, 'throughline.wasm')));
  const boardAt = (given, asOf) => {
    const board = Board.openSync(given, { asOf });
    for (const name of ['snapshot.json', 'teams.json']) board.load(fs.readFileSync(path.join(folder, name), 'utf8'));
    return board;
  };
  put('service-plan.json', JSON.stringify(plan));
  put('journal.json', JSON.stringify(composeJournal(plan, json('service', 'entries.json'), { ...calls, boardAt })));
}

function teams() {
  const file = (name) => at('www', 'demo', 'service', name);
  const words = ['snapshot', '--mapping', file('teams.json'), file('made-up-teams.csv')];
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(dist, 'cli.js'), ...words]);
  if (status !== 0) throw new CannotGoOn('The teams of the demo could not be written', String(stderr));
  return stdout;
}
