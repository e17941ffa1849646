// A board whose KPI is open, and where it is going is asked for by one press.
import { boardPage, painted } from './board.mjs';

/** `open` is that of `useBrowser`; `told` is what is waited for, each in turn. */
export async function askedWhere(open, t, { plan, told, ...how }) {
  const files = { ...boardPage(), '/plan.json': JSON.stringify(plan) };
  const made = await open(t, { files, ...how });
  const { page } = made;
  await painted(page);
  await page.waitForFunction(() => document.querySelector('strategy-board').board !== undefined);
  await page.evaluate(() => Object.assign(document.querySelector('strategy-board'), { selected: 'csat' }));
  const ask = page.locator('strategy-board .panel p.closer button', { hasText: 'where is it going' });
  await ask.focus();
  await page.keyboard.press('Enter');
  for (const selector of told) await page.locator(selector).first().waitFor();
  return made;
}
