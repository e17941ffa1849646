/** What nobody has answered yet: questions that stay open are said, and no answer is made up for them. */
import type { Catalog } from '../messages/catalog.js';
import { messagesFor } from '../throughline.js';
import { type ReadAnswers, WORK_STEPS } from './reading.js';
import { STEPS } from './steps.js';
import type { GoalAnswer, OpenQuestion, StepId } from './types.js';

/** In the order of the steps. */
export function openQuestions(read: ReadAnswers, locale: string): OpenQuestion[] {
  const words = messagesFor(locale);
  const found = new Map<StepId, OpenQuestion[]>([
    ['vision', missing('vision', { mission: read.mission, vision: read.vision, companyMission: read.companyMission })],
    ['needs', missing('needs', { needs: read.needs[0] })],
    ...WORK_STEPS.map((step): [StepId, OpenQuestion[]] => [step, missing(step, { [step]: read.work[step][0] })]),
    [
      'goals',
      [...missing('goals', { goals: read.goals[0] }), ...read.goals.flatMap((goal, at) => ofGoal(goal, at, read))],
    ],
    ['accountability', missing('accountability', duties(read))],
  ]);
  return STEPS.flatMap((step) => found.get(step) ?? []).map((open) => ({ ...open, text: sentence(open, words) }));
}

function missing(step: StepId, fields: Readonly<Record<string, unknown>>): OpenQuestion[] {
  const open = Object.keys(fields).filter((field) => fields[field] === undefined);
  return open.map((field) => ({ step, field, text: '' }));
}

function ofGoal({ how, measure, now, target, due }: GoalAnswer, at: number, read: ReadAnswers): OpenQuestion[] {
  // Without a measure there is nothing to ask a number of.
  const numbers = measure === undefined ? {} : { now, target };
  const open = missing('goals', { how, measure, ...numbers, due: due ?? read.due });
  return open.map((question) => ({ ...question, field: `goals/${at}/${question.field}` }));
}

function duties({ owners, standards, reviews }: ReadAnswers): Readonly<Record<string, unknown>> {
  return { owner: owners[0], standard: standards[0], reviews };
}

function sentence({ field }: OpenQuestion, words: Catalog): string {
  return words.text(`start.ask.${field.slice(field.lastIndexOf('/') + 1)}`);
}
