/** Where a team stands on each of the seven steps: what it says, and what its plan shows (P9). Any plan can be asked. */
import type { Catalog } from '../messages/catalog.js';
import { messagesFor } from '../throughline.js';
import type { Plan } from '../types.js';
import { type Check, checksOf } from './checks.js';
import { options, planOf } from './given.js';
import { dayOf } from './options.js';
import { readAnswers } from './reading.js';
import { STEPS } from './steps.js';
import type { ProgrammeAnswers, ProgrammeStanding, Said, Standing, StepCheck, StepId, StepStanding } from './types.js';

export interface StandingOptions {
  /** What the team said; without it only the plan is told of. */
  readonly answers?: ProgrammeAnswers;
  readonly asOf?: string;
  readonly locale?: string;
}

/** @throws {ThroughlineError} `answers-invalid` or `plan-invalid`, with every fault and its place. */
export function programmeStanding(plan: Plan | string | undefined, how?: StandingOptions): ProgrammeStanding {
  const { answers, locale = 'en', asOf } = options(how);
  const said = answers === undefined ? {} : readAnswers(answers, dayOf(asOf)).standing;
  const read = plan === undefined ? undefined : planOf(plan);
  const words = messagesFor(locale);
  const steps = STEPS.map((step) => standingOf(step, said[step], checksOf(step, read), words));
  return { steps, answered: Object.keys(said).length, of: 7 };
}

function standingOf(step: StepId, said: Standing | undefined, found: readonly Check[], words: Catalog): StepStanding {
  const checks = found.map((check) => told(check, words));
  const whole = checks.every(({ holds }) => holds);
  const none = checks.every(({ n }) => n === 0);
  const shown = whole ? 'whole' : none ? 'missing' : 'part';
  const differs = difference(said, shown, words);
  return {
    step,
    title: words.text(`start.step.${step}`),
    ...(said === undefined ? {} : { said }),
    shown,
    checks,
    ...(differs === undefined ? {} : { differs }),
  };
}

/** All of a whole hold; none of nothing. */
function told({ code, n, of }: Check, words: Catalog): StepCheck {
  const holds = n > 0 && n >= of;
  const text = words.text(`start.check.${code}`, { n, of });
  return { code, n, of, holds, params: { n, of }, text, ...(holds ? {} : { todo: words.text(`start.todo.${code}`) }) };
}

/** Only what cannot both be so: in between, people know more than a plan shows. */
function difference(said: Standing | undefined, shown: StepStanding['shown'], words: Catalog): Said | undefined {
  const used = said === 'in-use' || said === 'reviewed';
  const code =
    used && shown === 'missing'
      ? 'said-not-shown'
      : said === 'not-begun' && shown === 'whole'
        ? 'shown-not-said'
        : undefined;
  return code === undefined ? undefined : { code, params: {}, text: words.text(`start.differs.${code}`) };
}
