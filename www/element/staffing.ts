/** Staffing: what a number of agents leads to, and how many a service level takes. */

import * as glue from './core/throughline.js';
import { toJson } from './given.js';
import { call } from './loader.js';
import type { Staffing, StaffingRequest } from './types.js';

/**
 * What a number of agents leads to: by Erlang C, where all callers wait, or by Erlang A, where each has a `patience` after
 * which he hangs up. With `wanted` it also tells the fewest agents that reach it. Shares are 0 to 1, times are seconds.
 *
 * Both models take calls to come at random at an even rate and handling times to be exponential: a short peak within
 * the period, skills and transfers are not in them.
 *
 * @throws {ThroughlineError} `staffing-invalid`, with `issues`.
 *
 * @example
 * ```js
 * const found = staffing({ calls: 100, period: 1800, handlingTime: 180, agents: 14, within: 20 });
 * found.outlook.serviceLevel; // 0.888
 * found.outlook.wait; // 7.8 seconds
 * staffing({ calls: 100, period: 1800, handlingTime: 180, agents: 9, within: 20 }).missing; // 'unstable'
 * ```
 */
export function staffing(request: StaffingRequest): Staffing {
  const json = toJson(request);
  return call(() => glue.staffingOf(json) as Staffing);
}
