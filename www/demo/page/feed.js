/** A made-up feed: four numbers wander, one record every second and a half, until it is paused. */
import { byId } from '../shared/dom.js';
import { board, MONTH_END, startOver } from './board.js';

const EVERY = 1500;
/** Where each number wanders: from, to, and the widest step. */
const WANDERING = [
  { kpi: 'contact-rate', low: 7, high: 9.6, step: 0.35 },
  { kpi: 'staffed', low: 72, high: 92, step: 3 },
  { kpi: 'solved-alone', low: 24, high: 40, step: 2 },
  { kpi: 'told-first', low: 5, high: 36, step: 4 },
];

export function startFeed() {
  const button = byId('feed');
  const told = byId('told');
  let timer;
  let turn = 0;

  function step() {
    const { kpi, low, high, step: widest } = WANDERING[turn % WANDERING.length];
    turn += 1;
    const now =
      board()
        ?.scores()
        .kpis.find((one) => one.id === kpi)?.value ?? (low + high) / 2;
    const value = Math.min(high, Math.max(low, now + (Math.random() * 2 - 1) * widest));
    board()?.record({ kpi, at: MONTH_END, value: Math.round(value * 10) / 10 });
  }

  function pause() {
    clearInterval(timer);
    timer = undefined;
    button.textContent = turn === 0 ? 'Start a made-up feed' : 'Resume the made-up feed';
    button.setAttribute('aria-pressed', 'false');
  }

  button.addEventListener('click', () => {
    if (timer !== undefined) return pause();
    timer = setInterval(step, EVERY);
    button.textContent = 'Pause the made-up feed';
    button.setAttribute('aria-pressed', 'true');
    step();
  });

  byId('reset').addEventListener('click', () => {
    turn = 0;
    pause();
    told.textContent = 'Back to the published plan and numbers.';
    startOver();
  });
}
