/** A need on the common scale, drawn with spans: how much it matters, how well it is met, how sure both are. */
import type { Child, Description } from '../../dom.js';
import type { NeedRating, NeedStanding } from '../../types.js';
import { h } from '../parts.js';

/** The table says the same in numbers. */
export function scale({ importance, satisfaction, verdict }: NeedStanding): Description {
  const [from, to] = [importance?.level.value, satisfaction?.level.value];
  return h(
    'div',
    { class: 'scale', 'aria-hidden': 'true' },
    from !== undefined &&
      to !== undefined &&
      h('span', {
        class: verdict === 'unmet' ? 'between unmet' : 'between',
        '--from': Math.min(from, to),
        '--to': Math.max(from, to),
      }),
    mark(importance, 'matters'),
    mark(satisfaction, 'met'),
  );
}

function mark(rating: NeedRating | undefined, name: string): Child {
  if (rating === undefined) return false;
  const { value, low, high } = rating.level;
  return [
    low !== undefined && high !== undefined && h('span', { class: `reach of-${name}`, '--from': low, '--to': high }),
    h('span', { class: name, '--at': value }),
  ];
}
