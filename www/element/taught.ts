/** What a first picture does without has come: the words and the sentences of an explanation. */
import { ThroughlineError } from './error.js';
import { teach } from './messages/catalog.js';

type Lesson = typeof import('./en-rest.js');

let lesson: Lesson | undefined;

export function isTaught(): boolean {
  return lesson !== undefined;
}

export function learn(given: Lesson): void {
  lesson = given;
  teach(given.rest);
}

/**
 * The sentences of an explanation.
 *
 * @throws ThroughlineError `rest-missing` where they are still to come
 */
export function told(): Lesson {
  if (lesson === undefined) throw new ThroughlineError('rest-missing');
  return lesson;
}
