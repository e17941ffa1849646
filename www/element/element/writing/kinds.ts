/** The forms there are, in the order of their buttons. */

import type { Kind } from './fields.js';
import { checkIn } from './kind-check-in.js';
import { override } from './kind-override.js';
import { decision, feedback, told } from './kinds-of-loops.js';

export const KINDS: readonly Kind[] = [checkIn, feedback, decision, told, override];
