/**
 * A plan from nothing: the seven-step template of a service programme (P9), and the maturity check with the strategies it
 * proposes (P10). An entry of its own, loaded when it is wanted; it computes no scores and needs no board.
 */
// The words of its errors.
import './index.js';
import words from './start/en.json' with { type: 'json' };
import { teach } from './throughline.js';

teach(words);

export { maturityAreas } from './start/areas.js';
export { candidates } from './start/candidates.js';
export { type IntoPlanOptions, withStrategies } from './start/into-plan.js';
export { maturity } from './start/maturity.js';
export type * from './start/maturity-types.js';
export { measureChoices } from './start/measures.js';
export { type ProgrammeOptions, programmePlan } from './start/programme.js';
export { proposals } from './start/proposals.js';
export { programmeStanding, type StandingOptions } from './start/standing.js';
export { goalSuggestions, programmeSteps } from './start/steps.js';
export type * from './start/types.js';
