// Real files by others give their published values in the page, through the same door as a reader's own file.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { at } from '../../scripts/lib/paths.mjs';
import { html, useBrowser } from './support/browser.mjs';

const open = useBrowser();
const folder = path.join(process.env.THROUGHLINE_DATA ?? at('..', 'shared', 'data'), 'cs');

const kpi = (id, variant, unit) => ({
  id,
  title: id,
  unit,
  direction: 'up',
  window: 'all',
  measure: { source: 's', measure: id.split('.')[0], variant },
});
const words = { Low: 1, Medium: 2, High: 3, Very_High: 4 };
const item = (column) => ({ id: column, kpi: 'favourability', column, scale: 4, words });
const ITEMS = ['EnvironmentSatisfaction', 'JobInvolvement', 'JobSatisfaction', 'RelationshipSatisfaction'];

/** Each file, how it is read, and the values that pandas and R give. */
const FILES = {
  'helpdesk_italy_eventlog.csv': {
    mapping: {
      events: { case: 'CaseID', time: 'CompleteTimestamp' },
      measures: [{ id: 'resolution', kpi: 'resolution-time', limit: 86400 }],
    },
    kpis: [kpi('resolution.mean', 'mean', 'd'), kpi('resolution.within', 'share-within', '%')],
    values: { 'resolution.mean': [8.7982, 5e-5], 'resolution.within': [33.885, 5e-4] },
  },
  'nhs_ae_attendances.csv': {
    mapping: {
      measures: [{ id: 'hours', kpi: 'counts', denominator: 'attendances', complement: 'breaches', date: 'period' }],
    },
    kpis: [kpi('hours', 'share', '%')],
    values: { hours: [88.4819, 5e-5] },
  },
  'mlc_churn.csv': {
    mapping: { at: '2026-10-31', measures: [{ id: 'kept', kpi: 'retention', column: 'churn', lost: ['yes'] }] },
    kpis: [kpi('kept', 'share', '%')],
    values: { kept: [85.86, 5e-3] },
  },
  'ibm_telco_churn_modeldata.csv': {
    mapping: { at: '2026-10-31', measures: [{ id: 'kept', kpi: 'retention', column: 'churn', lost: ['Yes'] }] },
    kpis: [kpi('kept', 'share', '%')],
    values: { kept: [73.463, 5e-4] },
  },
  'ibm_hr_attrition_modeldata.csv': {
    mapping: { at: '2026-10-31', measures: ITEMS.map(item) },
    kpis: ITEMS.map((column) => kpi(column, 'favourable', '%')),
    values: Object.fromEntries(ITEMS.map((column, place) => [column, [[61.156, 68.844, 61.293, 60.612][place], 5e-4]])),
  },
};

for (const [name, { mapping, kpis, values }] of Object.entries(FILES)) {
  test(name, async (t) => {
    const file = path.join(folder, name);
    if (!fs.existsSync(file)) return t.skip('passed over: the file is not here');
    const page = { '/index.html': html({ scripts: ['/start.js'] }), '/rows.csv': fs.readFileSync(file) };
    page['/start.js'] = `import { Board } from '/package/index.js';\nglobalThis.Board = Board;`;
    const { page: tab } = await open(t, { files: page, policy: 'strict' });
    await tab.waitForFunction(() => globalThis.Board);
    const plan = { version: 1, title: name, mission: { id: 'mission', title: 'Mission', kpis } };
    const found = await tab.evaluate(
      async ([given, how]) => {
        const board = await Board.open(given, { asOf: '2026-11-20' });
        const response = await fetch('/rows.csv');
        await board.ingest(response.body, how);
        return board.scores().kpis.map(({ id, value }) => [id, value]);
      },
      [plan, { version: 1, source: 's', ...mapping }],
    );
    for (const [id, value] of found) {
      const [wanted, within] = values[id];
      assert.ok(Math.abs(value - wanted) < within, `${id}: ${value} is not ${wanted}`);
    }
  });
}
