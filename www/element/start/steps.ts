/** The seven steps and what each asks (P9). */
import type { Catalog } from '../messages/catalog.js';
import { messagesFor } from '../throughline.js';
import type { GoalAnswer, ProgrammeQuestion, ProgrammeStep, StepId } from './types.js';

/** The fields that each step asks for, in the order they are asked. */
export const QUESTIONS: Readonly<Record<StepId, readonly string[]>> = {
  vision: ['mission', 'vision', 'companyMission'],
  needs: ['needs'],
  hiring: ['hiring'],
  goals: ['goals', 'how', 'measure', 'now', 'target', 'due'],
  training: ['training'],
  accountability: ['owner', 'standard', 'reviews'],
  recognition: ['recognition'],
};
export const STEPS = Object.keys(QUESTIONS) as StepId[];

/** The seven steps, in words of a locale. */
export function programmeSteps(locale = 'en'): ProgrammeStep[] {
  const words = messagesFor(locale);
  return STEPS.map((id) => ({
    id,
    title: words.text(`start.step.${id}`),
    why: words.text(`start.why.${id}`),
    questions: QUESTIONS[id].map((field) => question(field, words)),
  }));
}

function question(field: string, words: Catalog): ProgrammeQuestion {
  return {
    field,
    text: words.text(`start.ask.${field}`),
    hint: words.text(`start.hint.${field}`),
    suggestions: suggestions(field, words),
  };
}

/** As many as there are words for. */
function suggestions(field: string, words: Catalog): string[] {
  const found: string[] = [];
  for (let number = 1; words.has(`start.suggest.${field}.${number}`); number += 1) {
    found.push(words.text(`start.suggest.${field}.${number}`));
  }
  return found;
}

/** What each suggested goal is told by, in the order of their words. */
const SUGGESTED: readonly Pick<GoalAnswer, 'measure' | 'audience'>[] = [
  { measure: 'csat', audience: 'customer' },
  { measure: 'fcr', audience: 'customer' },
  { measure: 'first-reply-time', audience: 'customer' },
  { measure: 'retention', audience: 'customer' },
  { measure: 'enps', audience: 'internal' },
];

/** Goals to begin with: a title, for whom, and a measure; where it stands and should be is not for us to say. */
export function goalSuggestions(locale = 'en'): GoalAnswer[] {
  const titles = suggestions('goals', messagesFor(locale));
  return titles.map((title, at) => ({ title, ...SUGGESTED[at] }));
}
