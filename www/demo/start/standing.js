/** Where the team stands on each step: what it says beside what the plan shows. */
import { byId, h } from '../shared/dom.js';
import { messagesFor } from '../throughline/index.js';
import { programmeStanding } from '../throughline/start.js';

const words = messagesFor('en');
const MARKS = { missing: '○', part: '◐', whole: '●' };

function item({ step, title, said, shown, checks, differs }) {
  const next = checks.find(({ holds }) => !holds);
  const says = said === undefined ? 'Not answered' : words.text(`start.standing.${said}`);
  return h(
    'li',
    { 'data-shown': shown },
    h('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[shown]),
    h(
      'div',
      {},
      h('p', {}, h('a', { href: `#step-${step}` }, title), `: ${words.text(`start.state.${shown}`)}`),
      h('p', { class: 'hint' }, `You say: ${says}. `, differs === undefined ? '' : h('strong', {}, differs.text)),
      next === undefined ? '' : h('p', { class: 'todo' }, `${next.text} ${next.todo}`),
    ),
  );
}

export function showStanding(plan, answers) {
  const { steps, answered, of } = programmeStanding(plan, answers === undefined ? {} : { answers });
  const whole = steps.filter(({ shown }) => shown === 'whole').length;
  byId('standing-hint').textContent =
    `${whole} of ${of} steps are in the plan as a whole. You said where you stand on ${answered} of ${of}.`;
  byId('standing').replaceChildren(...steps.map(item));
}
