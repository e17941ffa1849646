/** Customer lifetime value: what customers have brought, and what they can be expected to. */

import * as glue from './core/throughline.js';
import { toJson } from './given.js';
import { call } from './loader.js';
import type {
  BuyersLifetime,
  ContractsLifetime,
  ContractsRequest,
  CustomersRequest,
  LifetimeRequest,
  PurchasesRequest,
} from './types.js';

/**
 * Fits a model to customers and looks ahead. Customers who come and go without saying so: BG/NBD for how often they buy,
 * Gamma–Gamma for what they spend, from a table of purchases or a summary of each customer. Customers with a contract:
 * the shifted beta-geometric, from the renewals of their cohorts.
 *
 * Parameters come with standard errors. What cannot be fitted (too few customers, nobody who bought again) is no error:
 * its place says `missing` with a reason, and what is known all the same is there.
 *
 * @throws {ThroughlineError} `lifetime-invalid`, with `issues`.
 *
 * @example
 * ```js
 * const found = lifetime({ model: 'bg-nbd', unit: 'week', asOf: '2026-09-30', discount: 0.1, margin: 0.3, purchases });
 * found.value.value; // the margin expected of all customers within a year, discounted
 * found.buyers[0]; // { customer, repeats, last, age, alive, purchases, purchaseValue, value, historical }
 * ```
 */
export function lifetime(request: PurchasesRequest | CustomersRequest): BuyersLifetime;
export function lifetime(request: ContractsRequest): ContractsLifetime;
export function lifetime(request: LifetimeRequest): BuyersLifetime | ContractsLifetime {
  const json = toJson(request);
  return call(() => glue.lifetimeOf(json) as BuyersLifetime | ContractsLifetime);
}
