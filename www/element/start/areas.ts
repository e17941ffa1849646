/** What a maturity check asks about: ten known challenges and seven practice areas, three statements each. */
import { messagesFor } from '../throughline.js';
import type { AreaGroup, MaturityArea } from './maturity-types.js';

const AREAS: Readonly<Record<AreaGroup, readonly string[]>> = {
  challenge: [
    'customer-centricity',
    'siloed-channels',
    'knowledge-management',
    'personalisation',
    'complaint-handling',
    'empowerment',
    'automation-and-ai',
    'training',
    'measurement',
    'agility',
  ],
  practice: ['innovation', 'technology', 'process', 'invention', 'education-and-training', 'content', 'data'],
};
const STATEMENTS = [1, 2, 3];

export const GROUPS = Object.keys(AREAS) as AreaGroup[];

/** Every area with its statements, in words of a locale. A statement is answered with 1 to 5, or as not known. */
export function maturityAreas(locale = 'en'): MaturityArea[] {
  const words = messagesFor(locale);
  return GROUPS.flatMap((group) =>
    AREAS[group].map((id) => ({
      id,
      group,
      title: words.text(`start.area.${id}`),
      statements: STATEMENTS.map((number) => `${id}-${number}`).map((statement) => ({
        id: statement,
        area: id,
        text: words.text(`start.statement.${statement}`),
      })),
    })),
  );
}
