/** Which view stands for which name. */
import type { Board } from '../../board.js';
import type { Description } from '../../dom.js';
import type { Context } from '../context.js';
import { matrixOfAlignment } from './alignment.js';
import { asking, page } from './kit.js';
import { needs } from './needs.js';
import { people } from './people.js';
import { programmes } from './programmes.js';
import { review } from './review.js';
import { segments } from './segments.js';

type Make = (context: Context, board: Board, host: HTMLElement) => Description | undefined;

const VIEWS: Readonly<Record<string, Make>> = {
  programmes,
  needs,
  people,
  review,
  segments,
  alignment: matrixOfAlignment,
};

/** The view of this name; a sentence as long as the part of the module that answers it is still to come. */
export function viewed(name: string, context: Context, board: Board, host: HTMLElement): Description {
  return VIEWS[name]?.(context, board, host) ?? page(context, name, asking(context));
}
