// Generated from the Rust types by `npm run generate`: do not edit.

/**
 * What kind of work an action is.
 */
export type ActionKind =
  'training' | 'hiring' | 'recognition' | 'knowledge' | 'technology' | 'process' | 'other';
/**
 * What a rule holds the value against.
 */
export type Against =
  | {
      number: number;
    }
  | {
      target: number;
    }
  | {
      kpi: string;
    };
/**
 * How several typed values make one.
 */
export type Aggregate = 'last' | 'sum' | 'mean' | 'min' | 'max' | 'count' | 'ratio-of-sums';
/**
 * Average handling time and its parts.
 */
export type AhtCalculation =
  | {
      /**
       * What is calculated.
       */
      family: 'aht';
      /**
       * `mean` where absent.
       */
      variant?: 'mean' | 'talk' | 'hold' | 'wrap';
      /**
       * Counts by name: whole numbers from 0.
       */
      counts: {
        /**
         * Contacts handled.
         */
        handled: number;
      };
      /**
       * Sums of time or money, and rates.
       */
      amounts: {
        /**
         * All talking time.
         */
        talk: number;
        /**
         * All time on hold.
         */
        hold: number;
        /**
         * All after-call work.
         */
        wrap: number;
      };
      /**
       * The unit of all lengths of time; `s` where absent.
       */
      unit?: 's' | 'min' | 'h' | 'd';
      /**
       * `bootstrap`: the interval of a mean or a percentile by drawing the values again (BCa), at most 5,000 of them.
       */
      interval?: 'bootstrap';
    }
  | {
      /**
       * What is calculated.
       */
      family: 'aht';
      /**
       * `mean` where absent.
       */
      variant?: 'mean' | 'talk' | 'hold' | 'wrap';
      /**
       * One value for each answer or case, in any order.
       */
      values: number[];
      /**
       * The unit of all lengths of time; `s` where absent.
       */
      unit?: 's' | 'min' | 'h' | 'd';
      /**
       * `bootstrap`: the interval of a mean or a percentile by drawing the values again (BCa), at most 5,000 of them.
       */
      interval?: 'bootstrap';
    };
/**
 * Average speed of answer.
 */
export type AsaCalculation =
  | {
      /**
       * What is calculated.
       */
      family: 'asa';
      /**
       * `mean` where absent.
       */
      variant?: 'mean';
      /**
       * Counts by name: whole numbers from 0.
       */
      counts: {
        /**
         * Calls answered.
         */
        answered: number;
      };
      /**
       * Sums of time or money, and rates.
       */
      amounts: {
        /**
         * All waiting time of the answered.
         */
        waiting: number;
      };
      /**
       * The unit of all lengths of time; `s` where absent.
       */
      unit?: 's' | 'min' | 'h' | 'd';
      /**
       * `bootstrap`: the interval of a mean or a percentile by drawing the values again (BCa), at most 5,000 of them.
       */
      interval?: 'bootstrap';
    }
  | {
      /**
       * What is calculated.
       */
      family: 'asa';
      /**
       * `mean` where absent.
       */
      variant?: 'mean';
      /**
       * One value for each answer or case, in any order.
       */
      values: number[];
      /**
       * The unit of all lengths of time; `s` where absent.
       */
      unit?: 's' | 'min' | 'h' | 'd';
      /**
       * `bootstrap`: the interval of a mean or a percentile by drawing the values again (BCa), at most 5,000 of them.
       */
      interval?: 'bootstrap';
    };
/**
 * Whom a goal is for.
 */
export type Audience = 'customer' | 'internal';
/**
 * One thing recorded: a value of a KPI, the progress of an action, or that one is taken away.
 */
export type BoardRecord = ValueRecord | CountsRecord | ProgressRecord | RemoveValue | RemoveProgress;
/**
 * How bullets are drawn.
 */
export type BulletForm = 'bullet' | 'gauge';
/**
 * The model of customers without a contract.
 */
export type BuyersModel = 'bg-nbd';
/**
 * Which KPI, by which variant, from which counts and values.
 */
export type Calculation =
  | NpsCalculation
  | EnpsCalculation
  | NpsChangeCalculation
  | CsatCalculation
  | CesCalculation
  | Ces1Calculation
  | FcrCalculation
  | AhtCalculation
  | FirstReplyTimeCalculation
  | ResolutionTimeCalculation
  | ServiceLevelCalculation
  | AsaCalculation
  | AbandonmentCalculation
  | OccupancyCalculation
  | SlaComplianceCalculation
  | BacklogCalculation
  | ReopenRateCalculation
  | ComplaintsCalculation
  | RecoveryCalculation
  | RetentionCalculation
  | ChurnCalculation
  | ClvCalculation
  | ClvHistoricalCalculation
  | ClvPredictiveCalculation
  | ContactRateCalculation
  | SelfServiceCalculation
  | DeflectionCalculation
  | ContainmentCalculation
  | FavourabilityCalculation
  | CronbachAlphaCalculation
  | CountsCalculation;
/**
 * The customer effort score 1.0: 1 to 5, low is good.
 */
export type Ces1Calculation =
  | {
      /**
       * What is calculated.
       */
      family: 'ces-1';
      /**
       * `mean` where absent.
       */
      variant?: 'mean';
      /**
       * How often each point of the scale was answered, as `{ "5": 42 }`.
       */
      answers: {
        [k: string]: number;
      };
    }
  | {
      /**
       * What is calculated.
       */
      family: 'ces-1';
      /**
       * `mean` where absent.
       */
      variant?: 'mean';
      /**
       * One value for each answer or case, in any order.
       */
      values: number[];
    };
/**
 * The customer effort score 2.0: 1 to 7, high is good.
 */
export type CesCalculation =
  | {
      /**
       * What is calculated.
       */
      family: 'ces';
      /**
       * `mean` where absent.
       */
      variant?: 'mean' | 'top-3-box' | 'index';
      /**
       * How often each point of the scale was answered, as `{ "5": 42 }`.
       */
      answers: {
        [k: string]: number;
      };
    }
  | {
      /**
       * What is calculated.
       */
      family: 'ces';
      /**
       * `mean` where absent.
       */
      variant?: 'mean' | 'top-3-box' | 'index';
      /**
       * One value for each answer or case, in any order.
       */
      values: number[];
    };
/**
 * What customers can be expected to bring, by a model.
 */
export type ClvPredictiveCalculation =
  | {
      /**
       * What is calculated.
       */
      family: 'clv-predictive';
      /**
       * `bg-nbd` where absent.
       */
      variant?: 'bg-nbd';
      /**
       * The purchases, in any order.
       *
       * @minItems 1
       */
      purchases: PurchaseRow[];
      /**
       * The last day that was observed.
       */
      asOf: string;
      /**
       * The unit that time is counted in; of contracts the time between two renewals.
       */
      unit: TimeWord;
      /**
       * How far is looked ahead, in that unit.
       */
      horizon?: number;
      /**
       * The rate that a year discounts by, as 0.1 for 10 %.
       */
      discount?: number;
      /**
       * The share of an amount that is margin; of contracts the margin between two renewals, which `sbg` needs.
       */
      margin?: number;
    }
  | {
      /**
       * What is calculated.
       */
      family: 'clv-predictive';
      /**
       * `bg-nbd` where absent.
       */
      variant?: 'bg-nbd';
      /**
       * The customers, each summed up.
       *
       * @minItems 1
       */
      customers: CustomerSummary[];
      /**
       * The unit that time is counted in; of contracts the time between two renewals.
       */
      unit: TimeWord;
      /**
       * How far is looked ahead, in that unit.
       */
      horizon?: number;
      /**
       * The rate that a year discounts by, as 0.1 for 10 %.
       */
      discount?: number;
      /**
       * The share of an amount that is margin; of contracts the margin between two renewals, which `sbg` needs.
       */
      margin?: number;
    }
  | {
      /**
       * What is calculated.
       */
      family: 'clv-predictive';
      /**
       * Of contracts.
       */
      variant: 'sbg';
      /**
       * For `sbg`: of each cohort the customers at first, after the first renewal, and so on.
       *
       * @minItems 1
       */
      cohorts: number[][];
      /**
       * The unit that time is counted in; of contracts the time between two renewals.
       */
      unit: TimeWord;
      /**
       * How far is looked ahead, in that unit.
       */
      horizon?: number;
      /**
       * The rate that a year discounts by, as 0.1 for 10 %.
       */
      discount?: number;
      /**
       * The share of an amount that is margin; of contracts the margin between two renewals, which `sbg` needs.
       */
      margin?: number;
    };
/**
 * How far an owner outside the team stands by what was asked.
 */
export type Commitment = 'asked' | 'agreed' | 'delivered';
/**
 * How much a card says.
 */
export type Compact = 'full' | 'narrow' | 'tiny';
/**
 * How a value is held against a number.
 */
export type Comparison = 'at-least' | 'above' | 'at-most' | 'below' | 'equal';
/**
 * The model of customers with a contract.
 */
export type ContractsModel = 'sbg';
/**
 * Where a count is told: by one measure, or by several that are added up.
 */
export type CountSources = CountFrom | CountFrom[];
/**
 * Customer satisfaction on a scale.
 */
export type CsatCalculation =
  | {
      /**
       * What is calculated.
       */
      family: 'csat';
      /**
       * `top-2-box` where absent.
       */
      variant?: 'top-2-box' | 'top-box' | 'mean';
      /**
       * How often each point of the scale was answered, as `{ "5": 42 }`.
       */
      answers: {
        [k: string]: number;
      };
      /**
       * The best answer of the scale; 5 where absent.
       */
      scale?: number;
    }
  | {
      /**
       * What is calculated.
       */
      family: 'csat';
      /**
       * `top-2-box` where absent.
       */
      variant?: 'top-2-box' | 'top-box' | 'mean';
      /**
       * One value for each answer or case, in any order.
       */
      values: number[];
      /**
       * The best answer of the scale; 5 where absent.
       */
      scale?: number;
    };
/**
 * The decimal mark.
 */
export type DecimalMark = '.' | ',';
/**
 * What parts the fields of a row.
 */
export type Delimiter = ',' | ';' | '\t' | '|';
/**
 * A dimension: its column, or its column and what its values are.
 */
export type DimensionColumn = string | Dimension;
/**
 * Which way is better.
 */
export type Direction = 'up' | 'down';
/**
 * The sign of a cause's effect.
 */
export type Effect = 'raises' | 'lowers';
/**
 * The Net Promoter Score asked of employees; small groups are not shown.
 */
export type EnpsCalculation =
  | {
      /**
       * What is calculated.
       */
      family: 'enps';
      /**
       * `net` where absent.
       */
      variant?: 'net' | 'net-wald';
      /**
       * Counts by name: whole numbers from 0.
       */
      counts: {
        /**
         * Answers of 9 and 10.
         */
        promoters: number;
        /**
         * Answers of 7 and 8.
         */
        passives: number;
        /**
         * Answers of 0 to 6.
         */
        detractors: number;
      };
      /**
       * The smallest group that is shown: 5, or more.
       */
      minimum?: number;
    }
  | {
      /**
       * What is calculated.
       */
      family: 'enps';
      /**
       * `net` where absent.
       */
      variant?: 'net' | 'net-wald';
      /**
       * How often each point of the scale was answered, as `{ "5": 42 }`.
       */
      answers: {
        [k: string]: number;
      };
      /**
       * The smallest group that is shown: 5, or more.
       */
      minimum?: number;
    }
  | {
      /**
       * What is calculated.
       */
      family: 'enps';
      /**
       * `net` where absent.
       */
      variant?: 'net' | 'net-wald';
      /**
       * One value for each answer or case, in any order.
       */
      values: number[];
      /**
       * The smallest group that is shown: 5, or more.
       */
      minimum?: number;
    };
/**
 * Which of a case's events marks a time.
 */
export type EventPick = 'first' | 'second' | 'last';
/**
 * How progress is expected to run from start to due.
 */
export type Expected =
  | {
      course: 'even';
    }
  | {
      course: 'milestones';
      /**
       * The points, one a day at most.
       *
       * @minItems 1
       */
      points: Milestone[];
    }
  | {
      course: 'steps';
      /**
       * The points, one a day at most.
       *
       * @minItems 1
       */
      points: Milestone[];
    };
/**
 * The family of a measure.
 */
export type Family =
  | 'resolution-time'
  | 'first-reply-time'
  | 'sla-compliance'
  | 'csat'
  | 'nps'
  | 'favourability'
  | 'retention'
  | 'counts'
  | 'enps'
  | 'ces'
  | 'ces-1'
  | 'fcr'
  | 'aht'
  | 'service-level'
  | 'asa'
  | 'abandonment'
  | 'occupancy'
  | 'backlog'
  | 'reopen-rate'
  | 'complaints'
  | 'recovery'
  | 'churn'
  | 'clv'
  | 'clv-historical'
  | 'contact-rate'
  | 'self-service'
  | 'deflection'
  | 'containment'
  | 'cronbach-alpha';
/**
 * Favourable answers of employees; small groups are not shown.
 */
export type FavourabilityCalculation =
  | {
      /**
       * What is calculated.
       */
      family: 'favourability';
      /**
       * `favourable` where absent.
       */
      variant?: 'favourable' | 'mean';
      /**
       * How often each point of the scale was answered, as `{ "5": 42 }`.
       */
      answers: {
        [k: string]: number;
      };
      /**
       * The best answer of the scale; 5 where absent.
       */
      scale?: number;
      /**
       * The smallest group that is shown: 5, or more.
       */
      minimum?: number;
    }
  | {
      /**
       * What is calculated.
       */
      family: 'favourability';
      /**
       * `favourable` where absent.
       */
      variant?: 'favourable' | 'mean';
      /**
       * One value for each answer or case, in any order.
       */
      values: number[];
      /**
       * The best answer of the scale; 5 where absent.
       */
      scale?: number;
      /**
       * The smallest group that is shown: 5, or more.
       */
      minimum?: number;
    };
/**
 * A rule that looks for a known pitfall.
 */
export type FindingId =
  | 'orphan'
  | 'unmeasured-goal'
  | 'no-owner'
  | 'stale'
  | 'no-interval'
  | 'strategy-without-action'
  | 'dates-outside-parent'
  | 'guard-diverges'
  | 'problem-metric-without-guard'
  | 'bunching'
  | 'no-company-mission'
  | 'goal-without-strategy'
  | 'too-many-goals'
  | 'empty-perspective'
  | 'equal-weights'
  | 'lopsided-weights'
  | 'counts-for-nothing'
  | 'double-count'
  | 'borrowed-kpi'
  | 'effort-against-importance'
  | 'drives-contradict'
  | 'conflict'
  | 'link-untestable'
  | 'unwatched-tension'
  | 'link-contradicted'
  | 'link-unmeasured'
  | 'mission-like-strategy'
  | 'activity-like-goal'
  | 'same-title'
  | 'goal-not-specific'
  | 'goal-not-measurable'
  | 'goal-not-time-bound'
  | 'unmeasured-strategy'
  | 'goal-without-leading-kpi'
  | 'goal-without-lagging-kpi'
  | 'too-many-kpis'
  | 'kpi-without-target'
  | 'kpi-without-baseline'
  | 'kpi-without-direction'
  | 'kpi-without-unit'
  | 'kpi-without-definition'
  | 'kpi-without-owner'
  | 'no-data'
  | 'far-behind'
  | 'target-missed'
  | 'unreachable-target'
  | 'override-expired'
  | 'benchmark-old'
  | 'benchmark-as-target'
  | 'several-owners'
  | 'commitment-missing'
  | 'owner-silent'
  | 'action-without-dates'
  | 'action-without-effort'
  | 'action-without-progress'
  | 'action-moves-nothing'
  | 'action-behind'
  | 'action-past-due'
  | 'need-unserved'
  | 'need-unrated'
  | 'pain-unaddressed'
  | 'moment-unmeasured'
  | 'no-internal-goal'
  | 'no-employee-voice'
  | 'no-training'
  | 'no-recognition'
  | 'review-overdue'
  | 'target-eased';
/**
 * Whether a value is still to be trusted for its age.
 */
export type Freshness = 'fresh' | 'stale' | 'no-interval' | 'none';
/**
 * The length of a period.
 */
export type Granularity = 'day' | 'week' | 'month' | 'quarter' | 'year';
/**
 * Which hours a length of time counts.
 */
export type Hours = 'calendar' | 'business';
/**
 * A KPI, or a kind of node.
 */
export type InputKind = Kind | KpiWord;
/**
 * One entry, by its kind.
 */
export type JournalEntry =
  | {
      kind: 'check-in';
      /**
       * Unique over all journals that are to be merged; a UUID for instance.
       */
      id: string;
      /**
       * Who, as the host says.
       */
      actor: string;
      /**
       * When, by RFC 3339.
       */
      time: string;
      /**
       * The id of the node or KPI.
       */
      about: string;
      /**
       * How sure they are that the target will be reached, 0 to 1.
       */
      confidence: number;
      /**
       * What they say.
       */
      note?: string;
      /**
       * A value of the KPI, in its unit.
       */
      value?: number;
      /**
       * How much of the action is done, 0 to 1; not beside a value.
       */
      progress?: number;
      /**
       * The day that value or progress was true; the day of the entry where absent.
       */
      at?: string;
    }
  | {
      kind: 'feedback';
      /**
       * Unique over all journals that are to be merged; a UUID for instance.
       */
      id: string;
      /**
       * Who, as the host says.
       */
      actor: string;
      /**
       * When, by RFC 3339.
       */
      time: string;
      /**
       * The id of the node or KPI it is about.
       */
      about: string;
      /**
       * In their own words.
       */
      text: string;
      /**
       * Whom it comes from.
       */
      from: Voice;
      /**
       * By which channel it came.
       */
      channel?: string;
    }
  | {
      kind: 'decision';
      /**
       * Unique over all journals that are to be merged; a UUID for instance.
       */
      id: string;
      /**
       * Who, as the host says.
       */
      actor: string;
      /**
       * When, by RFC 3339.
       */
      time: string;
      /**
       * The id of the node or KPI it is about.
       */
      about?: string;
      /**
       * The decision.
       */
      text: string;
      /**
       * The ids of the feedback it answers.
       */
      answers?: string[];
    }
  | {
      kind: 'told';
      /**
       * Unique over all journals that are to be merged; a UUID for instance.
       */
      id: string;
      /**
       * Who, as the host says.
       */
      actor: string;
      /**
       * When, by RFC 3339.
       */
      time: string;
      /**
       * The id of the node or KPI it is about.
       */
      about?: string;
      /**
       * What they were told.
       */
      text?: string;
      /**
       * By which channel.
       */
      channel?: string;
      /**
       * The ids of the feedback.
       */
      answers: string[];
    }
  | {
      kind: 'override';
      /**
       * Unique over all journals that are to be merged; a UUID for instance.
       */
      id: string;
      /**
       * Who, as the host says.
       */
      actor: string;
      /**
       * When, by RFC 3339.
       */
      time: string;
      /**
       * The id of the node or KPI.
       */
      about: string;
      /**
       * The score that counts instead, 0 to 1.
       */
      score?: number;
      /**
       * The status that is shown instead; score, status or both.
       */
      status?: StatedStatus;
      /**
       * Why.
       */
      reason: string;
      /**
       * The last day it holds.
       */
      until: string;
    }
  | {
      kind: 'edit';
      /**
       * Unique over all journals that are to be merged; a UUID for instance.
       */
      id: string;
      /**
       * Who, as the host says.
       */
      actor: string;
      /**
       * When, by RFC 3339.
       */
      time: string;
      /**
       * The id of the node or KPI it is about.
       */
      about?: string;
      /**
       * The fingerprint of the plan it was made on.
       */
      plan: string;
      /**
       * The fingerprint of the plan it led to.
       */
      result: string;
      /**
       * From the one to the other, as a JSON Patch (RFC 6902).
       */
      patch: PatchOperation[];
      /**
       * And back.
       */
      inverse: PatchOperation[];
      /**
       * The id of the edit that this one takes back.
       */
      undoes?: string;
    }
  | {
      kind: 'review';
      /**
       * Unique over all journals that are to be merged; a UUID for instance.
       */
      id: string;
      /**
       * Who, as the host says.
       */
      actor: string;
      /**
       * When, by RFC 3339.
       */
      time: string;
      /**
       * The id of the node it was about; absent where it was about the plan.
       */
      about?: string;
      /**
       * What is to be remembered of it.
       */
      note?: string;
      /**
       * The ids of the decisions taken in it.
       */
      decisions?: string[];
      /**
       * The fingerprint of the plan that was gone through.
       */
      plan?: string;
      /**
       * The findings that were open; absent where that was not kept.
       */
      findings?: RaisedFinding[];
      /**
       * How nodes and KPIs stood; absent where that was not kept.
       */
      stood?: StoodAt[];
    };
/**
 * What kind of node.
 */
export type Kind = 'company-mission' | 'mission' | 'vision' | 'goal' | 'strategy' | 'action';
/**
 * Which way a KPI should move.
 */
export type KpiDirection = 'up' | 'down';
/**
 * The word `kpi`.
 */
export type KpiWord = 'kpi';
/**
 * Whether a KPI moves before the outcome or is the outcome.
 */
export type Lead = 'leading' | 'lagging';
/**
 * What lifetime value is computed from, and on what terms.
 */
export type LifetimeRequest = PurchasesRequest | CustomersRequest | ContractsRequest;
/**
 * What a link means.
 */
export type LinkKind = 'serves' | 'supports' | 'drives';
/**
 * One thing measured: what it is, and in which columns.
 */
export type MappingMeasure =
  | DurationMeasure
  | SlaMeasure
  | ScaleMeasure
  | NpsMeasure
  | RetentionMeasure
  | CountsMeasure
  | TallyMeasure
  | CustomersMeasure
  | ItemsMeasure;
/**
 * A time zone: UTC, or its offsets over the span of the data.
 */
export type MappingZone = UtcZone | ZoneOffsets;
/**
 * What a missing contributor does to its parent's score.
 */
export type Missing = 'ignore' | 'propagate' | 'zero';
/**
 * The Net Promoter Score.
 */
export type NpsCalculation =
  | {
      /**
       * What is calculated.
       */
      family: 'nps';
      /**
       * `net` where absent.
       */
      variant?: 'net' | 'net-wald';
      /**
       * Counts by name: whole numbers from 0.
       */
      counts: {
        /**
         * Answers of 9 and 10.
         */
        promoters: number;
        /**
         * Answers of 7 and 8.
         */
        passives: number;
        /**
         * Answers of 0 to 6.
         */
        detractors: number;
      };
    }
  | {
      /**
       * What is calculated.
       */
      family: 'nps';
      /**
       * `net` where absent.
       */
      variant?: 'net' | 'net-wald';
      /**
       * How often each point of the scale was answered, as `{ "5": 42 }`.
       */
      answers: {
        [k: string]: number;
      };
    }
  | {
      /**
       * What is calculated.
       */
      family: 'nps';
      /**
       * `net` where absent.
       */
      variant?: 'net' | 'net-wald';
      /**
       * One value for each answer or case, in any order.
       */
      values: number[];
    };
/**
 * What a step of a JSON Patch does.
 */
export type OperationKind = 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
/**
 * One parameter of a code.
 */
export type Param = string | number | string[];
/**
 * How much a need matters, or how well it is met.
 */
export type Rating = KpiRating | TypedRating;
/**
 * What becomes of contacts that are repeats themselves.
 */
export type RepeatContacts = 'count' | 'leave-out';
/**
 * Which resolution of a case that was opened again ends it.
 */
export type Resolved = 'first' | 'last';
/**
 * How contributors make a score.
 */
export type RollUp = 'mean' | 'min' | 'max' | 'worst' | 'capped-sum' | 'by-target';
/**
 * One change to suppose.
 */
export type ScenarioChange = KpiChange | LinkChange | ActionChange | StaffingChange;
/**
 * How a value becomes a score from 0 to 1.
 */
export type ScoreFunction =
  | {
      function: 'linear';
    }
  | {
      function: 'min-max';
      /**
       * The lower bound.
       */
      low: number;
      /**
       * The upper bound.
       */
      high: number;
    }
  | {
      function: 'range';
      /**
       * 0 from here down.
       */
      low0: number;
      /**
       * 1 from here up.
       */
      low: number;
      /**
       * 1 up to here.
       */
      high: number;
      /**
       * 0 from here up.
       */
      high0: number;
    }
  | {
      function: 'goal-red-flag';
      /**
       * Where the score is 1.
       */
      goal: number;
      /**
       * Where it is ½; lower than the goal where more is better, else higher.
       */
      redFlag: number;
    }
  | {
      function: 'thresholds';
      /**
       * The rules.
       *
       * @minItems 1
       */
      rules: ThresholdRule[];
      /**
       * What holds where no rule does.
       */
      otherwise: Otherwise;
    }
  | {
      function: 'binary';
      /**
       * The number.
       */
      at: number;
    }
  | {
      function: 'ordinal';
      /**
       * The values and their scores.
       *
       * @minItems 1
       */
      scores: OrdinalStep[];
    }
  | {
      function: 'piecewise';
      /**
       * The points, by ascending value.
       *
       * @minItems 2
       */
      points: ScorePoint[];
    }
  | {
      function: 'expression';
      /**
       * The formula.
       */
      formula: string;
      /**
       * The number that the formula calls `low`.
       */
      low?: number;
      /**
       * The number that the formula calls `high`.
       */
      high?: number;
    };
/**
 * One segment: a value of the first (or only) dimension, or values by the names of their dimensions.
 */
export type SegmentName =
  | string
  | {
      [k: string]: string;
    };
/**
 * How much a finding matters.
 */
export type Severity = 'error' | 'warning' | 'note';
/**
 * What SLA compliance is a share of: what was due in the period (open breaches included), created or resolved in it.
 */
export type SlaBasis = 'due' | 'created' | 'resolved';
/**
 * What was dropped from a period: a segment, or every segment of these dimensions together.
 */
export type SnapshotGroup = SegmentName | string[];
/**
 * What a stale value does.
 */
export type Stale = 'leave' | 'keep';
/**
 * The status that a rule gives.
 */
export type StatedStatus = 'on-track' | 'at-risk' | 'off-track';
/**
 * How a KPI or a node stands.
 */
export type Status =
  | 'on-track'
  | 'at-risk'
  | 'off-track'
  | 'cannot-tell'
  | 'stale'
  | 'no-data'
  | 'not-started'
  | 'done'
  | 'met'
  | 'not-met';
/**
 * Which way the language runs.
 */
export type TextDirection = 'ltr' | 'rtl';
/**
 * A unit of time: a month is a twelfth of a year, a year 365.25 days.
 */
export type TimeWord = 'day' | 'week' | 'month' | 'quarter' | 'year';
/**
 * How one target leads to the next.
 */
export type TrendAimShape = 'steps' | 'line';
/**
 * Whether an axis begins at zero.
 */
export type TrendBase = 'near' | 'zero' | 'data';
/**
 * What a number of time counts.
 */
export type TrendClock = 'days' | 'milliseconds';
/**
 * The status of a zone.
 */
export type TrendStatus = 'on-track' | 'at-risk' | 'off-track';
/**
 * A time: days or milliseconds since 1970-01-01, as `time` says, or a day as `YYYY-MM-DD`.
 */
export type TrendTime = number | string;
/**
 * A value typed in, as it is or as counts.
 */
export type TypedValue = PlainValue | CountedValue;
/**
 * Coordinated universal time.
 */
export type UtcZone = 'UTC';
/**
 * Which periods a KPI's value covers.
 */
export type ValueWindow =
  | 'all'
  | {
      last: number;
    };
/**
 * A named definition; any percentile is written like p90, p99.5 or p90-nearest-rank.
 */
export type Variant =
  | (
      | 'mean'
      | 'median'
      | 'share-within'
      | 'top-2-box'
      | 'top-box'
      | 'net'
      | 'favourable'
      | 'share'
      | 'p90'
      | 'net-wald'
      | 'top-3-box'
      | 'index'
      | 'gross'
      | 'talk'
      | 'hold'
      | 'wrap'
      | 'l1'
      | 'l2'
      | 'l3'
      | 'l4'
      | 'l5'
      | 'all'
      | 'without-short'
      | 'due'
      | 'created'
      | 'resolved'
      | 'count'
      | 'cases'
      | 'events'
      | 'acknowledged'
      | 'escalated'
      | 'in-time'
      | 'kept'
      | 'satisfied'
      | 'first-margin-later'
      | 'first-margin-now'
      | 'per-customer'
      | 'per-order'
      | 'alpha'
      | 'margin'
      | 'revenue'
    )
  | string;
/**
 * Which picture.
 */
export type View = 'map' | 'scorecard' | 'line';
/**
 * Whom a piece of feedback comes from.
 */
export type Voice = 'customer' | 'employee';
/**
 * Which week of a year is its first: the one with four days of it (ISO), or the one with 1 January.
 */
export type WeekOne = 'four-days' | 'january-1';
/**
 * The day a week begins on.
 */
export type WeekStart = 'monday' | 'sunday' | 'saturday';

/**
 * Calls abandoned, with or without the short ones.
 */
export interface AbandonmentCalculation {
  /**
   * What is calculated.
   */
  family: 'abandonment';
  /**
   * `all` where absent.
   */
  variant?: 'all' | 'without-short';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Calls offered.
     */
    offered: number;
    /**
     * Calls abandoned; all service levels but `l2` need it.
     */
    abandoned: number;
    /**
     * Calls abandoned at once; `without-short` needs it.
     */
    short?: number;
  };
}
/**
 * Who answers for what, and how that stands.
 */
export interface Accountability {
  /**
   * Every owner, in the order of the plan: never a ranking.
   */
  owners: OwnerCard[];
  /**
   * Every service standard.
   */
  standards: ServiceStandard[];
  /**
   * Trainings that are due again.
   */
  refreshers: Refresher[];
  /**
   * The ids of goals, strategies and actions that nobody alone answers for.
   */
  unowned: string[];
}
/**
 * What is done; serves a strategy, a goal, an action or the mission.
 */
export interface Action {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
  /**
   * The id of its perspective: its band of the map.
   */
  perspective?: string;
  /**
   * Who owns it.
   */
  owners?: Ownership[];
  /**
   * The first day.
   */
  start?: string;
  /**
   * The last day.
   */
  due?: string;
  /**
   * The nodes it serves. It may serve several; each then counts its share.
   */
  serves?: Serves[];
  /**
   * What measures it.
   */
  kpis?: Kpi[];
  /**
   * How its contributors make its score; as the settings say where absent.
   */
  rollUp?: RollUp;
  /**
   * What a missing contributor does to its score; as the settings say where absent.
   */
  missing?: Missing;
  /**
   * A score or status set by hand, for a while.
   */
  override?: Override;
  /**
   * How often a check-in is due; as the plan says where absent.
   */
  checkIns?: Granularity;
  /**
   * The kind of work; `other` where absent.
   */
  kind?: ActionKind;
  /**
   * Its size, in any unit that all actions share; 1 where absent.
   */
  effort?: number;
  /**
   * How much is done; absent where nobody said, which is not 0.
   */
  progress?: number;
  /**
   * The ids of the KPIs it should move.
   */
  shouldMove?: string[];
  /**
   * Periods from its end until those KPIs are expected to show it; 0 where absent.
   */
  lag?: number;
}
/**
 * Another course of an action.
 */
export interface ActionChange {
  /**
   * The id of the action.
   */
  node: string;
  /**
   * How much of it would be done.
   */
  progress?: number;
  /**
   * What it would take.
   */
  effort?: number;
}
/**
 * The alignment of a plan: every metric with its causes, and the index with its weights.
 */
export interface Alignment {
  /**
   * The weighted mean of the metrics that exist, 0..1; absent where none does.
   */
  index?: number;
  /**
   * The weights as set, by metric.
   */
  weights: {
    [k: string]: number;
  };
  /**
   * The metrics the index was made of; the others have nothing to count and the rest is renormalised.
   */
  used: string[];
  /**
   * Every metric.
   */
  metrics: Metric[];
  /**
   * What each node contributes to the mission, 0..1 (AL-P), largest first.
   */
  contribution: Contribution[];
}
/**
 * A cell of an alignment matrix.
 */
export interface AlignmentMatrixCell {
  /**
   * The id of its row.
   */
  row: string;
  /**
   * The id of its column.
   */
  column: string;
  /**
   * How much of the column hangs on the row, 0 to 1: the area of the disc. Absent where that is unknown.
   */
  share?: number;
  /**
   * What data say of the link: `consistent`, `contradicts`, `no-support` or `untestable`, as `board.evidence()`.
   */
  evidence?: string;
  /**
   * What is written below the disc.
   */
  text?: string;
  /**
   * A second line; shown where all of them find room.
   */
  note?: string;
}
/**
 * An alignment matrix: how much of each goal hangs on each strategy or action, and what data say of it.
 */
export interface AlignmentMatrixRequest {
  /**
   * Width available, CSS pixels; the height follows from it, where none is asked for.
   */
  width: number;
  /**
   * Device pixels a CSS pixel; left out: 1.
   */
  ratio?: number;
  /**
   * Which way the language runs; left out: `ltr`. Right to left the picture is mirrored: axes go round the other way,
   * and time does.
   */
  direction?: TextDirection;
  /**
   * CSS font family; left out: `system-ui, sans-serif`.
   */
  font?: string;
  /**
   * Colours by role, `#rrggbb` or `#rrggbbaa`; a role left out keeps the light default.
   */
  palette?: Palette;
  /**
   * Strategies or actions, from the top; 100 at most.
   *
   * @maxItems 100
   */
  rows: ChartHead[];
  /**
   * Goals, from the start side; 60 at most.
   *
   * @maxItems 60
   */
  columns: ChartHead[];
  /**
   * The links, one a place. Where there is none, nothing is drawn.
   */
  cells: AlignmentMatrixCell[];
  /**
   * The words of the legend, by name: `unknown`, and the evidence states by theirs.
   */
  words?: {
    [k: string]: string;
  };
  /**
   * The cell selected.
   */
  select?: ChartPlace;
  /**
   * The cell under the pointer or the keyboard.
   */
  hover?: ChartPlace;
}
/**
 * The index before and after.
 */
export interface AlignmentMove {
  /**
   * Before.
   */
  before?: number;
  /**
   * After.
   */
  after?: number;
}
/**
 * What is left to do.
 */
export interface BacklogCalculation {
  /**
   * What is calculated.
   */
  family: 'backlog';
  /**
   * `count` where absent.
   */
  variant?: 'count';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * How many there were at the start.
     */
    start: number;
    /**
     * Cases created.
     */
    created: number;
    /**
     * Cases resolved.
     */
    resolved: number;
    /**
     * Cases, or times, reopened.
     */
    reopened: number;
  };
}
/**
 * Where the colours change, on pace or score.
 */
export interface Bands {
  /**
   * On track from here up.
   */
  onTrack: number;
  /**
   * At risk from here up, off track below; at most `onTrack`.
   */
  atRisk: number;
}
/**
 * What others reach.
 */
export interface Benchmark {
  /**
   * The figure, in the KPI's unit.
   */
  value: number;
  /**
   * Who published it.
   */
  source: string;
  /**
   * When.
   */
  date: string;
  /**
   * The unit it was published in: one that is not the KPI's is refused.
   */
  unit?: string;
}
/**
 * The score with every unknown at 0 and at 1.
 */
export interface Bounds {
  /**
   * Every unknown at 0.
   */
  low: number;
  /**
   * Every unknown at 1.
   */
  high: number;
}
/**
 * A measure by its segments, beside the whole that they make.
 */
export interface Breakdown {
  /**
   * The KPI, where it is one's.
   */
  kpi?: string;
  /**
   * The source's id.
   */
  source: string;
  /**
   * The measure's id.
   */
  measure: string;
  /**
   * The variant of the definition, as a code.
   */
  variant: string;
  /**
   * The unit of the values.
   */
  unit?: string;
  /**
   * The dimensions it is split by.
   */
  by: string[];
  /**
   * The whole of each period first, and its segments behind it.
   */
  rows: BreakdownRow[];
  /**
   * The places of the segments among the rows, from the highest value down; null where an interval reaches the next,
   * so that the data carry no order.
   */
  order: number[];
  /**
   * Why there are no segments.
   */
  missing?: Reason;
}
/**
 * A segment in a period.
 */
export interface BreakdownRow {
  /**
   * The values of the segment by dimension; empty for the whole.
   */
  segment: {
    [k: string]: string;
  };
  /**
   * Its cases as a part of the whole's, 0 to 1.
   */
  share?: number;
  /**
   * For a person: how much of the value is the person's own, 0 to 1; the rest is what all of them have in common.
   */
  own?: number;
  /**
   * `above` or `below` where the whole interval lies on that side of the whole's value; else `cannot-tell`.
   */
  apart?: string;
  /**
   * The day the value was true: the end of its period, as YYYY-MM-DD.
   */
  at: string;
  /**
   * The value in its unit, unrounded; absent with a `missing` reason.
   */
  value?: number;
  /**
   * Why there is no value.
   */
  missing?: Reason;
  /**
   * How many cases stand behind it.
   */
  n?: number;
  /**
   * Its interval.
   */
  interval?: Interval;
  /**
   * The relative error of an approximated value, as 0.01 for ±1 %.
   */
  approximation?: number;
  /**
   * How many cases are still open and not in it.
   */
  open?: number;
  /**
   * Its period, as 2026-10 or 2026-W41.
   */
  period?: string;
  /**
   * Whether that period had ended; an unfinished one is shown, never scored.
   */
  complete: boolean;
  /**
   * Where it comes from.
   */
  provenance: Provenance;
}
/**
 * A value beside its target.
 */
export interface Bullet {
  /**
   * Its id, one for each.
   */
  id: string;
  /**
   * What it is called, in the reader's language.
   */
  label: string;
  /**
   * A second, quieter line.
   */
  note?: string;
  /**
   * What is written behind it: its value, or that there is none.
   */
  text?: string;
  /**
   * Its own scale.
   */
  scale: BulletScale;
  /**
   * Up to three values at which one band ends and the next begins, ascending: the first band is the darkest.
   *
   * @maxItems 3
   */
  bands?: number[];
  /**
   * Its value; absent where it is unknown, which is drawn as a dashed edge and never as the lowest.
   */
  value?: number;
  /**
   * The lower end of its interval, with `high`.
   */
  low?: number;
  /**
   * The upper end of its interval.
   */
  high?: number;
  /**
   * Where it should be.
   */
  target?: number;
  /**
   * Where it started.
   */
  baseline?: number;
  /**
   * What others reach.
   */
  benchmark?: number;
  /**
   * Its status: the colour of the bar.
   */
  status?: Status;
}
/**
 * A bullet's own scale.
 */
export interface BulletScale {
  /**
   * The lowest value that has a place.
   */
  low: number;
  /**
   * The highest one; above `low`.
   */
  high: number;
  /**
   * What is written at the lower end.
   */
  lowText?: string;
  /**
   * What is written at the upper end.
   */
  highText?: string;
}
/**
 * Bullets: values beside their targets, each on its own scale; or the same on half circles.
 */
export interface BulletsRequest {
  /**
   * Width available, CSS pixels; the height follows from it, where none is asked for.
   */
  width: number;
  /**
   * Device pixels a CSS pixel; left out: 1.
   */
  ratio?: number;
  /**
   * Which way the language runs; left out: `ltr`. Right to left the picture is mirrored: axes go round the other way,
   * and time does.
   */
  direction?: TextDirection;
  /**
   * CSS font family; left out: `system-ui, sans-serif`.
   */
  font?: string;
  /**
   * Colours by role, `#rrggbb` or `#rrggbbaa`; a role left out keeps the light default.
   */
  palette?: Palette;
  /**
   * The bullets, from the top; 100 at most.
   *
   * @maxItems 100
   */
  bullets: Bullet[];
  /**
   * `gauge` draws half circles: an angle is read less exactly than a length, and takes five times the room. Left out:
   * `bullet`.
   */
  as?: BulletForm;
  /**
   * The words of the legend, by name: `value`, `target`, `baseline`, `benchmark`, `interval`, `unknown`.
   */
  words?: {
    [k: string]: string;
  };
  /**
   * The id of the bullet selected.
   */
  select?: string;
  /**
   * The id of the bullet under the pointer or the keyboard.
   */
  hover?: string;
}
/**
 * One customer, looked ahead. What is not known is absent.
 */
export interface BuyerForecast {
  /**
   * Who.
   */
  customer: string;
  /**
   * Purchases after the first.
   */
  repeats: number;
  /**
   * From the first purchase to the last one.
   */
  last: number;
  /**
   * From the first purchase to the end of observation.
   */
  age: number;
  /**
   * The margin brought so far.
   */
  historical?: number;
  /**
   * The chance that they are a customer still.
   */
  alive?: number;
  /**
   * The purchases to expect within the horizon.
   */
  purchases?: number;
  /**
   * What one of them is expected to be worth, not only its margin.
   */
  purchaseValue?: number;
  /**
   * The margin of these purchases, discounted: predictive lifetime value.
   */
  value?: number;
}
/**
 * Lifetime value of customers without a contract: what they have brought, and what BG/NBD and Gamma–Gamma expect.
 */
export interface BuyersLifetime {
  /**
   * `bg-nbd`.
   */
  model: string;
  /**
   * The unit of all times.
   */
  unit: string;
  /**
   * How far is looked ahead, in that unit.
   */
  horizon: number;
  /**
   * The rate that a year discounts by, continuously: what comes after t years counts (1 + rate)^−t.
   */
  discount: number;
  /**
   * The share of an amount that is margin.
   */
  margin: number;
  /**
   * How many customers there are.
   */
  customers: number;
  /**
   * How many of them bought again.
   */
  repeaters: number;
  /**
   * Their purchases after the first.
   */
  repeats: number;
  /**
   * The margin they have brought so far, in all.
   */
  historical: Quantity;
  /**
   * The same a customer.
   */
  historicalMean: Quantity;
  /**
   * BG/NBD: how often they buy and when they leave.
   */
  frequency: LifetimeFit;
  /**
   * Gamma–Gamma: what they spend.
   */
  spending: LifetimeFit;
  /**
   * The worth of one purchase over all customers, by Gamma–Gamma.
   */
  purchaseValue: Quantity;
  /**
   * How the worth of purchases goes with their number, which Gamma–Gamma takes to be unrelated.
   */
  correlation?: Correlation;
  /**
   * How many of them are expected to be customers still.
   */
  alive: Quantity;
  /**
   * The purchases that all are expected to make within the horizon; its error is the parameters' alone.
   */
  purchases: Quantity;
  /**
   * The margin of these purchases, discounted: predictive lifetime value, in all.
   */
  value: Quantity;
  /**
   * The repeat purchases of somebody who buys for the first time now.
   */
  newcomerPurchases: Quantity;
  /**
   * The margin of those, discounted.
   */
  newcomerValue: Quantity;
  /**
   * The customers, one by one.
   */
  buyers: BuyerForecast[];
  /**
   * What there is to know about it.
   */
  notes: Reason[];
}
/**
 * A KPI calculated from counts and values, in codes; the message layer has the words.
 */
export interface CalculatedKpi {
  /**
   * The family's id.
   */
  family: string;
  /**
   * The variant of its definition.
   */
  variant: string;
  /**
   * The value, unrounded; absent with a `missing` reason.
   */
  value?: number;
  /**
   * Why the value is not told.
   */
  missing?: Reason;
  /**
   * The unit of value and interval: `%`, `points`, `rating`, `s`, `min`, `h`, `d`, `cases`, `money`, `coefficient`.
   */
  unit: string;
  /**
   * How many answers, cases or customers stand behind it.
   */
  n?: number;
  /**
   * What was divided, where something was.
   */
  numerator?: number;
  /**
   * By what.
   */
  denominator?: number;
  /**
   * Its 95 % interval, where one exists.
   */
  interval?: Interval;
  /**
   * The code of the definition, as `nps.net`.
   */
  definition: string;
  /**
   * Where the definition comes from, as the key of a citation.
   */
  source: string;
  /**
   * What there is to know about it.
   */
  notes: Reason[];
}
/**
 * A KPI calculated from rows: what became of them stands beside it.
 */
export interface CalculatedRows {
  /**
   * The KPI.
   */
  kpi: CalculatedKpi;
  /**
   * What became of the rows.
   */
  report: IngestReport;
  /**
   * Customers who come and go, by the period they came in; none of other rows.
   */
  cohorts: Cohort[];
}
/**
 * How weeks, quarters and years are cut, where not by ISO 8601 and from January.
 */
export interface Calendar {
  /**
   * The month a year begins with, 1 to 12, with its quarters; 1 where absent.
   */
  fiscalYearStart?: number;
  /**
   * The day a week begins on; `monday` where absent.
   */
  weekStart?: WeekStart;
  /**
   * Which week of a year is its first; `four-days` (ISO 8601) where absent.
   */
  weekOne?: WeekOne;
}
/**
 * One reason why a metric is below 1.
 */
export interface Cause {
  /**
   * The stable code.
   */
  code: string;
  /**
   * The node's id.
   */
  node: string;
  /**
   * What the sentence needs.
   */
  params: Params;
}
/**
 * What moved since the call before; what stayed is not in it.
 */
export interface Change {
  /**
   * Nodes whose status, score or anything shown beside it moved.
   */
  nodes: Move[];
  /**
   * KPIs whose status, score or value moved.
   */
  kpis: Move[];
  /**
   * Findings that came and went.
   */
  findings: Findings;
  /**
   * The index before and after, where it moved.
   */
  alignment?: AlignmentMove;
}
/**
 * A segment's part in a change.
 */
export interface ChangePart {
  /**
   * The values of the segment by dimension.
   */
  segment: {
    [k: string]: string;
  };
  /**
   * By its own figure.
   */
  rate: number;
  /**
   * By its share of the cases.
   */
  mix: number;
}
/**
 * What a change is made of, in the unit of the values; rate + mix is the change.
 */
export interface ChangeSplit {
  /**
   * By the segments' own figures having changed.
   */
  rate: number;
  /**
   * By their shares of the cases having changed.
   */
  mix: number;
  /**
   * Each segment's part; an empty segment stands for all cases of none, or of one that is not shown.
   */
  parts: ChangePart[];
  /**
   * Simpson's paradox: `up` or `down`, the way of every segment with cases in both periods, where the whole goes the other way.
   */
  paradox?: string;
}
/**
 * Where a picture lies, in CSS pixels from the upper left corner of the canvas: for what a page lays over it.
 */
export interface ChartGeometry {
  /**
   * Width of the picture.
   */
  width: number;
  /**
   * Height of the picture: it follows from the width and what is in it.
   */
  height: number;
  /**
   * Device pixels a CSS pixel: the canvas is `width × ratio` by `height × ratio` of them. Less than asked for where a
   * canvas could not be so high.
   */
  ratio: number;
  /**
   * How it was laid out in this width: `table`, `tiles` or `list`, `wide` or `narrow`, `gauge`.
   */
  form: string;
  /**
   * The boxes of the labels; none lies over another.
   */
  labels: ChartSpot[];
  /**
   * What can be pointed at, in the order given.
   */
  spots: ChartSpot[];
}
/**
 * A row or a column.
 */
export interface ChartHead {
  /**
   * Its id, one for each.
   */
  id: string;
  /**
   * What it is called, in the reader's language.
   */
  label: string;
  /**
   * A second, quieter line; of columns it is not shown.
   */
  note?: string;
}
/**
 * A mark of a scale.
 */
export interface ChartMark {
  /**
   * The value.
   */
  at: number;
  /**
   * What is written there, in the reader's language.
   */
  label: string;
}
/**
 * Where a row and a column meet.
 */
export interface ChartPlace {
  /**
   * The id of the row.
   */
  row: string;
  /**
   * The id of the column.
   */
  column: string;
}
/**
 * One scale below all rows.
 */
export interface ChartScale {
  /**
   * The lowest value that has a place.
   */
  low: number;
  /**
   * The highest one; above `low`.
   */
  high: number;
  /**
   * What is written at which value, 24 at most; left out: plain numbers at round values.
   *
   * @maxItems 24
   */
  marks?: ChartMark[];
}
/**
 * A box of a picture.
 */
export interface ChartSpot {
  /**
   * The id of the row, or of what is shown in it; empty for the head of a column.
   */
  id: string;
  /**
   * The id of the column, or of a part of the row.
   */
  column?: string;
  /**
   * Left edge.
   */
  x: number;
  /**
   * Upper edge.
   */
  y: number;
  /**
   * Width.
   */
  width: number;
  /**
   * Height.
   */
  height: number;
  /**
   * How far from the left edge of the picture its numbers lie, by name (`value`, `target`, `low`, `high`…). What is
   * unknown has no place.
   */
  at: {
    [k: string]: number;
  };
}
/**
 * A number that is missing or stale, and whom to ask for it.
 */
export interface Chase {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * The id of the node it measures.
   */
  node: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * `no-data`, `stale`, or `cannot-tell` where there is nothing to hold the value against.
   */
  status: Status;
  /**
   * Days since the end of the period of the value that is there.
   */
  age?: number;
  /**
   * By how much knowing it narrows the mission's bounds, 0..1.
   */
  narrows: number;
  /**
   * The owner's id: the KPI's, else who answers for its node.
   */
  owner?: string;
}
/**
 * What check-ins say of a node or KPI. Confidence is what people think: no score, and in none.
 */
export interface CheckedIn {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * How many check-ins there are.
   */
  count: number;
  /**
   * The id of the last one.
   */
  entry?: string;
  /**
   * The day of the last one, as YYYY-MM-DD.
   */
  at?: string;
  /**
   * How sure its owner is that the target will be reached, 0..1.
   */
  confidence?: number;
  /**
   * The confidence of the one before.
   */
  previous?: number;
  /**
   * How often one is due: `day`, `week`, `month`, `quarter`, `year`.
   */
  every?: string;
  /**
   * The last day on which the next one is in time.
   */
  due?: string;
  /**
   * Days since that day, where it is past.
   */
  late?: number;
  /**
   * `current`, `overdue`, `not-due`.
   */
  state: string;
  /**
   * What is to be shown of its health: `overdue` whatever its score says, else its status.
   */
  health: string;
}
/**
 * Customers lost.
 */
export interface ChurnCalculation {
  /**
   * What is calculated.
   */
  family: 'churn';
  /**
   * `share` where absent.
   */
  variant?: 'share';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * How many there were at the start.
     */
    start: number;
    /**
     * Customers lost; in its place `end` and `new`.
     */
    lost?: number;
    /**
     * Customers at the end.
     */
    end?: number;
    /**
     * Of these, won meanwhile.
     */
    new?: number;
  };
}
/**
 * Customer lifetime value, simple.
 */
export interface ClvCalculation {
  /**
   * What is calculated.
   */
  family: 'clv';
  /**
   * `first-margin-later` where absent.
   */
  variant?: 'first-margin-later' | 'first-margin-now';
  /**
   * Sums of time or money, and rates.
   */
  amounts: {
    /**
     * The margin of a customer in a period.
     */
    margin: number;
    /**
     * The rate of retention in a period, as 0.8.
     */
    retention: number;
    /**
     * The rate of discount of a period, as 0.1.
     */
    discount: number;
  };
}
/**
 * What a customer has brought so far.
 */
export interface ClvHistoricalCalculation {
  /**
   * What is calculated.
   */
  family: 'clv-historical';
  /**
   * `margin` where absent.
   */
  variant?: 'margin' | 'revenue';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Customers; `per-customer` needs it.
     */
    customers: number;
  };
  /**
   * Sums of time or money, and rates.
   */
  amounts: {
    /**
     * What all customers have paid so far.
     */
    revenue: number;
    /**
     * What it cost to serve them; `margin` needs it.
     */
    cost?: number;
  };
}
/**
 * The customers who came in one period, and how many of them stayed.
 */
export interface Cohort {
  /**
   * The period they came in, as `2026-10`.
   */
  began: string;
  /**
   * How many they were.
   */
  customers: number;
  /**
   * The share still there at the end of that period, of the next, and so on.
   */
  kept: Kept[];
}
/**
 * The mission of the whole company.
 */
export interface CompanyMission {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
}
/**
 * A segment in two periods.
 */
export interface ComparedSegment {
  /**
   * The values of the segment by dimension; empty for the whole.
   */
  segment: {
    [k: string]: string;
  };
  /**
   * The earlier value.
   */
  before?: Figure;
  /**
   * The later value.
   */
  after?: Figure;
  /**
   * The later one less the earlier one.
   */
  difference?: FigureDifference;
}
/**
 * Complaints acknowledged, escalated, resolved, resolved in time.
 */
export interface ComplaintsCalculation {
  /**
   * What is calculated.
   */
  family: 'complaints';
  /**
   * `resolved` where absent.
   */
  variant?: 'resolved' | 'acknowledged' | 'escalated' | 'in-time';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Complaints received.
     */
    received: number;
    /**
     * Of these, acknowledged.
     */
    acknowledged?: number;
    /**
     * Of these, escalated.
     */
    escalated?: number;
    /**
     * Cases resolved.
     */
    resolved?: number;
    /**
     * Complaints resolved in time; `in-time` needs it.
     */
    resolvedInTime?: number;
    /**
     * Complaints open past their date; `in-time` needs it.
     */
    overdue?: number;
  };
}
/**
 * What of a receipt a board confirms.
 */
export interface Confirmation {
  /**
   * Whether every line holds.
   */
  confirmed: boolean;
  /**
   * What was compared, line by line.
   */
  lines: ConfirmedLine[];
}
/**
 * One thing that a receipt says.
 */
export interface ConfirmedLine {
  /**
   * `receipt`, `calculation`, `as-of`, `plan`, `records`, `source`, `definition` or `value`.
   */
  what: string;
  /**
   * The id of the source or KPI.
   */
  id?: string;
  /**
   * Whether it holds.
   */
  holds: boolean;
  /**
   * `same`; `close`: within the error of a sketch; `other-file`: the same data from another file; `differs`;
   * `missing`: not on the board; `extra`: not in the receipt.
   */
  verdict: string;
  /**
   * What the receipt says, where that differs.
   */
  expected?: Param;
  /**
   * What the board says, where that differs.
   */
  found?: Param;
}
/**
 * Contacts for each customer or order.
 */
export interface ContactRateCalculation {
  /**
   * What is calculated.
   */
  family: 'contact-rate';
  /**
   * `per-customer` where absent.
   */
  variant?: 'per-customer' | 'per-order';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * All contacts; for deflection, those made all the same.
     */
    contacts: number;
    /**
     * Customers; `per-customer` needs it.
     */
    customers?: number;
    /**
     * Orders; `per-order` needs it.
     */
    orders?: number;
  };
}
/**
 * Bot conversations that the bot resolved alone.
 */
export interface ContainmentCalculation {
  /**
   * What is calculated.
   */
  family: 'containment';
  /**
   * `share` where absent.
   */
  variant?: 'share';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Conversations that the bot resolved alone.
     */
    botResolved: number;
    /**
     * Conversations with the bot.
     */
    conversations: number;
  };
}
/**
 * Lifetime value of customers with a contract: what the shifted beta-geometric expects.
 */
export interface ContractsLifetime {
  /**
   * `sbg`.
   */
  model: string;
  /**
   * The time between two renewals.
   */
  unit: string;
  /**
   * To which renewal is looked ahead.
   */
  horizon: number;
  /**
   * The rate that a year discounts by.
   */
  discount: number;
  /**
   * How many customers there were at first, over all cohorts.
   */
  customers: number;
  /**
   * The fit of the model.
   */
  frequency: LifetimeFit;
  /**
   * The periods that a new customer pays for, the first at once.
   */
  lifetime: Quantity;
  /**
   * The same, discounted.
   */
  discountedLifetime: Quantity;
  /**
   * The margin of these: the lifetime value of a new customer. Absent where no margin is given.
   */
  value?: Quantity;
  /**
   * The renewals, seen and expected.
   */
  renewals: RenewalForecast[];
  /**
   * What there is to know about it.
   */
  notes: Reason[];
}
/**
 * Lifetime value of customers with a contract, from the renewals of their cohorts.
 */
export interface ContractsRequest {
  /**
   * The shifted beta-geometric.
   */
  model: ContractsModel;
  /**
   * Of each cohort the customers at first, after the first renewal, after the second, and so on.
   *
   * @minItems 1
   */
  cohorts: number[][];
  /**
   * The time between two renewals.
   */
  unit: TimeWord;
  /**
   * To which renewal is looked ahead; twice as far as is seen where absent.
   */
  horizon?: number;
  /**
   * The rate that a year discounts by, as 0.1 for 10 %; nothing is discounted where absent.
   */
  discount?: number;
  /**
   * The margin of one customer between two renewals.
   */
  margin?: number;
}
/**
 * What one node contributes to the mission.
 */
export interface Contribution {
  /**
   * The node's id.
   */
  node: string;
  /**
   * Its part in the mission's score, 0..1.
   */
  value: number;
}
/**
 * What one contributor gives to a score.
 */
export interface ContributionPart {
  /**
   * Its id.
   */
  id: string;
  /**
   * `kpi`, or the kind of node.
   */
  kind: InputKind;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * How it stands.
   */
  status: Status;
  /**
   * Its weight × share; for a leaf its share of the whole weight, 0..1.
   */
  weight: number;
  /**
   * Its part in the score, 0..1: 0 where it is unknown.
   */
  effective: number;
  /**
   * Its score; absent where it is unknown.
   */
  score?: number;
  /**
   * effective × score: what it gives, 0..1.
   */
  points: number;
  /**
   * Where its bar begins in a waterfall: what those before it give.
   */
  start: number;
  /**
   * Where its bar ends.
   */
  end: number;
  /**
   * What it would give at the least and at the most, were everything known; where scores are means these add up
   * to the bounds of the node.
   */
  bounds: Bounds;
  /**
   * Whether it alone decides: the score where the least or the greatest does, the status where the worst does.
   */
  decides: boolean;
}
/**
 * A node's score as the sum of what went into it.
 */
export interface Contributions {
  /**
   * The id of the node.
   */
  subject: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * How contributors make the score, as a code: `mean`, `min`, `max`, `worst`, `capped-sum`, `by-target`.
   */
  rollUp: string;
  /**
   * The score, 0..1: what the points of `leaves` add up to, and those of `parts` with `rest`.
   */
  score?: number;
  /**
   * The score with every unknown at 0 and at 1.
   */
  bounds: Bounds;
  /**
   * The node's own KPIs and its children.
   */
  parts: ContributionPart[];
  /**
   * The KPIs at and below it that reach it by weights, each once; and nodes whose score was set by hand, with what
   * that adds to their parts.
   */
  leaves: ContributionPart[];
  /**
   * The score less the points of `parts`: 0 but where it was set by hand.
   */
  rest: number;
}
/**
 * Pearson's coefficient with Fisher's interval.
 */
export interface Correlation {
  /**
   * The coefficient.
   */
  r: number;
  /**
   * The lower end of its 95 % interval.
   */
  low: number;
  /**
   * The upper end.
   */
  high: number;
}
/**
 * A count that another measure tells.
 */
export interface CountFrom {
  /**
   * The id of the other source.
   */
  source: string;
  /**
   * The id of the measure there.
   */
  measure: string;
  /**
   * Which count of that measure: one of its names, `numerator`, `denominator`, or `n`, all that it counts.
   */
  count: string;
}
/**
 * Which rows count, and what of them: each as one, or the sum of a column. Without a condition every row counts.
 */
export interface CountRule {
  /**
   * The column that is looked at; what its cell must be stands beside.
   */
  column?: string;
  /**
   * What the cells of several columns must be, all at once.
   */
  all?: RowTest[];
  /**
   * The column that is summed: for tables whose rows are sums already, for times and for money.
   */
  sum?: string;
  /**
   * The column of the time that puts it in a period, where it is not the measure's own.
   */
  date?: string;
  /**
   * One of these words.
   *
   * @minItems 1
   */
  is?: string[];
  /**
   * Something, but none of these words.
   *
   * @minItems 1
   */
  isNot?: string[];
  /**
   * A number, or a length of time in seconds or as `m:ss` or `h:mm:ss`, of at least this.
   */
  atLeast?: number;
  /**
   * A number or a length of time of at most this.
   */
  atMost?: number;
  /**
   * A number or a length of time above this.
   */
  above?: number;
  /**
   * A number or a length of time below this.
   */
  below?: number;
  /**
   * Whether there must be something, or nothing.
   */
  filled?: boolean;
}
/**
 * A value as counts: 100 · numerator ÷ denominator.
 */
export interface CountedValue {
  /**
   * The day it was true: the end of its period.
   */
  at: string;
  /**
   * Those that count.
   */
  numerator: number;
  /**
   * All of them.
   */
  denominator: number;
  /**
   * How many answers or cases stand behind it.
   */
  n?: number;
  /**
   * The lower end of its interval.
   */
  low?: number;
  /**
   * The upper end of its interval.
   */
  high?: number;
}
/**
 * A part of a whole.
 */
export interface CountsCalculation {
  /**
   * What is calculated.
   */
  family: 'counts';
  /**
   * `share` where absent.
   */
  variant?: 'share';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Those that count.
     */
    numerator: number;
    /**
     * All of them.
     */
    denominator: number;
  };
}
/**
 * A part of a whole.
 */
export interface CountsMeasure {
  /**
   * The id; KPIs read it by this name.
   */
  id: string;
  /**
   * What is measured.
   */
  kpi: 'counts';
  /**
   * The column of the date that puts a row in a period, where it is not the family's own.
   */
  date?: string;
  /**
   * The column of all.
   */
  denominator: string;
  /**
   * The column of those that count.
   */
  numerator?: string;
  /**
   * The column of those that do not, instead.
   */
  complement?: string;
}
/**
 * A value of a KPI as counts.
 */
export interface CountsRecord {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * The day it was true: the end of its period.
   */
  at: string;
  /**
   * Those that count.
   */
  numerator: number;
  /**
   * All of them.
   */
  denominator: number;
  /**
   * How many answers or cases stand behind it.
   */
  n?: number;
  /**
   * The lower end of its interval; `high` beside it.
   */
  low?: number;
  /**
   * The upper end of its interval.
   */
  high?: number;
  /**
   * Who recorded it.
   */
  actor?: string;
}
/**
 * Whether the items of a survey make one scale.
 */
export interface CronbachAlphaCalculation {
  /**
   * What is calculated.
   */
  family: 'cronbach-alpha';
  /**
   * `alpha` where absent.
   */
  variant?: 'alpha';
  /**
   * For each person the answers to all items, in the same order.
   */
  items: number[][];
  /**
   * The smallest group that is shown: 5, or more.
   */
  minimum?: number;
}
/**
 * The customers' way through the service.
 */
export interface CustomerJourney {
  /**
   * The stages, in order.
   */
  stages: StageSummary[];
  /**
   * The ids of the touchpoints: moments of truth first, then by the largest gap.
   */
  first: string[];
}
/**
 * One customer, summed up.
 */
export interface CustomerSummary {
  /**
   * Who.
   */
  customer: string;
  /**
   * Purchases after the first one.
   */
  repeats: number;
  /**
   * From the first purchase to the last one, in the unit of time; 0 without a repeat.
   */
  last: number;
  /**
   * From the first purchase to the end of observation.
   */
  age: number;
  /**
   * The mean amount of the repeats.
   */
  value?: number;
}
/**
 * Customers by when they came and when they left.
 */
export interface CustomersMeasure {
  /**
   * The id; KPIs read it by this name.
   */
  id: string;
  /**
   * What is measured.
   */
  kpi: 'retention' | 'churn';
  /**
   * The column of the date that puts a row in a period, where it is not the family's own.
   */
  date?: string;
  /**
   * The column of when they came.
   */
  began: string;
  /**
   * The column of when they left; empty while they are there.
   */
  ended: string;
  /**
   * How many there were before the first row; 0 where absent.
   */
  opening?: number;
}
/**
 * Lifetime value of customers without a contract, from a summary of each.
 */
export interface CustomersRequest {
  /**
   * BG/NBD for how often they buy, Gamma–Gamma for what they spend.
   */
  model: BuyersModel;
  /**
   * The customers.
   *
   * @minItems 1
   */
  customers: CustomerSummary[];
  /**
   * The unit that time is counted in.
   */
  unit: TimeWord;
  /**
   * How far is looked ahead, in that unit; a year where absent.
   */
  horizon?: number;
  /**
   * The rate that a year discounts by, as 0.1 for 10 %; nothing is discounted where absent.
   */
  discount?: number;
  /**
   * The share of an amount that is margin; all of it where absent.
   */
  margin?: number;
}
/**
 * A cycle and how its objectives do.
 */
export interface CycleGrade {
  /**
   * Its id.
   */
  id: string;
  /**
   * As shown.
   */
  title: string;
  /**
   * The first day.
   */
  start: string;
  /**
   * The last day.
   */
  end: string;
  /**
   * `upcoming`, `running`, or `final`: the grades are then those of its last day, whatever came later.
   */
  state: string;
  /**
   * The share of its days that is over, 0..1.
   */
  elapsed: number;
  /**
   * The mean of the grades of its objectives that are known, 0..1.
   */
  grade?: number;
  /**
   * `red` below 0.4, `amber` below 0.7, `green` from there; absent where too little is known of its objectives.
   */
  band?: string;
  /**
   * The mean of what is known of its objectives, 0..1.
   */
  coverage: number;
  /**
   * Its objectives, in the order of the plan.
   */
  objectives: GradedObjective[];
}
/**
 * Contacts avoided, by a named estimate.
 */
export interface DeflectionCalculation {
  /**
   * What is calculated.
   */
  family: 'deflection';
  /**
   * `share` where absent.
   */
  variant?: 'share';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Contacts that would have been made, as estimated.
     */
    avoided: number;
    /**
     * All contacts; for deflection, those made all the same.
     */
    contacts: number;
  };
  /**
   * How it was estimated what would have been a contact.
   */
  estimate: string;
}
/**
 * A column that splits rows into segments, and what its values are.
 */
export interface Dimension {
  /**
   * The column.
   */
  column: string;
  /**
   * Whether its values are people: their figures need 20 cases, are drawn towards the whole and rank nobody
   * who cannot be told apart.
   */
  person?: boolean;
  /**
   * Whether people may be named in a written snapshot; they are not unless this says so.
   */
  publish?: boolean;
}
/**
 * How a picture is to be drawn: every string resolved by the message layer, every colour by the page.
 */
export interface DrawOptions {
  /**
   * Which picture.
   */
  view: View;
  /**
   * Width available, CSS pixels.
   */
  width: number;
  /**
   * Device pixels a CSS pixel; left out: 1.
   */
  ratio?: number;
  /**
   * Which way the language runs.
   */
  direction: TextDirection;
  /**
   * The node the picture is about (U1).
   */
  focus?: string;
  /**
   * The node selected.
   */
  select?: string;
  /**
   * The node under the pointer or the keyboard.
   */
  hover?: string;
  /**
   * CSS font family; left out: `system-ui, sans-serif`.
   */
  font?: string;
  /**
   * Colours by role, `#rrggbb` or `#rrggbbaa`; a role left out keeps the light default.
   */
  palette: Palette;
  /**
   * Every string of the picture.
   */
  labels: Labels;
}
/**
 * A "drives" link: cause to effect, never in a roll-up.
 */
export interface Drive {
  /**
   * The id of the cause: a node or KPI.
   */
  from: string;
  /**
   * The id of the effect: a node or KPI.
   */
  to: string;
  /**
   * The sign; `raises` where absent.
   */
  effect?: Effect;
  /**
   * Periods from cause to effect.
   */
  lag?: number;
  /**
   * Why one believes it.
   */
  note?: string;
}
/**
 * A length of time.
 */
export interface DurationMeasure {
  /**
   * The id; KPIs read it by this name.
   */
  id: string;
  /**
   * What is measured.
   */
  kpi: 'resolution-time' | 'first-reply-time';
  /**
   * The column of the date that puts a row in a period, where it is not the family's own.
   */
  date?: string;
  /**
   * The limit of `share-within`, in seconds.
   */
  limit?: number;
  /**
   * Which hours count; `calendar` where absent.
   */
  hours?: Hours;
  /**
   * For `resolution-time`: which resolution ends a case; `last` where absent.
   */
  resolved?: Resolved;
}
/**
 * How events become cases.
 */
export interface EventColumns {
  /**
   * The column of the case's id.
   */
  case: string;
  /**
   * The column of the event's time.
   */
  time: string;
  /**
   * The event that creates a case; `first` where absent.
   */
  created?: EventPick;
  /**
   * The event that answers it first.
   */
  firstReply?: EventPick;
  /**
   * The event that resolves it; `last` where absent.
   */
  resolved?: EventPick;
  /**
   * Which kinds of events mark a time, where a column tells the kinds.
   */
  kinds?: EventKinds;
}
/**
 * Which kinds of events mark the times of a case; where a list is absent, the place of the event does.
 */
export interface EventKinds {
  /**
   * The column of the kind.
   */
  column: string;
  /**
   * The first of these creates a case.
   */
  created?: string[];
  /**
   * The first of these answers it.
   */
  firstReply?: string[];
  /**
   * The first or the last of these resolves it, as a measure's `resolved` says.
   */
  resolved?: string[];
  /**
   * After one of these it is open, until it is resolved again.
   */
  reopened?: string[];
}
/**
 * How the actions at and below a node go.
 */
export interface Execution {
  /**
   * Mean over the distinct actions by effort, 0..1; absent where no progress is reported.
   */
  score?: number;
  /**
   * The share of the effort whose progress is reported, 0..1.
   */
  coverage: number;
  /**
   * The effort of the actions that count.
   */
  effort: number;
  /**
   * How many distinct actions there are at and below the node.
   */
  actions: number;
  /**
   * How many of them are done.
   */
  done: number;
}
/**
 * How one number came about.
 */
export interface Explanation {
  /**
   * The id of the node or KPI.
   */
  subject: string;
  /**
   * `node` or `kpi`.
   */
  kind: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * How it stands.
   */
  status: Status;
  /**
   * Why.
   */
  because: Reason;
  /**
   * The number explained: a node's score, a KPI's value, unrounded.
   */
  value?: number;
  /**
   * The unit of `value`; absent for a score.
   */
  unit?: string;
  /**
   * The score, 0..1.
   */
  score?: number;
  /**
   * The pace: for a KPI unclamped, for a node the mean of clamped paces.
   */
  pace?: number;
  /**
   * The formula of the score, as a code: `linear`, `min-max`, `range`, `goal-red-flag`, `thresholds`, `binary`, `ordinal`, `piecewise`,
   * `expression`, `met`; of a node `mean`, `min`, `max`, `worst`, `capped-sum`, `by-target`, `none`.
   */
  formula: string;
  /**
   * The variant of the KPI's definition, as a code.
   */
  variant?: string;
  /**
   * What is measured, as a code: the family of a computed KPI, `typed`, or `roll-up` for a node.
   */
  definition: string;
  /**
   * What went in, for a node.
   */
  inputs: Input[];
  /**
   * The share of the weight that is known, for a node.
   */
  coverage?: number;
  /**
   * The score with every unknown at 0 and at 1, for a node.
   */
  bounds?: Bounds;
  /**
   * How many cases stand behind the value.
   */
  n?: number;
  /**
   * The value's interval.
   */
  interval?: Interval;
  /**
   * Where the rows came from.
   */
  source?: SourceNote;
  /**
   * The day the value was true, as YYYY-MM-DD.
   */
  at?: string;
  /**
   * The day the board is read at, as YYYY-MM-DD.
   */
  asOf: string;
  /**
   * How the shown number is rounded.
   */
  rounding: Rounding;
  /**
   * The value as computed, before display rounding; the same as `value`.
   */
  unrounded?: number;
  /**
   * The last points of the series, for a KPI.
   */
  recent: Figure[];
  /**
   * The way from the rows to the status, step by step.
   */
  steps: Step[];
}
/**
 * Why something could not be done.
 */
export interface Failure {
  /**
   * The stable code.
   */
  code: string;
  /**
   * Every issue found.
   */
  issues: Fault[];
}
/**
 * One thing wrong with an input.
 */
export interface Fault {
  /**
   * The stable code.
   */
  code: string;
  /**
   * Where in the input, as a JSON pointer.
   */
  path: string;
  /**
   * What the sentence needs.
   */
  params: Params;
}
/**
 * First-contact resolution, gross or net.
 */
export interface FcrCalculation {
  /**
   * What is calculated.
   */
  family: 'fcr';
  /**
   * `gross` where absent.
   */
  variant?: 'gross' | 'net';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Resolved at the first contact.
     */
    firstContact: number;
    /**
     * All contacts; for deflection, those made all the same.
     */
    contacts: number;
    /**
     * Contacts that first level cannot resolve; `net` needs it.
     */
    notResolvable?: number;
    /**
     * Contacts of which it is not known yet: left out and told.
     */
    undetermined?: number;
  };
}
/**
 * One piece of feedback that waits.
 */
export interface FeedbackLoop {
  /**
   * The id of its entry.
   */
  id: string;
  /**
   * The id of the node or KPI it is about.
   */
  about: string;
  /**
   * Whom it comes from: `customer`, `employee`.
   */
  from: string;
  /**
   * When it was heard, in UTC.
   */
  heard: string;
  /**
   * `open` where nothing is decided, `decided` where nobody was told since.
   */
  state: string;
  /**
   * The ids of the decisions that answer it.
   */
  decisions: string[];
  /**
   * Whole days since it was heard.
   */
  age: number;
}
/**
 * The feedback loops of a journal: heard, decided, told back.
 */
export interface FeedbackLoops {
  /**
   * All together.
   */
  overall: LoopClosing;
  /**
   * For each node with feedback about it or its KPIs, in the order of the plan.
   */
  nodes: NodeClosing[];
  /**
   * The loops that are not closed, the oldest first.
   */
  waiting: FeedbackLoop[];
  /**
   * Answers to feedback that the journal does not have: another journal may.
   */
  unknown: UnknownAnswer[];
  /**
   * The ids of feedback about what the plan does not have.
   */
  strays: string[];
}
/**
 * One value of a KPI: a point of its series.
 */
export interface Figure {
  /**
   * The day the value was true: the end of its period, as YYYY-MM-DD.
   */
  at: string;
  /**
   * The value in its unit, unrounded; absent with a `missing` reason.
   */
  value?: number;
  /**
   * Why there is no value.
   */
  missing?: Reason;
  /**
   * How many cases stand behind it.
   */
  n?: number;
  /**
   * Its interval.
   */
  interval?: Interval;
  /**
   * The relative error of an approximated value, as 0.01 for ±1 %.
   */
  approximation?: number;
  /**
   * How many cases are still open and not in it.
   */
  open?: number;
  /**
   * Its period, as 2026-10 or 2026-W41.
   */
  period?: string;
  /**
   * Whether that period had ended; an unfinished one is shown, never scored.
   */
  complete: boolean;
  /**
   * Where it comes from.
   */
  provenance: Provenance;
}
/**
 * The difference of two figures, in their unit.
 */
export interface FigureDifference {
  /**
   * Later − earlier.
   */
  value: number;
  /**
   * Where the true difference lies, at 95 %: the lower end.
   */
  low?: number;
  /**
   * The upper end.
   */
  high?: number;
  /**
   * The two-sided p of no difference.
   */
  p?: number;
  /**
   * `higher`, `lower` or `cannot-tell`.
   */
  verdict: string;
  /**
   * With `cannot-tell`: the cases in each period with which a true difference as large as this one would be told.
   */
  needed?: number;
  /**
   * How it was found: `newcombe`, `welch`, `adjusted-wald` or `mover`.
   */
  method: string;
}
/**
 * A known pitfall found in the plan.
 */
export interface Finding {
  /**
   * The rule: `orphan`, `unmeasured-goal`, `no-owner`, `stale`, `no-interval`, `strategy-without-action`, `dates-outside-parent`;
   * of `problems` also `guard-diverges`, `problem-metric-without-guard`, `bunching`; of `inspect` all that `rules` lists.
   */
  id: string;
  /**
   * How much it matters.
   */
  severity: Severity;
  /**
   * The node's id.
   */
  node: string;
  /**
   * What the sentence needs.
   */
  params: Params;
  /**
   * What to do, as a code.
   */
  remedy: string;
  /**
   * There where the plan switches the finding off, with the reason it gives.
   */
  off?: Off;
}
/**
 * A rule by which a pitfall is found.
 */
export interface FindingRule {
  /**
   * Its stable id.
   */
  id: string;
  /**
   * How much what it finds matters.
   */
  severity: Severity;
  /**
   * What to do, as a code.
   */
  remedy: string;
  /**
   * Where it is documented, with a plan that fails and one that passes: a path in the repository.
   */
  docs: string;
}
/**
 * Findings that came and went.
 */
export interface Findings {
  /**
   * New ones.
   */
  added: Finding[];
  /**
   * Those that are gone.
   */
  removed: Finding[];
}
/**
 * Time from creation to first reply.
 */
export interface FirstReplyTimeCalculation {
  /**
   * What is calculated.
   */
  family: 'first-reply-time';
  /**
   * `mean` where absent.
   */
  variant?: 'mean' | 'median' | 'share-within' | `p${number}` | `p${number}-nearest-rank`;
  /**
   * Counts by name: whole numbers from 0.
   */
  counts?: {
    /**
     * Cases that have none yet: told beside, not in the value.
     */
    open?: number;
  };
  /**
   * One value for each answer or case, in any order.
   */
  values: number[];
  /**
   * The unit of all lengths of time; `s` where absent.
   */
  unit?: 's' | 'min' | 'h' | 'd';
  /**
   * The limit of `share-within`, in the unit of the values.
   */
  limit?: number;
  /**
   * `bootstrap`: the interval of a mean or a percentile by drawing the values again (BCa), at most 5,000 of them.
   */
  interval?: 'bootstrap';
}
/**
 * A parameter of a fitted model.
 */
export interface FittedParameter {
  /**
   * Its name in the literature.
   */
  name: string;
  /**
   * Its estimate.
   */
  value: number;
  /**
   * Its standard error; absent where a parameter ran to the end of its range.
   */
  standardError?: number;
  /**
   * Its 95 % interval, from that of its logarithm.
   */
  interval?: Interval;
}
/**
 * Where a KPI is going.
 */
export interface Forecast {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * How it was made: `line`, `level`, `damped-trend` or `holt-winters`; absent with a `missing` reason.
   */
  method?: string;
  /**
   * Why there is no forecast.
   */
  missing?: Reason;
  /**
   * The values that it was made from.
   */
  n: number;
  /**
   * The probability of the intervals.
   */
  level: number;
  /**
   * What was fitted: weights of the latest value in level, trend and season, what is left of a trend a period later,
   * or the slope of the line.
   */
  parameters: ForecastParameters;
  /**
   * The last period with a value.
   */
  last?: string;
  /**
   * The periods ahead.
   */
  points: ForecastPoint[];
  /**
   * Where it will stand by the target date.
   */
  target: ForecastTarget;
}
/**
 * What must happen for a target to be met, beside the best that was ever seen.
 */
export interface ForecastNeed {
  /**
   * What the value must change by each period; 0 where the target is met.
   */
  rate: number;
  /**
   * The best it has changed by, a period.
   */
  best: number;
  /**
   * Over how many periods that was.
   */
  over: number;
  /**
   * Whether what must happen has been seen.
   */
  seen: boolean;
}
/**
 * What was fitted.
 */
export interface ForecastParameters {
  /**
   * α, the weight of the latest value in the level.
   */
  alpha?: number;
  /**
   * β, the weight of the latest change in the trend.
   */
  beta?: number;
  /**
   * γ, the weight of the latest value in its season.
   */
  gamma?: number;
  /**
   * φ, what is left of the trend a period later.
   */
  phi?: number;
  /**
   * The line's rise a period.
   */
  slope?: number;
  /**
   * The number of seasons.
   */
  season?: number;
}
/**
 * A period ahead.
 */
export interface ForecastPoint {
  /**
   * The period, as 2026-12.
   */
  period: string;
  /**
   * Its last day, as YYYY-MM-DD.
   */
  at: string;
  /**
   * The value that is expected.
   */
  mean: number;
  /**
   * The truth will lie from here on, with the probability `level`.
   */
  low: number;
  /**
   * Up to here.
   */
  high: number;
}
/**
 * Where a KPI will stand by its target date.
 */
export interface ForecastTarget {
  /**
   * Why there is nothing to tell: `no-target`, `no-target-date`, `target-date-over`, `too-far`, or why there is no
   * forecast.
   */
  missing?: Reason;
  /**
   * The target.
   */
  value?: number;
  /**
   * The target date, as YYYY-MM-DD.
   */
  due?: string;
  /**
   * What is expected in its period.
   */
  point?: ForecastPoint;
  /**
   * The chance that the target is met then, 0 to 1; from 8 values on.
   */
  chance?: number;
  /**
   * Why no chance is told.
   */
  chanceMissing?: Reason;
  /**
   * What must happen.
   */
  needed?: ForecastNeed;
}
/**
 * Sizes and boxes of a picture, CSS pixels.
 */
export interface Geometry {
  /**
   * Width of the picture.
   */
  width: number;
  /**
   * Height of the picture.
   */
  height: number;
  /**
   * Every box, in reading order.
   */
  nodes: Spot[];
  /**
   * Every link drawn.
   */
  links: Tie[];
  /**
   * How much the cards say.
   */
  compact: Compact;
}
/**
 * An outcome to reach; serves the mission or a goal.
 */
export interface Goal {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
  /**
   * The id of its perspective: its band of the map.
   */
  perspective?: string;
  /**
   * Who owns it.
   */
  owners?: Ownership[];
  /**
   * The first day.
   */
  start?: string;
  /**
   * The last day.
   */
  due?: string;
  /**
   * The nodes it serves. It may serve several; each then counts its share.
   */
  serves?: Serves[];
  /**
   * What measures it.
   */
  kpis?: Kpi[];
  /**
   * How its contributors make its score; as the settings say where absent.
   */
  rollUp?: RollUp;
  /**
   * What a missing contributor does to its score; as the settings say where absent.
   */
  missing?: Missing;
  /**
   * A score or status set by hand, for a while.
   */
  override?: Override;
  /**
   * How often a check-in is due; as the plan says where absent.
   */
  checkIns?: Granularity;
  /**
   * Whom it is for.
   */
  audience?: Audience;
  /**
   * The id of the cycle that it is an objective of; its KPIs are then key results.
   */
  cycle?: string;
}
/**
 * A KPI of an objective.
 */
export interface GradedKeyResult {
  /**
   * The id of the KPI.
   */
  id: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * Its weight in the objective.
   */
  weight: number;
  /**
   * Its value, in its unit.
   */
  value?: number;
  /**
   * How far it came from its baseline to its target, unclamped.
   */
  progress?: number;
  /**
   * Its grade, 0..1; absent where its value is missing or stale.
   */
  grade?: number;
  /**
   * `red`, `amber`, `green`.
   */
  band?: string;
  /**
   * How sure its owner is, by the last check-in on it.
   */
  confidence?: number;
}
/**
 * A goal of a cycle.
 */
export interface GradedObjective {
  /**
   * The id of the goal.
   */
  id: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * The weighted mean of the grades of its key results that are known, 0..1.
   */
  grade?: number;
  /**
   * `red`, `amber`, `green`, by the unrounded grade; absent where less is known than the plan needs (`coverageNeeded`).
   */
  band?: string;
  /**
   * The share of the weight of its key results that is known.
   */
  coverage: number;
  /**
   * The grade with every unknown at 0 and at 1.
   */
  bounds: Bounds;
  /**
   * Its KPIs.
   */
  keyResults: GradedKeyResult[];
  /**
   * The ids of the objectives it serves, the nearest on each way up.
   */
  parents: string[];
  /**
   * Whether a way leads to the mission.
   */
  aligned: boolean;
  /**
   * What check-ins say of it.
   */
  checkIn: CheckedIn;
}
/**
 * A cell of a heat map.
 */
export interface HeatMapCell {
  /**
   * The id of its row.
   */
  row: string;
  /**
   * The id of its column.
   */
  column: string;
  /**
   * Its value; absent where it is unknown, which is drawn as a dashed edge and never as the lowest.
   */
  value?: number;
  /**
   * The lower end of its interval: with `high`, a line at the foot of the cell.
   */
  low?: number;
  /**
   * The upper end of its interval.
   */
  high?: number;
  /**
   * What is written: the value in the reader's language, or why there is none.
   */
  text?: string;
  /**
   * A second line, such as the number of cases; shown where all of them find room.
   */
  note?: string;
  /**
   * Whether it is held back, since too few cases stand behind it: hatched, and without a value.
   */
  suppressed?: boolean;
  /**
   * A status: its colour and shape take the place of the scale's colour.
   */
  status?: Status;
}
/**
 * A heat map: the value of each segment as a colour, with what stands behind it.
 */
export interface HeatMapRequest {
  /**
   * Width available, CSS pixels; the height follows from it, where none is asked for.
   */
  width: number;
  /**
   * Device pixels a CSS pixel; left out: 1.
   */
  ratio?: number;
  /**
   * Which way the language runs; left out: `ltr`. Right to left the picture is mirrored: axes go round the other way,
   * and time does.
   */
  direction?: TextDirection;
  /**
   * CSS font family; left out: `system-ui, sans-serif`.
   */
  font?: string;
  /**
   * Colours by role, `#rrggbb` or `#rrggbbaa`; a role left out keeps the light default.
   */
  palette?: Palette;
  /**
   * The rows, from the top; 100 at most.
   *
   * @maxItems 100
   */
  rows: ChartHead[];
  /**
   * The columns, from the start side; 60 at most.
   *
   * @maxItems 60
   */
  columns: ChartHead[];
  /**
   * What is known where a row and a column meet, one a place. Where there is none, nothing is drawn.
   */
  cells: HeatMapCell[];
  /**
   * The values of the faintest and the strongest colour; left out: the lowest and the highest value.
   */
  scale?: HeatMapScale;
  /**
   * The words of the legend, by name: `low`, `high`, `suppressed`, `unknown`, and the statuses by theirs. What has
   * no word, or is not to be seen, is left out.
   */
  words?: {
    [k: string]: string;
  };
  /**
   * The cell selected.
   */
  select?: ChartPlace;
  /**
   * The cell under the pointer or the keyboard.
   */
  hover?: ChartPlace;
}
/**
 * The ends of the colours.
 */
export interface HeatMapScale {
  /**
   * The value of the faintest colour.
   */
  low: number;
  /**
   * The value of the strongest colour; above `low`.
   */
  high: number;
}
/**
 * The weights of the alignment index.
 */
export interface IndexWeights {
  /**
   * Nodes with a path to the mission; 0.3 where absent.
   */
  'AL-V'?: number;
  /**
   * Goals with a strategy and an action beneath; 0.2 where absent.
   */
  'AL-C'?: number;
  /**
   * Goals and strategies with a KPI in their subtree; 0.25 where absent.
   */
  'AL-M'?: number;
  /**
   * Nodes with exactly one accountable owner; 0.15 where absent.
   */
  'AL-OWN'?: number;
  /**
   * Links whose child's dates lie inside the parent's; 0.1 where absent.
   */
  'AL-T'?: number;
}
/**
 * What reading a table came to: how many rows were used, and why the others were not.
 */
export interface IngestReport {
  /**
   * The source's id.
   */
  source: string;
  /**
   * Rows read.
   */
  read: number;
  /**
   * Rows used.
   */
  used: number;
  /**
   * Rows that could not be read.
   */
  refused: number;
  /**
   * used ÷ read, 0..1; absent where nothing was read.
   */
  share?: number;
  /**
   * Rows seen for the first time.
   */
  new: number;
  /**
   * Rows that replaced one of the same identity.
   */
  updated: number;
  /**
   * The cases the rows make, for an event log.
   */
  cases?: number;
  /**
   * The delimiter: `,`, `;` or a tab.
   */
  delimiter?: string;
  /**
   * SHA-256 of the bytes, in hexadecimal; of more than 1 MiB that of its parts, and how many they are.
   */
  hash: string;
  /**
   * The table's columns.
   */
  columns: string[];
  /**
   * The first thousand rows that could not be read.
   */
  issues: RowIssue[];
  /**
   * What is worth knowing about the table as a whole.
   */
  warnings: Reason[];
  /**
   * What the rows moved.
   */
  change: Change;
}
/**
 * One thing that went into a node's score.
 */
export interface Input {
  /**
   * Its id.
   */
  id: string;
  /**
   * `kpi`, or the kind of node.
   */
  kind: InputKind;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * The weight of the KPI or the link.
   */
  weight: number;
  /**
   * The share this parent gets; 1 for a KPI.
   */
  share: number;
  /**
   * Weight × share over the total of what is known: its part in the score, 0..1; 0 where it is unknown.
   */
  effective: number;
  /**
   * Its score.
   */
  score?: number;
  /**
   * The pace it gives, clamped to 0..1.
   */
  pace?: number;
  /**
   * The share of it that is known.
   */
  coverage: number;
  /**
   * How it stands.
   */
  status: Status;
  /**
   * effective × score: these add up to the node's score where it is a mean.
   */
  contribution?: number;
}
/**
 * A confidence interval.
 */
export interface Interval {
  /**
   * The lower end, in the value's unit.
   */
  low: number;
  /**
   * The upper end, in the value's unit.
   */
  high: number;
  /**
   * The confidence level, as 0.95; a typed interval claims none.
   */
  level?: number;
  /**
   * How it was computed, as a code: `wilson`, `t`, `adjusted-wald`, `wald`, `order-statistic`, `feldt`, `newcombe`,
   * `bootstrap`, `typed`.
   */
  method: string;
}
/**
 * Answers to several items of a survey, on one scale.
 */
export interface ItemsMeasure {
  /**
   * The id; KPIs read it by this name.
   */
  id: string;
  /**
   * What is measured.
   */
  kpi: 'favourability' | 'cronbach-alpha';
  /**
   * The column of the date that puts a row in a period, where it is not the family's own.
   */
  date?: string;
  /**
   * The columns of the answers, two or more.
   *
   * @minItems 2
   */
  columns: string[];
  /**
   * The best answer; 5 where absent.
   */
  scale?: number;
  /**
   * What words stand for.
   */
  words?: {
    [k: string]: number;
  };
}
/**
 * What people said, decided and changed since the plan was written. Entries are never changed, and journals merge by
 * the union of their ids.
 */
export interface Journal {
  /**
   * The version of this format: 1.
   */
  version: number;
  /**
   * What was said, decided and changed.
   */
  entries: JournalEntry[];
}
/**
 * A stage of the customers' journey.
 */
export interface JourneyStage {
  /**
   * Unique among stages and touchpoints.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Where customers meet the service in it.
   */
  touchpoints?: Touchpoint[];
}
/**
 * The share of a cohort that is still there.
 */
export interface Kept {
  /**
   * In percent.
   */
  share: number;
  /**
   * Its 95 % interval.
   */
  interval?: Interval;
}
/**
 * A measured quantity.
 */
export interface Kpi {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
  /**
   * The unit of value, baseline and target: `%`, `h`, `min`, `s`, `d`, `points` or any other.
   */
  unit?: string;
  /**
   * Which way is better. Needed without a baseline; else it follows from baseline and target.
   */
  direction?: Direction;
  /**
   * Where it started.
   */
  baseline?: number;
  /**
   * Where it should be.
   */
  target?: number;
  /**
   * What others reach: a comparison, never a target.
   */
  benchmark?: Benchmark;
  /**
   * The first day; the node's where absent.
   */
  start?: string;
  /**
   * The target date; the node's where absent.
   */
  due?: string;
  /**
   * The weight in its node; 1 where absent.
   */
  weight?: number;
  /**
   * The id of the owner to ask for it.
   */
  owner?: string;
  /**
   * The id of the KPI to watch beside it, where this one does harm when chased alone.
   */
  guard?: string;
  /**
   * What is promised by reaching the target, where it is a service standard: "answer within 20 s".
   */
  standard?: string;
  /**
   * How often a value is due; one without it never goes stale.
   */
  interval?: Granularity;
  /**
   * Whether it moves before the outcome or with it.
   */
  lead?: Lead;
  /**
   * How its value becomes a score; `linear` where absent.
   */
  score?: ScoreFunction;
  /**
   * How its progress is expected to run; `even` where absent.
   */
  expected?: Expected;
  /**
   * A score or status set by hand, for a while.
   */
  override?: Override;
  /**
   * Bands of its own; the plan's where absent.
   */
  bands?: Bands;
  /**
   * Which periods its value covers; the last complete one where absent.
   */
  window?: ValueWindow;
  /**
   * How several typed values make one; `last` where absent.
   */
  aggregate?: Aggregate;
  /**
   * Where in the data it is read.
   */
  measure?: Reading;
  /**
   * Values typed in, one a day at most.
   */
  values?: TypedValue[];
}
/**
 * Other numbers of a KPI; those left out stay as they are.
 */
export interface KpiChange {
  /**
   * The id of the KPI.
   */
  kpi: string;
  /**
   * The value it would stand at, in its unit.
   */
  value?: number;
  /**
   * Where it started.
   */
  baseline?: number;
  /**
   * Where it should be.
   */
  target?: number;
  /**
   * Its weight in its node.
   */
  weight?: number;
}
/**
 * The strings of a KPI.
 */
export interface KpiLabel {
  /**
   * Title.
   */
  title: string;
  /**
   * Value with its unit.
   */
  value: string;
  /**
   * Target with its unit.
   */
  target: string;
  /**
   * The word of the status.
   */
  status: string;
  /**
   * Change and freshness, one short line.
   */
  note: string;
}
/**
 * A rating whose values are those of a KPI.
 */
export interface KpiRating {
  /**
   * The id of the KPI.
   */
  kpi: string;
  /**
   * The value that is 0 on the common scale; 0 where absent.
   */
  zero?: number;
  /**
   * The value that is 1 on it; 100 where absent. Below `zero` where less is better.
   */
  one?: number;
}
/**
 * How a KPI stands.
 */
export interface KpiScore {
  /**
   * The KPI's id.
   */
  id: string;
  /**
   * The id of the node it measures.
   */
  node: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * Its unit.
   */
  unit?: string;
  /**
   * Which way is better, stated or by the sign of target less baseline.
   */
  direction?: KpiDirection;
  /**
   * How it stands.
   */
  status: Status;
  /**
   * Why it stands so.
   */
  because: Reason;
  /**
   * The status before it went stale: the colour of the outline.
   */
  last?: Status;
  /**
   * The value in the KPI's unit, unrounded.
   */
  value?: number;
  /**
   * How many cases stand behind the value.
   */
  n?: number;
  /**
   * The value's interval.
   */
  interval?: Interval;
  /**
   * The day the value was true: the end of its period, as YYYY-MM-DD.
   */
  at?: string;
  /**
   * The value's period, as 2026-10 or 2026-W41.
   */
  period?: string;
  /**
   * Whether that period had ended.
   */
  complete?: boolean;
  /**
   * Days from the end of the value's period to the day the board is read at.
   */
  age?: number;
  /**
   * Whether the value is still to be trusted for its age.
   */
  freshness: Freshness;
  /**
   * The baseline.
   */
  baseline?: number;
  /**
   * The target.
   */
  target?: number;
  /**
   * (value − baseline) ÷ (target − baseline), unclamped.
   */
  progress?: number;
  /**
   * The score by the KPI's function, clamped to 0..1.
   */
  score?: number;
  /**
   * Progress ÷ the progress expected when the value was true, unclamped.
   */
  pace?: number;
  /**
   * The progress expected when the value was true, 0..1.
   */
  expected?: number;
  /**
   * What somebody set by hand.
   */
  override?: StandingOverride;
  /**
   * The move from the value before.
   */
  change?: Revision;
  /**
   * Where the value comes from.
   */
  provenance: Provenance;
  /**
   * The relative error of an approximated value, as 0.01 for ±1 %.
   */
  approximation?: number;
}
/**
 * Every string of the picture.
 */
export interface Labels {
  /**
   * By node id.
   */
  nodes: {
    [k: string]: NodeLabel;
  };
  /**
   * By KPI id.
   */
  kpis: {
    [k: string]: KpiLabel;
  };
  /**
   * By perspective id, or by level: `company-mission`, `mission`, `vision`, `goal`, `strategy`, `action`.
   */
  bands: {
    [k: string]: string;
  };
  /**
   * By code: `no-path`, and the heads of the scorecard: `column-kpi`, `column-value`, `column-target`,
   * `column-progress`, `column-trend`, `column-status`.
   */
  words: {
    [k: string]: string;
  };
}
/**
 * A model fitted by maximum likelihood, or why it is not.
 */
export interface LifetimeFit {
  /**
   * Its parameters; none where it is not fitted.
   */
  parameters: FittedParameter[];
  /**
   * The logarithm of its likelihood.
   */
  logLikelihood?: number;
  /**
   * Why it is not fitted.
   */
  missing?: Reason;
}
/**
 * Another weight or share of a "serves" link.
 */
export interface LinkChange {
  /**
   * Which link.
   */
  link: LinkEnds;
  /**
   * Its weight; 0 makes it a "supports" link.
   */
  weight?: number;
  /**
   * The share of the child that counts here.
   */
  share?: number;
}
/**
 * How the changes of an effect go with those of a cause some periods before.
 */
export interface LinkCorrelation {
  /**
   * Periods from cause to effect.
   */
  lag: number;
  /**
   * Pearson's correlation of the changes, −1 to 1.
   */
  r: number;
  /**
   * What the pairs are worth, as each series resembles itself (Bartlett).
   */
  effective: number;
  /**
   * The p of there being no correlation, all lags that were tried counted (Šidák).
   */
  p: number;
}
/**
 * The two ends of a "serves" link.
 */
export interface LinkEnds {
  /**
   * The id of the child, which serves.
   */
  from: string;
  /**
   * The id of the parent, which is served.
   */
  to: string;
}
/**
 * What the numbers say of a link from cause to effect. Never a proof.
 */
export interface LinkEvidence {
  /**
   * The id of the cause.
   */
  from: string;
  /**
   * The id of the effect.
   */
  to: string;
  /**
   * `raises` or `lowers`, as the plan says.
   */
  effect: string;
  /**
   * Periods from cause to effect, where the plan says so.
   */
  lag?: number;
  /**
   * `untestable`, `no-support`, `consistent` or `contradicts`.
   */
  state: string;
  /**
   * The KPI that speaks for the cause; absent where it has none with values.
   */
  cause?: string;
  /**
   * The KPI that speaks for the effect.
   */
  outcome?: string;
  /**
   * The pairs of changes there are.
   */
  pairs: number;
  /**
   * How many lags were tried.
   */
  tried: number;
  /**
   * The lag that says most.
   */
  best?: LinkCorrelation;
  /**
   * The smallest correlation that so many pairs would show in four cases of five.
   */
  sees?: number;
  /**
   * How many more periods would tell; absent where it tells already, or where no number of periods would.
   */
  more?: number;
  /**
   * What `p` must be below.
   */
  significance: number;
}
/**
 * A "serves" link by its ends.
 */
export interface LinkName {
  /**
   * The id of the child.
   */
  from: string;
  /**
   * The id of the parent.
   */
  to: string;
}
/**
 * How well loops are closed.
 */
export interface LoopClosing {
  /**
   * How much was heard.
   */
  heard: number;
  /**
   * Of it: nothing decided.
   */
  open: number;
  /**
   * Of it: decided, and nobody told.
   */
  decided: number;
  /**
   * Of it: closed.
   */
  told: number;
  /**
   * Closed ÷ heard; absent where nothing was heard.
   */
  rate?: number;
  /**
   * The median of the days from hearing to telling, of the closed ones.
   */
  medianDays?: number;
}
/**
 * How the rows of one table become measures.
 */
export interface Mapping {
  /**
   * The version of this format.
   */
  version: 1;
  /**
   * The id of the source; KPIs read it by this name.
   */
  source: string;
  /**
   * What the source is called.
   */
  name?: string;
  /**
   * The periods its rows are counted in; `month` where absent.
   */
  period?: Granularity;
  /**
   * How weeks, quarters and years are cut; by ISO 8601 and from January where absent.
   */
  calendar?: Calendar;
  /**
   * The zone that times without an offset are read in; UTC where absent.
   */
  zone?: MappingZone;
  /**
   * When the service is open, by the wall clock of the zone: for measures of business hours.
   */
  hours?: OpeningHours;
  /**
   * What parts the fields; found out where absent.
   */
  delimiter?: Delimiter;
  /**
   * The decimal mark; a point where absent.
   */
  decimal?: DecimalMark;
  /**
   * `iso`, or a strptime pattern such as `%d/%m/%Y %H:%M`; `iso` where absent.
   */
  dates?: string;
  /**
   * The column of the row's identity. Without it a row is known by its place, and a new file replaces the old.
   */
  id?: string;
  /**
   * How events become cases, where several rows tell about one case.
   */
  events?: EventColumns;
  /**
   * The columns of a case's own times.
   */
  columns?: TimeColumns;
  /**
   * The column that splits rows into segments, where there is one.
   */
  dimension?: string;
  /**
   * The columns that split rows into segments, each for itself, in place of `dimension`.
   */
  dimensions?: DimensionColumn[];
  /**
   * Pairs of dimensions that also split rows together: `[["Channel", "Team"]]`.
   */
  cross?: unknown[][];
  /**
   * A group of fewer rows is not shown by itself, nor what it could be had from; 5 where absent.
   */
  minimum?: number;
  /**
   * The day all rows are true at, for a table without dates.
   */
  at?: string;
  /**
   * What stands for an absent value beside an empty field, such as `NA`.
   */
  missing?: string[];
  /**
   * What is measured.
   */
  measures?: MappingMeasure[];
}
/**
 * One metric of alignment.
 */
export interface Metric {
  /**
   * `AL-V`, `AL-VW`, `AL-C`, `AL-M`, `AL-LL`, `AL-OWN`, `AL-T`, `AL-D`, `AL-E`.
   */
  id: string;
  /**
   * Its value; absent where there is nothing to count.
   */
  value?: number;
  /**
   * What counts towards it; absent for a metric that is no share.
   */
  numerator?: number;
  /**
   * What is counted over; absent for a metric that is no share.
   */
  denominator?: number;
  /**
   * What keeps it from 1.
   */
  causes: Cause[];
}
/**
 * The progress expected at a day.
 */
export interface Milestone {
  /**
   * The day.
   */
  date: string;
  /**
   * The progress, from 0 (the baseline) to 1 (the target).
   */
  progress: number;
}
/**
 * The mission of the service.
 */
export interface Mission {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
  /**
   * How it pulls against the company mission, in words.
   */
  tension?: string;
  /**
   * Who owns it.
   */
  owners?: Ownership[];
  /**
   * The first day.
   */
  start?: string;
  /**
   * The last day.
   */
  due?: string;
  /**
   * What measures it.
   */
  kpis?: Kpi[];
  /**
   * How its contributors make its score; as the settings say where absent.
   */
  rollUp?: RollUp;
  /**
   * What a missing contributor does to its score; as the settings say where absent.
   */
  missing?: Missing;
  /**
   * A score or status set by hand, for a while.
   */
  override?: Override;
  /**
   * How often a check-in is due; as the plan says where absent.
   */
  checkIns?: Granularity;
}
/**
 * One node or KPI that moved.
 */
export interface Move {
  /**
   * Its id.
   */
  id: string;
  /**
   * How it stood; absent where it is new.
   */
  before?: State;
  /**
   * How it stands; absent where it is gone.
   */
  after?: State;
}
/**
 * By how much something moved a score, by why; in points from −1 to 1.
 */
export interface MoveEffects {
  /**
   * Its own score moved.
   */
  value: number;
  /**
   * Its own weight became another.
   */
  weight: number;
  /**
   * It became known, or unknown.
   */
  coverage: number;
  /**
   * The parts of others moved, and with them its own.
   */
  mix: number;
  /**
   * Its score is not what its parts make of it.
   */
  other: number;
  /**
   * All of them together.
   */
  total: number;
}
/**
 * What one contributor moved.
 */
export interface MovedPart {
  /**
   * Its id.
   */
  id: string;
  /**
   * `kpi`, or the kind of node.
   */
  kind: InputKind;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * Its score on the first day; absent where it was unknown.
   */
  before?: number;
  /**
   * Its score on the other day.
   */
  after?: number;
  /**
   * By how much it moved the node's score, by why.
   */
  effects: MoveEffects;
}
/**
 * What moved a node's score between two days.
 */
export interface MovedScore {
  /**
   * The id of the node.
   */
  subject: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * How it stood on the first day.
   */
  before: ScoreAt;
  /**
   * How it stood on the other day.
   */
  after: ScoreAt;
  /**
   * The score after less that before; absent where there is none at either end.
   */
  difference?: number;
  /**
   * The difference by why; all zero where there is none.
   */
  effects: MoveEffects;
  /**
   * What each contributor moved: these add up to the difference.
   */
  parts: MovedPart[];
  /**
   * What each KPI below moved: these add up to the difference as well. A node stands here where its score was set by
   * hand, or where it counts though nothing below it is known.
   */
  leaves: MovedPart[];
}
/**
 * Counts by name.
 */
export interface NamedCounts {
  open?: number;
  met?: number;
  resolved?: number;
  breachedOpen?: number;
  created?: number;
  promoters?: number;
  passives?: number;
  detractors?: number;
  start?: number;
  end?: number;
  new?: number;
  numerator?: number;
  denominator?: number;
  firstContact?: number;
  contacts?: number;
  notResolvable?: number;
  undetermined?: number;
  talk?: number;
  hold?: number;
  wrap?: number;
  handled?: number;
  answered?: number;
  answeredWithin?: number;
  abandoned?: number;
  abandonedWithin?: number;
  abandonedShort?: number;
  waiting?: number;
  offered?: number;
  short?: number;
  handling?: number;
  available?: number;
  reopened?: number;
  solved?: number;
  reopenings?: number;
  received?: number;
  acknowledged?: number;
  escalated?: number;
  resolvedInTime?: number;
  overdue?: number;
  afterComplaint?: number;
  goodAfterComplaint?: number;
  withoutComplaint?: number;
  goodWithoutComplaint?: number;
  lost?: number;
  revenue?: number;
  cost?: number;
  customers?: number;
  buyers?: number;
  orders?: number;
  selfService?: number;
  avoided?: number;
  botResolved?: number;
  conversations?: number;
}
/**
 * Sums of time, in seconds, or of money, by name.
 */
export interface NamedSums {
  open?: number;
  met?: number;
  resolved?: number;
  breachedOpen?: number;
  created?: number;
  promoters?: number;
  passives?: number;
  detractors?: number;
  start?: number;
  end?: number;
  new?: number;
  numerator?: number;
  denominator?: number;
  firstContact?: number;
  contacts?: number;
  notResolvable?: number;
  undetermined?: number;
  talk?: number;
  hold?: number;
  wrap?: number;
  handled?: number;
  answered?: number;
  answeredWithin?: number;
  abandoned?: number;
  abandonedWithin?: number;
  abandonedShort?: number;
  waiting?: number;
  offered?: number;
  short?: number;
  handling?: number;
  available?: number;
  reopened?: number;
  solved?: number;
  reopenings?: number;
  received?: number;
  acknowledged?: number;
  escalated?: number;
  resolvedInTime?: number;
  overdue?: number;
  afterComplaint?: number;
  goodAfterComplaint?: number;
  withoutComplaint?: number;
  goodWithoutComplaint?: number;
  lost?: number;
  revenue?: number;
  cost?: number;
  customers?: number;
  buyers?: number;
  orders?: number;
  selfService?: number;
  avoided?: number;
  botResolved?: number;
  conversations?: number;
}
/**
 * What customers need.
 */
export interface Need {
  /**
   * Unique among needs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * The id of the stage or touchpoint it is felt at.
   */
  at?: string;
  /**
   * The ids of the goals, strategies and actions that serve it.
   */
  servedBy?: string[];
  /**
   * How much it matters to customers.
   */
  importance?: Rating;
  /**
   * How well it is met.
   */
  satisfaction?: Rating;
}
/**
 * A gap on a day.
 */
export interface NeedGap {
  /**
   * The day.
   */
  at: string;
  /**
   * The gap.
   */
  gap: NeedLevel;
}
/**
 * A number on the common scale.
 */
export interface NeedLevel {
  /**
   * The number.
   */
  value: number;
  /**
   * The lower end of its 95 % interval.
   */
  low?: number;
  /**
   * The upper end.
   */
  high?: number;
  /**
   * Why there is no interval: `no-n`, `no-spread`, `no-interval`.
   */
  unsure?: string;
}
/**
 * The lines of the matrix.
 */
export interface NeedLines {
  /**
   * The mean importance, 0 to 1.
   */
  importance: number;
  /**
   * The mean satisfaction, 0 to 1.
   */
  satisfaction: number;
}
/**
 * A rating.
 */
export interface NeedRating {
  /**
   * The day it was true.
   */
  at: string;
  /**
   * How many answered, where known.
   */
  n?: number;
  /**
   * The rating, 0 to 1.
   */
  level: NeedLevel;
}
/**
 * A need: how much it matters, how well it is met, and its place.
 */
export interface NeedStanding {
  /**
   * Its id.
   */
  id: string;
  /**
   * The id of the stage or touchpoint it is felt at.
   */
  at?: string;
  /**
   * The ids of the goals, strategies and actions that serve it.
   */
  servedBy: string[];
  /**
   * How much it matters.
   */
  importance?: NeedRating;
  /**
   * How well it is met.
   */
  satisfaction?: NeedRating;
  /**
   * Importance less satisfaction, −1 to 1.
   */
  gap?: NeedLevel;
  /**
   * `unmet`, `exceeded`, `cannot-tell` (0 lies inside the interval), `no-interval`, or `unrated`.
   */
  verdict: string;
  /**
   * The first place it may have, from 1: behind those whose gap is surely larger.
   */
  first?: number;
  /**
   * The last place it may have.
   */
  last?: number;
  /**
   * The needs whose gap cannot be told apart from this one's.
   */
  tied: string[];
  /**
   * `improve`, `keep`, `low-priority` or `overdone`.
   */
  quadrant?: string;
  /**
   * Whether both intervals leave out the lines of the matrix.
   */
  sure: boolean;
  /**
   * The gap on each day that either side was rated anew.
   */
  course: NeedGap[];
  /**
   * The gap now less the one on the first of these days; above 0 it widened.
   */
  change?: NeedLevel;
}
/**
 * What customers need, from the largest gap down.
 */
export interface Needs {
  /**
   * Rated needs by their gaps, then the others in the order of the plan.
   */
  needs: NeedStanding[];
  /**
   * The lines of the matrix of importance and satisfaction: the means of the rated needs.
   */
  lines?: NeedLines;
}
/**
 * How well the loops of a node are closed.
 */
export interface NodeClosing {
  /**
   * The id of the node.
   */
  id: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * How well they are closed.
   */
  closing: LoopClosing;
}
/**
 * The strings of a node.
 */
export interface NodeLabel {
  /**
   * Title.
   */
  title: string;
  /**
   * The one number, without its unit.
   */
  number?: string;
  /**
   * The unit, set smaller.
   */
  unit?: string;
  /**
   * Change and age, one short line.
   */
  note?: string;
  /**
   * The word of the status.
   */
  status: string;
  /**
   * My share of the parent or the mission (line view).
   */
  share?: string;
}
/**
 * How a node stands: what its KPIs say (outcome) and how its actions go (execution), never mixed.
 */
export interface NodeScore {
  /**
   * The node's id.
   */
  id: string;
  /**
   * What it is.
   */
  kind: Kind;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * How it stands, by its rolled-up pace.
   */
  status: Status;
  /**
   * Why it stands so.
   */
  because: Reason;
  /**
   * The outcome, 0..1 with 1 = on target; absent where nothing is known.
   */
  score?: number;
  /**
   * The outcome against the plan's course, 0..1, which the status is read from.
   */
  pace?: number;
  /**
   * How much of an action is done, as last reported, 0..1; absent for other nodes and where nobody reported.
   */
  progress?: number;
  /**
   * The share of the weight below that is known, 0..1.
   */
  coverage: number;
  /**
   * The score were every unknown at 0.
   */
  low: number;
  /**
   * The score were every unknown at 1.
   */
  high: number;
  /**
   * The score of the leading KPIs alone.
   */
  leading?: number;
  /**
   * The score of the lagging KPIs alone.
   */
  lagging?: number;
  /**
   * How the distinct actions at and below the node go; absent where there are none.
   */
  execution?: Execution;
  /**
   * What somebody set by hand.
   */
  override?: StandingOverride;
  /**
   * The perspective's id.
   */
  perspective?: string;
  /**
   * The ids of its owners, the accountable first.
   */
  owners: string[];
  /**
   * What it serves.
   */
  parents: Parent[];
  /**
   * Its contribution to the mission, 0..1 (AL-P); absent where no weighted path leads there.
   */
  contribution?: number;
  /**
   * The longest path down from the mission: 0 for the mission, 1 right below; above the mission and apart from it 0.
   */
  level: number;
}
/**
 * The difference of two Net Promoter Scores, and whether it is more than chance.
 */
export interface NpsChangeCalculation {
  /**
   * What is calculated.
   */
  family: 'nps-change';
  /**
   * `difference` where absent.
   */
  variant?: 'difference';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Answers of 9 and 10.
     */
    promoters: number;
    /**
     * Answers of 7 and 8.
     */
    passives: number;
    /**
     * Answers of 0 to 6.
     */
    detractors: number;
  };
  /**
   * The same counts of the time before.
   */
  before: {
    /**
     * Answers of 9 and 10.
     */
    promoters: number;
    /**
     * Answers of 7 and 8.
     */
    passives: number;
    /**
     * Answers of 0 to 6.
     */
    detractors: number;
  };
}
/**
 * An answer on the scale of its family: 0 to 10, 1 to 7 or 1 to 5.
 */
export interface NpsMeasure {
  /**
   * The id; KPIs read it by this name.
   */
  id: string;
  /**
   * What is measured.
   */
  kpi: 'nps' | 'enps' | 'ces' | 'ces-1';
  /**
   * The column of the date that puts a row in a period, where it is not the family's own.
   */
  date?: string;
  /**
   * The column of the answer.
   */
  column: string;
  /**
   * What words stand for.
   */
  words?: {
    [k: string]: number;
  };
}
/**
 * The part of the time on duty that is work.
 */
export interface OccupancyCalculation {
  /**
   * What is calculated.
   */
  family: 'occupancy';
  /**
   * `share` where absent.
   */
  variant?: 'share';
  /**
   * Sums of time or money, and rates.
   */
  amounts: {
    /**
     * Time of handling.
     */
    handling: number;
    /**
     * Time of waiting for work.
     */
    available: number;
  };
  /**
   * The unit of all lengths of time; `s` where absent.
   */
  unit?: 's' | 'min' | 'h' | 'd';
}
/**
 * Why a finding is switched off.
 */
export interface Off {
  /**
   * The reason in the plan's own words.
   */
  reason: string;
}
/**
 * A cycle of objectives, such as a quarter.
 */
export interface OkrCycle {
  /**
   * Unique among cycles.
   */
  id: string;
  /**
   * As shown.
   */
  title: string;
  /**
   * The first day.
   */
  start: string;
  /**
   * The last day; grades are final after it.
   */
  end: string;
}
/**
 * When the service is open in a week. Each opening is written `"09:00-17:00"`; one that ends no later than it begins
 * ends on the day after; `24:00` is midnight. A day that is not named is closed.
 */
export interface OpeningHours {
  /**
   * The openings of Monday.
   */
  mon?: string[];
  /**
   * The openings of Tuesday.
   */
  tue?: string[];
  /**
   * The openings of Wednesday.
   */
  wed?: string[];
  /**
   * The openings of Thursday.
   */
  thu?: string[];
  /**
   * The openings of Friday.
   */
  fri?: string[];
  /**
   * The openings of Saturday.
   */
  sat?: string[];
  /**
   * The openings of Sunday.
   */
  sun?: string[];
  /**
   * Days that are closed from midnight to midnight.
   */
  holidays?: string[];
}
/**
 * A value of a short list and its score.
 */
export interface OrdinalStep {
  /**
   * The value.
   */
  value: number;
  /**
   * The word that stands for it.
   */
  word?: string;
  /**
   * The score.
   */
  score: number;
}
/**
 * What holds where no rule of thresholds does.
 */
export interface Otherwise {
  /**
   * The status.
   */
  status: StatedStatus;
  /**
   * The score.
   */
  score: number;
}
/**
 * What a scenario would move; the board itself stays as it is.
 */
export interface Outlook {
  /**
   * The scenario, as it can be kept and read again.
   */
  scenario: Scenario;
  /**
   * The day the board is read at, as YYYY-MM-DD.
   */
  asOf: string;
  /**
   * The mission, whether it moves or not.
   */
  mission: Shift;
  /**
   * Every node that would move, the mission first.
   */
  nodes: Shift[];
  /**
   * Every KPI that would move.
   */
  kpis: Shift[];
}
/**
 * A score or status set by hand, for a while; at least one of the two.
 */
export interface Override {
  /**
   * The score that counts instead.
   */
  score?: number;
  /**
   * The status shown instead; that of the score by the bands where absent.
   */
  status?: StatedStatus;
  /**
   * Why.
   */
  reason: string;
  /**
   * Who set it.
   */
  author: string;
  /**
   * The last day it holds.
   */
  expires: string;
}
/**
 * A node or KPI of an owner.
 */
export interface OwnedPart {
  /**
   * Its id.
   */
  id: string;
  /**
   * How it stands.
   */
  status: Status;
  /**
   * The share of what is below a node that is known, 0 to 1; absent for a KPI.
   */
  coverage?: number;
  /**
   * Days since the value of a KPI was true.
   */
  age?: number;
}
/**
 * Someone who owns nodes or KPIs.
 */
export interface Owner {
  /**
   * Unique among owners.
   */
  id: string;
  /**
   * As shown.
   */
  name: string;
  /**
   * The owner's team.
   */
  team?: string;
  /**
   * Whether the owner is outside the service team; `false` where absent.
   */
  outside?: boolean;
}
/**
 * What an owner answers for.
 */
export interface OwnerCard {
  /**
   * The owner's id.
   */
  owner: string;
  /**
   * The nodes the owner is accountable for.
   */
  nodes: OwnedPart[];
  /**
   * The KPIs to ask the owner for: those with this owner, and those without one of nodes that this owner alone answers for.
   */
  kpis: OwnedPart[];
  /**
   * How many of these have a value that counts.
   */
  known: number;
  /**
   * That as a part of all, 0 to 1; absent without KPIs.
   */
  coverage?: number;
  /**
   * How many have a value that is too old.
   */
  stale: number;
  /**
   * How many are service standards.
   */
  standards: number;
  /**
   * How many of those are missed.
   */
  missed: number;
}
/**
 * An owner's part in a node.
 */
export interface Ownership {
  /**
   * The id of the owner.
   */
  owner: string;
  /**
   * Whether this owner answers for the node; `true` where absent.
   */
  accountable?: boolean;
  /**
   * How far an owner outside the team stands by it.
   */
  commitment?: Commitment;
}
/**
 * What hurts at a touchpoint.
 */
export interface PainPoint {
  /**
   * Unique among pain points.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * The ids of the goals, strategies and actions that do something about it.
   */
  servedBy?: string[];
}
/**
 * A pain point.
 */
export interface PainSummary {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * The ids of what does something about it.
   */
  servedBy: string[];
  /**
   * Whether an action does, by itself or beneath those.
   */
  addressed: boolean;
}
/**
 * Colours by role.
 */
export interface Palette {
  /**
   * The ground the picture lies on.
   */
  paper: string;
  /**
   * The ground of a card.
   */
  raised: string;
  /**
   * Text and marks of the first order.
   */
  ink: string;
  /**
   * Text and marks of the second order.
   */
  second: string;
  /**
   * Hairlines and empty tracks.
   */
  rule: string;
  /**
   * The through line and the focus.
   */
  accent: string;
  /**
   * Status: on track.
   */
  onTrack: string;
  /**
   * Status: at risk.
   */
  atRisk: string;
  /**
   * Status: off track.
   */
  offTrack: string;
  /**
   * Status: cannot tell.
   */
  cannotTell: string;
  /**
   * Status: stale.
   */
  stale: string;
  /**
   * Status: no data.
   */
  noData: string;
}
/**
 * The parameters of a code, by name.
 */
export interface Params {
  [k: string]: Param;
}
/**
 * One link upwards.
 */
export interface Parent {
  /**
   * The parent's id.
   */
  id: string;
  /**
   * The weight of the link; 0 supports only.
   */
  weight: number;
  /**
   * The share of the child that this parent gets.
   */
  share: number;
  /**
   * Weight × share over the parent's total: this node's part in the parent, 0..1.
   */
  effective: number;
}
/**
 * One step of a JSON Patch.
 */
export interface PatchOperation {
  /**
   * What it does.
   */
  op: OperationKind;
  /**
   * Where, as a JSON pointer.
   */
  path: string;
  /**
   * Where the value comes from: of `move` and `copy`.
   */
  from?: string;
  /**
   * The value: of `add`, `replace` and `test`.
   */
  value?: {} | unknown[] | string | number | boolean | null;
}
/**
 * A measure in two periods, and what the change is made of.
 */
export interface PeriodComparison {
  /**
   * The KPI, where it is one's.
   */
  kpi?: string;
  /**
   * The unit of the values.
   */
  unit?: string;
  /**
   * The dimensions it can be split by; those of people are left out.
   */
  dimensions: string[];
  /**
   * The whole.
   */
  total: ComparedSegment;
  /**
   * Each segment.
   */
  segments: ComparedSegment[];
  /**
   * The change by rate and mix.
   */
  split?: ChangeSplit;
  /**
   * Why it cannot be split.
   */
  missing?: Reason;
}
/**
 * A band of the map.
 */
export interface Perspective {
  /**
   * Unique among perspectives.
   */
  id: string;
  /**
   * As shown.
   */
  title: string;
}
/**
 * A value as it is.
 */
export interface PlainValue {
  /**
   * The day it was true: the end of its period.
   */
  at: string;
  /**
   * The value, in the KPI's unit.
   */
  value: number;
  /**
   * How many answers or cases stand behind it.
   */
  n?: number;
  /**
   * The lower end of its interval.
   */
  low?: number;
  /**
   * The upper end of its interval.
   */
  high?: number;
}
/**
 * A customer-service plan: mission, goals, strategies, actions and their KPIs.
 */
export interface Plan {
  /**
   * The version of this format.
   */
  version: 1;
  /**
   * The title of the plan.
   */
  title: string;
  /**
   * The period its KPIs are read by; `month` where absent.
   */
  period?: Granularity;
  /**
   * How weeks, quarters and years are cut; by ISO 8601 and from January where absent.
   */
  calendar?: Calendar;
  /**
   * What the plan chooses.
   */
  settings?: Settings;
  /**
   * Everybody who owns something.
   */
  owners?: Owner[];
  /**
   * The bands of the map, top first.
   */
  perspectives?: Perspective[];
  /**
   * The mission of the whole company; the service mission supports it by itself.
   */
  companyMission?: CompanyMission;
  /**
   * The mission of the service: the root of the plan.
   */
  mission: Mission;
  /**
   * Where the service wants to be.
   */
  vision?: Vision;
  /**
   * Outcomes to reach.
   */
  goals?: Goal[];
  /**
   * Plans of attack for goals.
   */
  strategies?: Strategy[];
  /**
   * What is done.
   */
  actions?: Action[];
  /**
   * Causes and effects, apart from the hierarchy.
   */
  drives?: Drive[];
  /**
   * The customers' way through the service, stage by stage.
   */
  journey?: JourneyStage[];
  /**
   * What customers need.
   */
  needs?: Need[];
  /**
   * The cycles that objectives are set for, such as quarters.
   */
  cycles?: OkrCycle[];
  /**
   * How often a check-in on each goal, strategy and action is due; never where absent.
   */
  checkIns?: Granularity;
  /**
   * How often the plan is reviewed.
   */
  reviews?: Reviews;
}
/**
 * One difference between two plans.
 */
export interface PlanChange {
  /**
   * What changed, as a code: `target-eased`.
   */
  code: string;
  /**
   * The id of the node or KPI; of what else a plan names (an owner, a cycle, a need) its own.
   */
  id: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * What the sentence needs: mostly `from` and `to`.
   */
  params: Params;
}
/**
 * An action as a programme: how far it is, and what its KPIs did afterwards.
 */
export interface Programme {
  /**
   * The id of the action.
   */
  id: string;
  /**
   * The kind of work.
   */
  kind: string;
  /**
   * `undated`, `planned`, `running`, `overdue`, `over` (nobody said how far it came) or `done`.
   */
  stage: string;
  /**
   * The first day.
   */
  start?: string;
  /**
   * The last day, as planned.
   */
  due?: string;
  /**
   * The day after which it counts as over: when it was recorded as done, else its last day; absent before.
   */
  end?: string;
  /**
   * Its effort, where the plan says one.
   */
  effort?: number;
  /**
   * How much is done, 0 to 1, where somebody said.
   */
  progress?: number;
  /**
   * Periods from its end until its KPIs are expected to show it.
   */
  lag: number;
  /**
   * Each KPI that it should move, and each of its own.
   */
  kpis: ProgrammeKpi[];
}
/**
 * The values after a programme.
 */
export interface ProgrammeAfter {
  /**
   * How many there are.
   */
  n: number;
  /**
   * Their mean.
   */
  mean?: number;
  /**
   * The first period looked at.
   */
  from?: string;
  /**
   * The last one.
   */
  to?: string;
}
/**
 * The values before a programme.
 */
export interface ProgrammeBefore {
  /**
   * How many there are.
   */
  n: number;
  /**
   * Their mean; absent, as the limits are, with fewer than eight.
   */
  centre?: number;
  /**
   * The lower natural limit.
   */
  low?: number;
  /**
   * The upper natural limit.
   */
  high?: number;
  /**
   * Whether none of them stood out by their own limits: what is not steady moves by itself.
   */
  steady: boolean;
}
/**
 * What the guard of a KPI did after the same programme.
 */
export interface ProgrammeGuard {
  /**
   * The guard's id.
   */
  kpi: string;
  /**
   * As that of the KPI; `moved-against` says that it got worse.
   */
  outcome: string;
}
/**
 * What a KPI did after a programme. Nothing here says why.
 */
export interface ProgrammeKpi {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * The hoped way: `up` or `down`.
   */
  hoped?: string;
  /**
   * `too-early`, `cannot-tell`, `no-signal`, `moved`, `moved-against`, `mixed` or `slipped-back`.
   */
  outcome: string;
  /**
   * Why it is too early or cannot be told: `no-start`, `no-end`, `not-started`, `running`, `not-done`,
   * `no-period-after`, `few-before`, `few-after`, `trend-before` or `no-direction`.
   */
  reason?: string;
  /**
   * How many values more would tell: before it for `few-before` (older ones), else after it.
   */
  more?: number;
  /**
   * The values before its start, which set the limits.
   */
  before: ProgrammeBefore;
  /**
   * The values after its end.
   */
  after: ProgrammeAfter;
  /**
   * Which of those stand out by the limits before.
   */
  signals: ProgrammeSignal[];
  /**
   * Other programmes that should move the same KPI, at work in the same time or at an unknown one.
   */
  confounders: string[];
  /**
   * The KPI's guard, and what that did.
   */
  guard?: ProgrammeGuard;
}
/**
 * A value after a programme that stands out.
 */
export interface ProgrammeSignal {
  /**
   * The period.
   */
  period: string;
  /**
   * `outside`, `near-limit` or `run`.
   */
  rule: string;
  /**
   * `better` or `worse` than the centre before.
   */
  side: string;
}
/**
 * The programmes of a kind.
 */
export interface ProgrammeTotal {
  /**
   * The kind of work.
   */
  kind: string;
  /**
   * How many there are.
   */
  programmes: number;
  /**
   * How many of them are done.
   */
  done: number;
  /**
   * Their effort together; one that says none counts as 1.
   */
  effort: number;
  /**
   * How many of them say no effort.
   */
  unweighed: number;
  /**
   * How many KPIs they should move; one that two should move counts twice.
   */
  kpis: number;
  /**
   * How many of those moved as hoped.
   */
  moved: number;
  /**
   * How many moved the other way.
   */
  against: number;
}
/**
 * All programmes, and what they come to by kind.
 */
export interface Programmes {
  /**
   * Every action, in the order of the plan.
   */
  programmes: Programme[];
  /**
   * By kind; kinds without an action are left out.
   */
  totals: ProgrammeTotal[];
}
/**
 * The progress of an action.
 */
export interface ProgressRecord {
  /**
   * The action's id.
   */
  action: string;
  /**
   * The day it was reported.
   */
  at: string;
  /**
   * How much is done, 0 to 1.
   */
  progress: number;
  /**
   * Who recorded it.
   */
  actor?: string;
}
/**
 * Where a value comes from.
 */
export interface Provenance {
  /**
   * `typed`, `computed`, `imported` or `none`.
   */
  kind: string;
  /**
   * The source's id.
   */
  source?: string;
  /**
   * The measure's id within the source.
   */
  measure?: string;
  /**
   * The variant of the definition, as a code.
   */
  variant?: string;
  /**
   * The segment, where the value is of one.
   */
  segment?: string;
  /**
   * Who typed it, where the host said.
   */
  actor?: string;
}
/**
 * One purchase.
 */
export interface PurchaseRow {
  /**
   * Who bought.
   */
  customer: string;
  /**
   * On which day.
   */
  date: string;
  /**
   * For how much; below 0 where something was given back.
   */
  amount?: number;
}
/**
 * Lifetime value of customers without a contract, from a table of purchases.
 */
export interface PurchasesRequest {
  /**
   * BG/NBD for how often they buy, Gamma–Gamma for what they spend.
   */
  model: BuyersModel;
  /**
   * The purchases, in any order; several of one customer on one day are one.
   *
   * @minItems 1
   */
  purchases: PurchaseRow[];
  /**
   * The last day that was observed; what came later is left out.
   */
  asOf: string;
  /**
   * The unit that time is counted in.
   */
  unit: TimeWord;
  /**
   * How far is looked ahead, in that unit; a year where absent.
   */
  horizon?: number;
  /**
   * The rate that a year discounts by, as 0.1 for 10 %; nothing is discounted where absent.
   */
  discount?: number;
  /**
   * The share of an amount that is margin; all of it where absent.
   */
  margin?: number;
}
/**
 * A number, or why there is none.
 */
export interface Quantity {
  /**
   * The number, unrounded; absent with a `missing` reason.
   */
  value?: number;
  /**
   * Its standard error, where one is known.
   */
  standardError?: number;
  /**
   * Its 95 % interval, where one is known.
   */
  interval?: Interval;
  /**
   * Why there is none.
   */
  missing?: Reason;
}
/**
 * One axis.
 */
export interface RadarAxis {
  /**
   * Its id, one for each axis.
   */
  id: string;
  /**
   * What it stands for, in the reader's language.
   */
  label: string;
  /**
   * Its value on the scale; absent where it is unknown, which is drawn as a gap and never as the lowest.
   */
  value?: number;
  /**
   * The lowest answer, or the lower end of an interval: with `high`, a band along the axis.
   */
  low?: number;
  /**
   * The highest answer, or the upper end of an interval.
   */
  high?: number;
  /**
   * The value of an earlier round, or a target: a quiet dashed outline.
   */
  before?: number;
}
/**
 * Where a radar lies, in CSS pixels from the upper left corner of the canvas: for labels that can be focused.
 */
export interface RadarGeometry {
  /**
   * Width of the picture.
   */
  width: number;
  /**
   * Height of the picture: it follows from the width and the labels.
   */
  height: number;
  /**
   * Device pixels a CSS pixel: the canvas is `width × ratio` by `height × ratio` of them.
   */
  ratio: number;
  /**
   * Whether the labels found no room and the numbers 1, 2, 3… stand in their places: list them beside the picture.
   */
  numbered: boolean;
  /**
   * The centre: the low end of the scale.
   */
  middle: RadarPoint;
  /**
   * From the centre to the high end of the scale.
   */
  radius: number;
  /**
   * Each axis, in the order given.
   */
  axes: RadarSpot[];
}
/**
 * A point of the picture.
 */
export interface RadarPoint {
  /**
   * From the left edge.
   */
  x: number;
  /**
   * From the upper edge.
   */
  y: number;
}
/**
 * A radar: several axes of one scale, such as the domains of a maturity assessment.
 */
export interface RadarRequest {
  /**
   * Width available, CSS pixels; the height follows from it, where none is asked for.
   */
  width: number;
  /**
   * Device pixels a CSS pixel; left out: 1.
   */
  ratio?: number;
  /**
   * Which way the language runs; left out: `ltr`. Right to left the picture is mirrored: axes go round the other way,
   * and time does.
   */
  direction?: TextDirection;
  /**
   * CSS font family; left out: `system-ui, sans-serif`.
   */
  font?: string;
  /**
   * Colours by role, `#rrggbb` or `#rrggbbaa`; a role left out keeps the light default.
   */
  palette?: Palette;
  /**
   * The scale of every axis.
   */
  scale: RadarScale;
  /**
   * The axes, 3 to 24: the first straight up, the others clockwise.
   *
   * @minItems 3
   * @maxItems 24
   */
  axes: RadarAxis[];
  /**
   * The id of the axis selected.
   */
  select?: string;
  /**
   * The id of the axis under the pointer or the keyboard.
   */
  hover?: string;
}
/**
 * From the centre to the outermost ring.
 */
export interface RadarScale {
  /**
   * The value at the centre.
   */
  low: number;
  /**
   * The value at the outermost ring; above `low`.
   */
  high: number;
  /**
   * From one ring to the next; at most twelve fit.
   */
  step: number;
  /**
   * What stands at the centre and at each ring, innermost first, such as numbers in the reader's digits; left out:
   * the plain numbers.
   */
  marks?: string[];
}
/**
 * Where an axis lies: the box of its label, and its point.
 */
export interface RadarSpot {
  /**
   * Its id.
   */
  id: string;
  /**
   * Left edge of the label.
   */
  x: number;
  /**
   * Upper edge of the label.
   */
  y: number;
  /**
   * Width of the label.
   */
  width: number;
  /**
   * Height of the label.
   */
  height: number;
  /**
   * The point of its value; absent where that is unknown.
   */
  point?: RadarPoint;
}
/**
 * A finding that was open.
 */
export interface RaisedFinding {
  /**
   * The id of the rule.
   */
  finding: string;
  /**
   * The id of the node or KPI.
   */
  about: string;
}
/**
 * The mean of a survey on a day.
 */
export interface RatingValue {
  /**
   * The day.
   */
  at: string;
  /**
   * The mean answer, on the scale of the rating.
   */
  value: number;
  /**
   * How many answered.
   */
  n?: number;
  /**
   * The standard deviation of the answers.
   */
  sd?: number;
  /**
   * Half the width of the 95 % interval, where that is what was published.
   */
  margin?: number;
}
/**
 * Where in the data a KPI is read.
 */
export interface Reading {
  /**
   * The id of the source.
   */
  source: string;
  /**
   * The id of the measure in the source.
   */
  measure: string;
  /**
   * The named definition, such as `median` or `p90`.
   */
  variant: Variant;
  /**
   * One segment: a value of the source's first dimension, or values by dimension; all where absent.
   */
  segment?: SegmentName;
  /**
   * Counts of the formula that another table tells, by the name that the formula has for them: the `customers` of a
   * contact rate. What the measure itself counts by that name is added to; several tables may tell of one.
   */
  counts?: {
    [k: string]: CountSources;
  };
}
/**
 * A code with its parameters: a sentence before words.
 */
export interface Reason {
  /**
   * The stable code.
   */
  code: string;
  /**
   * What the sentence needs.
   */
  params: Params;
}
/**
 * A receipt: what a board came to and from what, so that anybody with plan and data can have its numbers again.
 */
export interface Receipt {
  /**
   * The version of this format.
   */
  version: 1;
  /**
   * The version of the calculation.
   */
  calculation: string;
  /**
   * The day the board was read at.
   */
  asOf: string;
  /**
   * SHA-256 of the plan as the package writes it.
   */
  plan: string;
  /**
   * SHA-256 of what was recorded since.
   */
  records?: string;
  /**
   * The data.
   */
  sources: ReceiptSource[];
  /**
   * The numbers.
   */
  kpis: ReceiptKpi[];
  /**
   * SHA-256 of this receipt without this field.
   */
  hash?: string;
}
/**
 * One number.
 */
export interface ReceiptKpi {
  /**
   * The KPI's id.
   */
  id: string;
  /**
   * What it is read from and how, such as `tickets/resolution:median`; `typed` where it is typed.
   */
  definition: string;
  /**
   * The day the value was true.
   */
  at: string;
  /**
   * The value in the KPI's unit, unrounded.
   */
  value?: number;
  /**
   * How many cases stand behind it.
   */
  n?: number;
  /**
   * The relative error, where the value is read from a sketch.
   */
  approximation?: number;
  /**
   * How it stood.
   */
  status: string;
}
/**
 * The data of one source.
 */
export interface ReceiptSource {
  /**
   * The source's id.
   */
  id: string;
  /**
   * SHA-256 of its partials as a snapshot has them: the same for rows and for their snapshot.
   */
  data: string;
  /**
   * SHA-256 of the bytes of its file, where one file made it; of more than 1 MiB that of its parts.
   */
  file?: string;
}
/**
 * A group above the standard.
 */
export interface RecognisedGroup {
  /**
   * The value of the dimension.
   */
  name: string;
  /**
   * Its figure, drawn towards what all groups have in common.
   */
  value: number;
  /**
   * The lower end of its 95 % interval.
   */
  low: number;
  /**
   * The upper end.
   */
  high: number;
  /**
   * The chance that the true figure is above the standard.
   */
  chance: number;
}
/**
 * Who is above a standard. Nobody is named below it.
 */
export interface Recognition {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * The dimension whose values are the groups.
   */
  by: string;
  /**
   * What one must be above, in the KPI's unit.
   */
  standard?: number;
  /**
   * Which way is better: with `down` "above" is a lower figure.
   */
  better?: string;
  /**
   * How many groups were compared.
   */
  compared: number;
  /**
   * How many were left out: too small, or not told.
   */
  leftOut: number;
  /**
   * The least number of cases.
   */
  least: number;
  /**
   * Those who are, by name; not in the order of their figures.
   */
  named: RecognisedGroup[];
  /**
   * How many of those are expected not to be above it after all.
   */
  expectedFalse: number;
  /**
   * Why nobody can be named.
   */
  missing?: Reason;
}
/**
 * Customers after a resolved complaint beside those without one.
 */
export interface RecoveryCalculation {
  /**
   * What is calculated.
   */
  family: 'recovery';
  /**
   * `kept` where absent.
   */
  variant?: 'kept' | 'satisfied';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Customers whose complaint was resolved.
     */
    afterComplaint: number;
    /**
     * Of these, kept or satisfied.
     */
    goodAfterComplaint: number;
    /**
     * Customers who had no complaint.
     */
    withoutComplaint: number;
    /**
     * Of these, kept or satisfied.
     */
    goodWithoutComplaint: number;
  };
}
/**
 * A training that is due again.
 */
export interface Refresher {
  /**
   * The id of the last training for the KPI.
   */
  action: string;
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * Who answers for the KPI.
   */
  owner?: string;
  /**
   * `slipped-back` or `long-ago`.
   */
  because: string;
  /**
   * The day that training ended.
   */
  ended: string;
  /**
   * Whole months since.
   */
  months: number;
}
/**
 * A progress of an action taken away.
 */
export interface RemoveProgress {
  /**
   * The action's id.
   */
  action: string;
  /**
   * The day it was reported.
   */
  at: string;
  /**
   * `true`.
   */
  remove: boolean;
  /**
   * Who took it away.
   */
  actor?: string;
}
/**
 * A value of a KPI taken away.
 */
export interface RemoveValue {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * The day of the value.
   */
  at: string;
  /**
   * `true`.
   */
  remove: boolean;
  /**
   * Who took it away.
   */
  actor?: string;
}
/**
 * One renewal, seen and expected. What is not known is absent.
 */
export interface RenewalForecast {
  /**
   * The how-many-th, the first being 1.
   */
  number: number;
  /**
   * How many could renew; 0 where none has come that far.
   */
  could: number;
  /**
   * How many did.
   */
  did: number;
  /**
   * The 95 % interval of their share.
   */
  interval?: Interval;
  /**
   * The share that the model expects to renew.
   */
  retention?: number;
  /**
   * The share of a cohort that it expects to be left then.
   */
  survival?: number;
  /**
   * The discounted periods still to come of one who has renewed that often, just before the next renewal.
   */
  residual?: number;
}
/**
 * Cases or events of reopening, of what was solved.
 */
export interface ReopenRateCalculation {
  /**
   * What is calculated.
   */
  family: 'reopen-rate';
  /**
   * `cases` where absent.
   */
  variant?: 'cases' | 'events';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Cases, or times, reopened.
     */
    reopened: number;
    /**
     * Cases solved.
     */
    solved: number;
    /**
     * Times reopened, where a case may come back more than once; `events` counts them.
     */
    reopenings?: number;
  };
}
/**
 * Time from creation to resolution.
 */
export interface ResolutionTimeCalculation {
  /**
   * What is calculated.
   */
  family: 'resolution-time';
  /**
   * `mean` where absent.
   */
  variant?: 'mean' | 'median' | 'share-within' | `p${number}` | `p${number}-nearest-rank`;
  /**
   * Counts by name: whole numbers from 0.
   */
  counts?: {
    /**
     * Cases that have none yet: told beside, not in the value.
     */
    open?: number;
  };
  /**
   * One value for each answer or case, in any order.
   */
  values: number[];
  /**
   * The unit of all lengths of time; `s` where absent.
   */
  unit?: 's' | 'min' | 'h' | 'd';
  /**
   * The limit of `share-within`, in the unit of the values.
   */
  limit?: number;
  /**
   * `bootstrap`: the interval of a mean or a percentile by drawing the values again (BCa), at most 5,000 of them.
   */
  interval?: 'bootstrap';
}
/**
 * Customers kept.
 */
export interface RetentionCalculation {
  /**
   * What is calculated.
   */
  family: 'retention';
  /**
   * `share` where absent.
   */
  variant?: 'share';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * How many there were at the start.
     */
    start: number;
    /**
     * Customers at the end.
     */
    end: number;
    /**
     * Of these, won meanwhile.
     */
    new: number;
  };
}
/**
 * Kept or lost.
 */
export interface RetentionMeasure {
  /**
   * The id; KPIs read it by this name.
   */
  id: string;
  /**
   * What is measured.
   */
  kpi: 'retention';
  /**
   * The column of the date that puts a row in a period, where it is not the family's own.
   */
  date?: string;
  /**
   * The column that tells.
   */
  column: string;
  /**
   * What says that one was lost.
   */
  lost: string[];
  /**
   * What says that one was kept; all else where absent.
   */
  kept?: string[];
}
/**
 * When the plan is reviewed, and what changed since it was.
 */
export interface ReviewReport {
  /**
   * How often, as the plan says: `day`, `week`, `month`, `quarter`, `year`.
   */
  every?: string;
  /**
   * The day of the last one, by the journal or the plan, as YYYY-MM-DD.
   */
  last?: string;
  /**
   * The last day on which the next one is in time.
   */
  next?: string;
  /**
   * Days since that day, where it is past.
   */
  late?: number;
  /**
   * What changed since the last review of the journal; absent where it has none.
   */
  since?: ReviewSince;
  /**
   * Pitfalls that only a journal tells: `review-overdue`, `target-eased`.
   */
  findings: Finding[];
  /**
   * The findings that are open now: for the entry about a review of today.
   */
  open: RaisedFinding[];
  /**
   * How everything stands now, for the same.
   */
  stood: StoodAt[];
}
/**
 * What stands otherwise than at the review.
 */
export interface ReviewShift {
  /**
   * The id of a node or KPI.
   */
  id: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * How it stood; absent where it was not there.
   */
  before?: StoodAt;
  /**
   * How it stands; absent where it is gone.
   */
  after?: StoodAt;
}
/**
 * What changed since a review.
 */
export interface ReviewSince {
  /**
   * The id of the entry of that review.
   */
  review: string;
  /**
   * Its day.
   */
  at: string;
  /**
   * The ids of the decisions since.
   */
  decisions: string[];
  /**
   * How many edits of the plan there were since.
   */
  edits: number;
  /**
   * What stands otherwise than it did then.
   */
  shifts: ReviewShift[];
  /**
   * What moved the mission's score and each goal's, reading both days by the plan of today: a shift that is not among
   * them came of the plan.
   */
  moved: MovedScore[];
  /**
   * The findings that are new; absent where the review did not keep those of its day.
   */
  opened?: Finding[];
  /**
   * The findings that are gone.
   */
  closed?: RaisedFinding[];
  /**
   * What the plan came to differ in; absent where the plan of that day was not given.
   */
  changes?: PlanChange[];
}
/**
 * How often the plan is reviewed.
 */
export interface Reviews {
  /**
   * How long from one review to the next.
   */
  every: Granularity;
  /**
   * The day of the last review that no journal tells of, or the day to count from.
   */
  last?: string;
}
/**
 * The move from the value before.
 */
export interface Revision {
  /**
   * The value before.
   */
  from: number;
  /**
   * The value now.
   */
  to: number;
  /**
   * `to` less `from`.
   */
  delta: number;
  /**
   * The day the value before was true, as YYYY-MM-DD.
   */
  since: string;
}
/**
 * How the shown number is rounded: on display only.
 */
export interface Rounding {
  /**
   * `display-only`: statuses are decided on unrounded values.
   */
  code: string;
}
/**
 * Why one row was not used.
 */
export interface RowIssue {
  /**
   * The row as a spreadsheet numbers it: the header is row 1.
   */
  row: number;
  /**
   * The line a text editor shows the row's start on.
   */
  line: number;
  /**
   * The column's name, where it is one column's fault.
   */
  column?: string;
  /**
   * The stable code.
   */
  code: string;
  /**
   * What the sentence needs.
   */
  params: Params;
  /**
   * The row as it stands in the file, cut where it is very long. Raw rows stay in the report: no snapshot has them.
   */
  raw: string;
}
/**
 * What the cell of one column must be. An empty cell fulfils nothing but `filled: false`.
 */
export interface RowTest {
  /**
   * The column that is looked at.
   */
  column: string;
  /**
   * One of these words.
   *
   * @minItems 1
   */
  is?: string[];
  /**
   * Something, but none of these words.
   *
   * @minItems 1
   */
  isNot?: string[];
  /**
   * A number, or a length of time in seconds or as `m:ss` or `h:mm:ss`, of at least this.
   */
  atLeast?: number;
  /**
   * A number or a length of time of at most this.
   */
  atMost?: number;
  /**
   * A number or a length of time above this.
   */
  above?: number;
  /**
   * A number or a length of time below this.
   */
  below?: number;
  /**
   * Whether there must be something, or nothing.
   */
  filled?: boolean;
}
/**
 * What is asked of rows: which of the measures that their mapping has, and by which variant.
 */
export interface RowsQuestion {
  /**
   * The measure's id; the only one where absent.
   */
  measure?: string;
  /**
   * The variant; the first of the family where absent.
   */
  variant?: string;
  /**
   * The unit of lengths of time; `s` where absent.
   */
  unit?: 's' | 'min' | 'h' | 'd';
  /**
   * Which periods count; all where absent, and of customers who come and go the last one.
   */
  window?: ValueWindow;
  /**
   * The day it is read on: periods that are not over then do not count. Absent, all are over.
   */
  asOf?: string;
}
/**
 * An answer on a scale.
 */
export interface ScaleMeasure {
  /**
   * The id; KPIs read it by this name.
   */
  id: string;
  /**
   * What is measured.
   */
  kpi: 'csat' | 'favourability';
  /**
   * The column of the date that puts a row in a period, where it is not the family's own.
   */
  date?: string;
  /**
   * The column of the answer.
   */
  column: string;
  /**
   * The best answer; 5 where absent.
   */
  scale?: number;
  /**
   * What words stand for.
   */
  words?: {
    [k: string]: number;
  };
}
/**
 * A named list of changes to suppose: what if?
 */
export interface Scenario {
  /**
   * The version of this format: 1.
   */
  version: number;
  /**
   * What it is called.
   */
  name: string;
  /**
   * What it supposes, all at once.
   */
  changes: ScenarioChange[];
}
/**
 * Several scenarios beside the truth and beside each other.
 */
export interface ScenarioComparison {
  /**
   * The day the board is read at, as YYYY-MM-DD.
   */
  asOf: string;
  /**
   * The scenarios, in the order given.
   */
  scenarios: Scenario[];
  /**
   * The mission, then every other node, then every KPI that moves in one of them at least.
   */
  rows: ScenarioRow[];
}
/**
 * One node or KPI in all scenarios.
 */
export interface ScenarioRow {
  /**
   * Its id.
   */
  id: string;
  /**
   * `kpi`, or the kind of node.
   */
  kind: InputKind;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * As it is.
   */
  actual: Stand;
  /**
   * As it would be: one for each scenario, in their order.
   */
  supposed: Stand[];
}
/**
 * How a node stood on a day.
 */
export interface ScoreAt {
  /**
   * The day, as YYYY-MM-DD.
   */
  at: string;
  /**
   * The status.
   */
  status: Status;
  /**
   * The score, 0..1.
   */
  score?: number;
  /**
   * The share of the weight that was known.
   */
  coverage: number;
  /**
   * The score with every unknown at 0 and at 1.
   */
  bounds: Bounds;
}
/**
 * How sure the score of a node or KPI is, by the intervals of the KPIs that go into it.
 */
export interface ScoreChance {
  /**
   * The id of the node or KPI.
   */
  id: string;
  /**
   * `kpi` or `node`.
   */
  kind: string;
  /**
   * The lower end of the score's 95 % interval, 0..1.
   */
  low: number;
  /**
   * The upper end.
   */
  high: number;
  /**
   * The chance that it is on track (of a KPI also: met or done), 0..1; absent where too little is known for that,
   * where the value is stale, and where somebody set it by hand.
   */
  onTrack?: number;
  /**
   * How many KPIs with an interval go into it; all others are taken as they are.
   */
  uncertain: number;
}
/**
 * A value and its score.
 */
export interface ScorePoint {
  /**
   * The value.
   */
  value: number;
  /**
   * The score.
   */
  score: number;
}
/**
 * The scores of a board.
 */
export interface Scores {
  /**
   * The day the board is read at, as YYYY-MM-DD.
   */
  asOf: string;
  /**
   * The id of the service mission.
   */
  mission: string;
  /**
   * Every node, in the order of the plan.
   */
  nodes: NodeScore[];
  /**
   * Every KPI, in the order of the plan.
   */
  kpis: KpiScore[];
}
/**
 * Solved in self-service, of all solved.
 */
export interface SelfServiceCalculation {
  /**
   * What is calculated.
   */
  family: 'self-service';
  /**
   * `share` where absent.
   */
  variant?: 'share';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Of the solved, solved in self-service.
     */
    selfService: number;
    /**
     * Cases solved.
     */
    solved: number;
  };
}
/**
 * What a node's score and status hang on.
 */
export interface Sensitivity {
  /**
   * The id of the node.
   */
  subject: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * How it stands.
   */
  status: Status;
  /**
   * Its score, 0..1.
   */
  score?: number;
  /**
   * What each KPI below could make of the score, the widest swing first.
   */
  tornado: Swing[];
  /**
   * The changes of one weight that flip the status, the smallest first, ten at most; empty where no weight between
   * 0 and `largest_factor` times itself does.
   */
  flips: WeightFlip[];
  /**
   * Up to how many times their size weights were tried.
   */
  largestFactor: number;
}
/**
 * A "serves" link, from the node it stands in to its parent.
 */
export interface Serves {
  /**
   * The id of the node served.
   */
  to: string;
  /**
   * The weight in the parent; 1 where absent. With 0 the link only "supports".
   */
  weight?: number;
  /**
   * The share of this node that counts in this parent; 1 ÷ the number of its parents where absent.
   */
  share?: number;
  /**
   * A remark.
   */
  note?: string;
}
/**
 * Calls answered within a time, by five definitions.
 */
export interface ServiceLevelCalculation {
  /**
   * What is calculated.
   */
  family: 'service-level';
  /**
   * `l3` where absent.
   */
  variant?: 'l3' | 'l1' | 'l2' | 'l4' | 'l5';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Calls answered.
     */
    answered: number;
    /**
     * Of these, answered within the time.
     */
    answeredWithin: number;
    /**
     * Calls abandoned; all service levels but `l2` need it.
     */
    abandoned?: number;
    /**
     * Of these, abandoned within the time; `l1` and `l4` need it.
     */
    abandonedWithin?: number;
    /**
     * Of these, abandoned at once; `l5` needs it.
     */
    abandonedShort?: number;
  };
}
/**
 * A service standard.
 */
export interface ServiceStandard {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * What is promised.
   */
  standard: string;
  /**
   * Who answers for it.
   */
  owner?: string;
  /**
   * `met`, `missed`, `cannot-tell` (its interval reaches over the target), `stale`, `no-data` or `no-target`.
   */
  state: string;
  /**
   * The value.
   */
  value?: number;
  /**
   * The target.
   */
  target?: number;
  /**
   * How many complete periods in a row it has been missed, up to the last one.
   */
  periods: number;
  /**
   * The last period in which it was met.
   */
  lastMet?: string;
  /**
   * The KPIs that drive it, and what they did when it began to be missed.
   */
  drivers: StandardDriver[];
  /**
   * What the change since it was met is made of, by each dimension.
   */
  mixes: StandardMix[];
  /**
   * What can be done.
   */
  advice: StandardAdvice[];
}
/**
 * What a plan chooses.
 */
export interface Settings {
  /**
   * Where the colours change; 0.9 and 0.7 where absent.
   */
  bands?: Bands;
  /**
   * The coverage a node needs to be on track; 0.8 where absent.
   */
  coverageNeeded?: number;
  /**
   * What a missing contributor does to its parent's score; `ignore` where absent.
   */
  missing?: Missing;
  /**
   * What a stale value does; `leave` (the score) where absent.
   */
  stale?: Stale;
  /**
   * How contributors make a score; `mean` where absent.
   */
  rollUp?: RollUp;
  /**
   * The weights of the alignment index.
   */
  indexWeights?: IndexWeights;
  /**
   * Findings switched off.
   */
  off?: SwitchedOff[];
}
/**
 * How something stands, and how it would.
 */
export interface Shift {
  /**
   * Its id.
   */
  id: string;
  /**
   * `kpi`, or the kind of node.
   */
  kind: InputKind;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * As it is.
   */
  before: Stand;
  /**
   * As it would be.
   */
  after: Stand;
}
/**
 * The constants of the charts (Wheeler 1993).
 */
export interface SignalConstants {
  /**
   * d₂ of two: the mean moving range over it is one sigma.
   */
  sigma: number;
  /**
   * D₄ of two: the mean moving range times it is the limit of a moving range.
   */
  rangeLimit: number;
  /**
   * How many values in a row on one side of the centre are a signal.
   */
  run: number;
  /**
   * How many of the last four values nearer a limit than the centre are a signal.
   */
  near: number;
  /**
   * The least values that set limits.
   */
  least: number;
}
/**
 * A point that stands out.
 */
export interface SignalHit {
  /**
   * Its place among the points: the one that completes the pattern.
   */
  at: number;
  /**
   * `outside`, `near-limit`, `run` or `range`.
   */
  rule: string;
}
/**
 * A stretch with limits of its own.
 */
export interface SignalPhase {
  /**
   * Its first place among the points.
   */
  from: number;
  /**
   * The place behind its last one.
   */
  to: number;
  /**
   * How many values set its limits.
   */
  n: number;
  /**
   * Its centre; absent with fewer values than it takes.
   */
  centre?: number;
  /**
   * The limit of a moving range (XmR).
   */
  rangeLimit?: number;
}
/**
 * A period of the series.
 */
export interface SignalPoint {
  /**
   * The period.
   */
  period: string;
  /**
   * The value; absent where there is none, or none may be shown.
   */
  value?: number;
  /**
   * The cases behind it.
   */
  n?: number;
  /**
   * The lower limit there.
   */
  low?: number;
  /**
   * The centre.
   */
  centre?: number;
  /**
   * The upper limit there.
   */
  high?: number;
  /**
   * The step from the value before (XmR).
   */
  range?: number;
}
/**
 * A test for seasons.
 */
export interface SignalSeason {
  /**
   * Whether they show; absent where it cannot be told.
   */
  shows?: boolean;
  /**
   * The p of no seasons (Kruskal and Wallis).
   */
  p?: number;
  /**
   * Where it cannot be told: the values there are in the season that has fewest, and those it takes.
   */
  tooFew?: TooFewValues;
}
/**
 * A test for trend.
 */
export interface SignalTrend {
  /**
   * `up`, `down`, or `none` where none shows; absent where it cannot be told.
   */
  direction?: string;
  /**
   * The p of no trend (Mann and Kendall).
   */
  p?: number;
  /**
   * By how much it rises in a period (Theil and Sen).
   */
  slope?: number;
  /**
   * The lower end of the slope's interval.
   */
  low?: number;
  /**
   * The upper end.
   */
  high?: number;
  /**
   * Where it cannot be told: the values there are and those it takes.
   */
  tooFew?: TooFewValues;
}
/**
 * A KPI's series as a process-behaviour chart, its trend and its seasons.
 */
export interface Signals {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * `xmr` for values, `laney` for shares of cases, `p` for shares where it was asked for.
   */
  chart: string;
  /**
   * What the limits and rules stand on.
   */
  constants: SignalConstants;
  /**
   * Every period from the first to the last complete one.
   */
  points: SignalPoint[];
  /**
   * The stretches with limits of their own.
   */
  phases: SignalPhase[];
  /**
   * What stands out.
   */
  signals: SignalHit[];
  /**
   * The place of the last signal among the points.
   */
  last?: number;
  /**
   * Whether there are enough values for limits.
   */
  enough: boolean;
  /**
   * Whether it rises or falls.
   */
  trend: SignalTrend;
  /**
   * Whether there are seasons; absent for periods that make up none.
   */
  season?: SignalSeason;
}
/**
 * Promises kept, of what was due, created or resolved.
 */
export interface SlaComplianceCalculation {
  /**
   * What is calculated.
   */
  family: 'sla-compliance';
  /**
   * `due` where absent.
   */
  variant?: 'due' | 'created' | 'resolved';
  /**
   * Counts by name: whole numbers from 0.
   */
  counts: {
    /**
     * Cases resolved in time.
     */
    met: number;
    /**
     * Cases resolved.
     */
    resolved?: number;
    /**
     * Cases open past their due time; `due` needs it.
     */
    breachedOpen?: number;
    /**
     * Cases created.
     */
    created?: number;
  };
}
/**
 * Kept by the due time.
 */
export interface SlaMeasure {
  /**
   * The id; KPIs read it by this name.
   */
  id: string;
  /**
   * What is measured.
   */
  kpi: 'sla-compliance';
  /**
   * The column of the date that puts a row in a period, where it is not the family's own.
   */
  date?: string;
  /**
   * What it is a share of; `due` where absent.
   */
  denominator?: SlaBasis;
  /**
   * Seconds from creation to due, where there is no column for it.
   */
  limit?: number;
  /**
   * Which hours the limit counts; `calendar` where absent.
   */
  hours?: Hours;
  /**
   * Which resolution ends a case; `last` where absent.
   */
  resolved?: Resolved;
}
/**
 * The goals of a plan by the five checks of SMART (AL-S).
 */
export interface Smart {
  /**
   * The checks that hold ÷ those that can be told, 0..1; absent where none can be told.
   */
  value?: number;
  /**
   * How many checks hold.
   */
  holding: number;
  /**
   * How many can be told.
   */
  told: number;
  /**
   * Goal by goal, in the order of the plan.
   */
  goals: SmartGoal[];
}
/**
 * How one check of a goal came out.
 */
export interface SmartCheck {
  /**
   * `specific`, `measurable`, `achievable`, `relevant` or `time-bound`.
   */
  id: string;
  /**
   * Whether it holds; absent where it cannot be told yet.
   */
  holds?: boolean;
  /**
   * Why, as a code (`smart-why.…` in the messages).
   */
  code: string;
  /**
   * What the sentence needs.
   */
  params: Params;
  /**
   * What to change, as a code (`remedy.…`); absent where it holds or cannot be told.
   */
  remedy?: string;
}
/**
 * The five checks of one goal.
 */
export interface SmartGoal {
  /**
   * The goal's id.
   */
  node: string;
  /**
   * Specific, measurable, achievable, relevant, time-bound.
   */
  checks: SmartCheck[];
}
/**
 * The partials of every source: what KPIs are computed from, without a row.
 */
export interface Snapshot {
  /**
   * The version of this format.
   */
  version: 1;
  /**
   * The sources.
   */
  sources: SnapshotSource[];
}
/**
 * What the rows of one period and segment amount to: a part and a whole, answers by the point of
 * the scale, or lengths of time.
 */
export interface SnapshotCell {
  /**
   * The period: `2026-10-05`, `2026-W41`, `2026-10`, `2026-Q4` or `2026`; by another calendar `2026-W41/2026-10-04`, `FY2025/26-Q3`
   * or `FY2025/26`.
   */
  period: string;
  /**
   * The segment: a value of the one dimension, or values by dimension; none for the whole.
   */
  segment?: SegmentName;
  /**
   * Rows counted.
   */
  n: number;
  /**
   * Cases still open, counted beside.
   */
  open?: number;
  /**
   * Those that count.
   */
  numerator?: number;
  /**
   * All of them.
   */
  denominator?: number;
  /**
   * How many gave each answer.
   */
  answers?: {
    [k: string]: number;
  };
  /**
   * Counts by the names that the family's formula has for them.
   */
  counts?: NamedCounts;
  /**
   * Whether `start` and `end` are levels that are not added up over periods.
   */
  level?: boolean;
  /**
   * Of the customers who left, how many had come in each period.
   */
  ended?: {
    [k: string]: number;
  };
  /**
   * The answers to each item of a survey by those who answered all, and then their sums.
   */
  items?: SnapshotItem[];
  /**
   * Sums of time, in seconds, or of money, by name.
   */
  amounts?: NamedSums;
  /**
   * Lengths of time.
   */
  durations?: SnapshotDurations;
}
/**
 * Lengths of time, in seconds.
 */
export interface SnapshotDurations {
  /**
   * Their mean; none of none.
   */
  mean?: number;
  /**
   * The sum of squared deviations from the mean.
   */
  deviations?: number;
  /**
   * How many are within the limit.
   */
  within?: number;
  /**
   * How many are zero.
   */
  zeros?: number;
  /**
   * A sketch of the others, each within 1 %: in turn the number of a bucket (the first as it is, the others as the
   * distance from the one before) and how many lie in it. Bucket k holds values above r^(k−1) up to r^k, r = 1.01 ÷ 0.99.
   */
  buckets: number[];
}
/**
 * A segment that was dropped from a period.
 */
export interface SnapshotGap {
  /**
   * The period.
   */
  period: string;
  /**
   * The segment; or the names of dimensions, where every segment of theirs was dropped.
   */
  segment: SnapshotGroup;
}
/**
 * The answers to one item, or their sums over all items.
 */
export interface SnapshotItem {
  /**
   * How many answered.
   */
  n: number;
  /**
   * Their mean.
   */
  mean: number;
  /**
   * The sum of squared deviations from the mean.
   */
  deviations: number;
}
/**
 * The partials of one measure.
 */
export interface SnapshotMeasure {
  /**
   * The id; KPIs read it by this name.
   */
  id: string;
  /**
   * What is measured.
   */
  kpi: Family;
  /**
   * The limit in seconds.
   */
  limit?: number;
  /**
   * The best answer.
   */
  scale?: number;
  /**
   * What SLA compliance is a share of.
   */
  denominator?: SlaBasis;
  /**
   * Which hours lengths of time count; `calendar` where absent.
   */
  hours?: Hours;
  /**
   * Which resolution ends a case; `last` where absent.
   */
  resolved?: Resolved;
  /**
   * The day all rows are true at, where they have no date.
   */
  at?: string;
  /**
   * How each count comes from rows, for families that are counted by name.
   */
  rule?: string;
  /**
   * What there was before the first period, for a backlog.
   */
  opening?: number;
  /**
   * How the estimate came about, for deflection.
   */
  estimate?: string;
  /**
   * For `clv`: the rate a period by which what comes later is worth less.
   */
  discount?: number;
  /**
   * Small groups that were dropped, and those that would give them away.
   */
  suppressed?: SnapshotGap[];
  /**
   * The partials by period; a cell without a segment is the whole of its period.
   */
  cells: SnapshotCell[];
}
/**
 * What one source gave.
 */
export interface SnapshotSource {
  /**
   * The id; KPIs read it by this name.
   */
  id: string;
  /**
   * What it is called.
   */
  name?: string;
  /**
   * SHA-256 of the file it was read from, in hexadecimal; of more than 1 MiB that of its parts, and how many they are.
   */
  hash?: string;
  /**
   * Rows read.
   */
  read: number;
  /**
   * Rows used.
   */
  used: number;
  /**
   * Rows refused.
   */
  refused: number;
  /**
   * The days it tells about.
   */
  span?: SnapshotSpan;
  /**
   * The length of its periods.
   */
  period: Granularity;
  /**
   * How weeks, quarters and years are cut; by ISO 8601 and from January where absent.
   */
  calendar?: Calendar;
  /**
   * The name of the dimension its segments belong to, where there is one.
   */
  dimension?: string;
  /**
   * The dimensions its segments belong to, in place of `dimension`.
   */
  dimensions?: DimensionColumn[];
  /**
   * A group of fewer cases is not shown by itself; 5 where absent.
   */
  minimum?: number;
  /**
   * Its measures.
   */
  measures: SnapshotMeasure[];
}
/**
 * The first and the last day a source tells about.
 */
export interface SnapshotSpan {
  /**
   * The first day.
   */
  first: string;
  /**
   * The last day.
   */
  last: string;
}
/**
 * Where the rows came from.
 */
export interface SourceNote {
  /**
   * The source's id.
   */
  id: string;
  /**
   * Its name, as a reader knows it.
   */
  name?: string;
  /**
   * SHA-256 of its bytes, in hexadecimal; of more than 1 MiB that of its parts, and how many they are.
   */
  hash?: string;
  /**
   * Rows read.
   */
  read: number;
  /**
   * Rows used.
   */
  used: number;
  /**
   * used ÷ read, 0..1; absent where nothing was read.
   */
  share?: number;
}
/**
 * A box that can be pointed at.
 */
export interface Spot {
  /**
   * The plan's id.
   */
  id: string;
  /**
   * Left edge.
   */
  x: number;
  /**
   * Upper edge.
   */
  y: number;
  /**
   * Width.
   */
  width: number;
  /**
   * Height.
   */
  height: number;
  /**
   * Row, top first.
   */
  row: number;
  /**
   * Place in the row, in reading direction.
   */
  column: number;
}
/**
 * What is felt at a stage or touchpoint.
 */
export interface SpotSummary {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * The ids of the needs felt there, the largest gap first.
   */
  needs: string[];
  /**
   * How many of them are surely unmet.
   */
  unmet: number;
  /**
   * The largest gap.
   */
  largest?: number;
  /**
   * How many pain points there are.
   */
  pains: number;
  /**
   * How many of them no action does anything about.
   */
  openPains: number;
  /**
   * What measures it.
   */
  kpis: string[];
}
/**
 * What a number of agents leads to, and how many it takes.
 */
export interface Staffing {
  /**
   * `erlang-c`, or `erlang-a` where callers have a patience.
   */
  model: string;
  /**
   * The load in erlangs: how many agents are busy at a time if nobody ever waits.
   */
  load: number;
  /**
   * Agents on duty at a time, shrinkage counted.
   */
  duty: number;
  /**
   * What they lead to; absent where the queue would grow without end.
   */
  outlook?: StaffingOutlook;
  /**
   * Why there is no outlook: `unstable` where as much comes in as the agents can do, or more.
   */
  missing?: string;
  /**
   * The fewest agents that reach what is wanted; absent where nothing is, or no number of agents does.
   */
  needed?: StaffingNeed;
}
/**
 * Another staffing, by Erlang C, or Erlang A where callers have a patience; and the KPIs that it moves.
 */
export interface StaffingChange {
  /**
   * What would come in and who would be there.
   */
  staffing: SupposedStaffing;
  /**
   * The KPIs that it says something of: one at least.
   */
  sets: StaffingKpis;
}
/**
 * The ids of the KPIs that a staffing says something of. Shares are told as per cent to a KPI whose unit is `%`, else as
 * 0 to 1; a wait in the KPI's unit of time.
 */
export interface StaffingKpis {
  /**
   * The share of callers answered in time.
   */
  serviceLevel?: string;
  /**
   * The mean wait of all callers.
   */
  wait?: string;
  /**
   * The share of their time that agents are busy.
   */
  occupancy?: string;
  /**
   * The share of callers who hang up; needs `patience`.
   */
  abandoned?: string;
}
/**
 * How many agents it takes.
 */
export interface StaffingNeed {
  /**
   * Agents on duty at a time.
   */
  duty: number;
  /**
   * Agents on the roster, shrinkage counted.
   */
  agents: number;
  /**
   * What they lead to.
   */
  outlook: StaffingOutlook;
}
/**
 * What a queue settles to.
 */
export interface StaffingOutlook {
  /**
   * The share of all calls that are answered within the time asked for, 0 to 1.
   */
  serviceLevel: number;
  /**
   * The mean wait in seconds of all callers, those who hang up included.
   */
  wait: number;
  /**
   * The share of callers who wait at all, 0 to 1.
   */
  waits: number;
  /**
   * The share of their time on duty that agents are busy, 0 to 1.
   */
  occupancy: number;
  /**
   * The share of callers who hang up, 0 to 1; by Erlang A alone.
   */
  abandoned?: number;
  /**
   * The mean wait in seconds of those who are answered; by Erlang A alone.
   */
  waitOfAnswered?: number;
}
/**
 * What comes in, who is there, and what should be reached.
 */
export interface StaffingRequest {
  /**
   * Calls (or chats) in a period.
   */
  calls: number;
  /**
   * The length of that period, in seconds: 1800 for half an hour.
   */
  period: number;
  /**
   * The mean handling time in seconds: talk, hold and wrap-up.
   */
  handlingTime: number;
  /**
   * Agents on the roster.
   */
  agents: number;
  /**
   * The time of the service level in seconds: 20 for "within 20 seconds".
   */
  within: number;
  /**
   * The mean patience of a caller in seconds: who waits longer hangs up (Erlang A). Without it all wait however
   * long it takes (Erlang C).
   */
  patience?: number;
  /**
   * The share of paid time that is not spent on calls (leave, breaks, training), as 0.3 for 30 %; none where
   * absent.
   */
  shrinkage?: number;
  /**
   * What should be reached; then the answer tells how many agents it takes.
   */
  wanted?: StaffingTarget;
}
/**
 * What should be reached.
 */
export interface StaffingTarget {
  /**
   * The least service level, as 0.8 for 80 %.
   */
  serviceLevel: number;
  /**
   * The highest occupancy, as 0.85 for 85 %; any where absent.
   */
  occupancy?: number;
}
/**
 * A stage.
 */
export interface StageSummary {
  /**
   * The stage as a whole, with what is felt at its touchpoints.
   */
  stage: SpotSummary;
  /**
   * Its touchpoints, in order.
   */
  touchpoints: TouchpointSummary[];
}
/**
 * How something stands, or would.
 */
export interface Stand {
  /**
   * The status.
   */
  status: Status;
  /**
   * The score, 0..1.
   */
  score?: number;
  /**
   * The pace, which the status is read from.
   */
  pace?: number;
  /**
   * The value of a KPI, in its unit.
   */
  value?: number;
  /**
   * The share of the weight that is known; of a KPI 0 or 1.
   */
  coverage: number;
  /**
   * The score with every unknown at 0 and at 1.
   */
  bounds: Bounds;
  /**
   * How the actions at and below a node go, 0..1; absent where nothing is known of them.
   */
  execution?: number;
}
/**
 * Something to do about a missed standard.
 */
export interface StandardAdvice {
  /**
   * `act-on-driver`, `look-at-segment`, `catch-up`, `see-through`, `plan-action`, `refresh` or `ask-for-value`.
   */
  code: string;
  /**
   * The id of the KPI or action.
   */
  id?: string;
  /**
   * The dimension.
   */
  by?: string;
  /**
   * The segment.
   */
  segment?: string;
}
/**
 * A KPI that drives a standard.
 */
export interface StandardDriver {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * What it did since the standard was last met: as a programme's outcome; `moved-against` is the wrong way.
   */
  outcome: string;
  /**
   * Whether the numbers bear the link out: a state of evidence.
   */
  evidence?: string;
}
/**
 * A change by the segments of a dimension.
 */
export interface StandardMix {
  /**
   * The dimension.
   */
  by: string;
  /**
   * By the segments' own figures, in the KPI's unit.
   */
  rate: number;
  /**
   * By their shares of the cases.
   */
  mix: number;
  /**
   * The segment that carries most of what got worse.
   */
  worst?: string;
  /**
   * How much it carries.
   */
  carries?: number;
}
/**
 * A score or status set by hand. While it holds, the score or status beside it is this one: its provenance is
 * "overridden", whatever that of the value.
 */
export interface StandingOverride {
  /**
   * Whether it holds on the day the board is read at; after its last day it does nothing.
   */
  holds: boolean;
  /**
   * The score that counts instead, 0..1.
   */
  score?: number;
  /**
   * The status shown instead.
   */
  status?: Status;
  /**
   * Why.
   */
  reason: string;
  /**
   * Who set it.
   */
  author: string;
  /**
   * The last day it holds, as YYYY-MM-DD.
   */
  expires: string;
}
/**
 * How something stood.
 */
export interface State {
  /**
   * The status.
   */
  status: Status;
  /**
   * The score, 0..1.
   */
  score?: number;
  /**
   * The value, for a KPI.
   */
  value?: number;
}
/**
 * How many have a status.
 */
export interface StatusCount {
  /**
   * The status, one for each.
   */
  status: Status;
  /**
   * How many have it.
   */
  count: number;
  /**
   * What is written in its part of the bar where that finds room: count and word. Left out: the number.
   */
  text?: string;
  /**
   * What is written where it does not; left out: the number.
   */
  short?: string;
}
/**
 * Status counts: how many of each level stand how.
 */
export interface StatusCountsRequest {
  /**
   * Width available, CSS pixels; the height follows from it, where none is asked for.
   */
  width: number;
  /**
   * Device pixels a CSS pixel; left out: 1.
   */
  ratio?: number;
  /**
   * Which way the language runs; left out: `ltr`. Right to left the picture is mirrored: axes go round the other way,
   * and time does.
   */
  direction?: TextDirection;
  /**
   * CSS font family; left out: `system-ui, sans-serif`.
   */
  font?: string;
  /**
   * Colours by role, `#rrggbb` or `#rrggbbaa`; a role left out keeps the light default.
   */
  palette?: Palette;
  /**
   * The levels, from the top; 100 at most.
   *
   * @maxItems 100
   */
  levels: StatusLevel[];
  /**
   * The words of the legend: the statuses by their names.
   */
  words?: {
    [k: string]: string;
  };
  /**
   * The part selected: a level and, as `column`, a status.
   */
  select?: ChartPlace;
  /**
   * The part under the pointer or the keyboard.
   */
  hover?: ChartPlace;
}
/**
 * A level: how many of it stand how.
 */
export interface StatusLevel {
  /**
   * Its id, one for each.
   */
  id: string;
  /**
   * What it is called, in the reader's language.
   */
  label: string;
  /**
   * A second, quieter line.
   */
  note?: string;
  /**
   * What is written behind it: its value, or that there is none.
   */
  text?: string;
  /**
   * The counts, in the order in which they stand behind one another. What is 0 is left out of the picture.
   */
  counts: StatusCount[];
}
/**
 * One step of the way.
 */
export interface Step {
  /**
   * The stable code.
   */
  code: string;
  /**
   * What the sentence needs.
   */
  params: Params;
}
/**
 * How a node or KPI stood.
 */
export interface StoodAt {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its status, as a code.
   */
  status: string;
  /**
   * Its score, where it had one.
   */
  score?: number;
}
/**
 * A plan of attack; serves a goal, a strategy or the mission.
 */
export interface Strategy {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
  /**
   * The id of its perspective: its band of the map.
   */
  perspective?: string;
  /**
   * Who owns it.
   */
  owners?: Ownership[];
  /**
   * The first day.
   */
  start?: string;
  /**
   * The last day.
   */
  due?: string;
  /**
   * The nodes it serves. It may serve several; each then counts its share.
   */
  serves?: Serves[];
  /**
   * What measures it.
   */
  kpis?: Kpi[];
  /**
   * How its contributors make its score; as the settings say where absent.
   */
  rollUp?: RollUp;
  /**
   * What a missing contributor does to its score; as the settings say where absent.
   */
  missing?: Missing;
  /**
   * A score or status set by hand, for a while.
   */
  override?: Override;
  /**
   * How often a check-in is due; as the plan says where absent.
   */
  checkIns?: Granularity;
}
/**
 * What comes in, and who is there; times are seconds.
 */
export interface SupposedStaffing {
  /**
   * Calls (or chats) in a period.
   */
  calls: number;
  /**
   * The length of that period.
   */
  period: number;
  /**
   * The mean handling time: talk, hold and wrap-up.
   */
  handlingTime: number;
  /**
   * Agents on the roster.
   */
  agents: number;
  /**
   * The time of the service level: 20 for "within 20 seconds".
   */
  within: number;
  /**
   * The mean patience of a caller: who waits longer hangs up. Without it all wait however long it takes.
   */
  patience?: number;
  /**
   * The share of paid time that is not spent on calls, as 0.3 for 30 %.
   */
  shrinkage?: number;
}
/**
 * What one KPI could make of a node's score.
 */
export interface Swing {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * Its title in the plan's own words.
   */
  title: string;
  /**
   * `interval`: the ends are those of its interval; `score`: they are the scores 0 and 1.
   */
  by: string;
  /**
   * The end at which the node's score is lower.
   */
  worse: SwingEnd;
  /**
   * The end at which it is higher.
   */
  better: SwingEnd;
}
/**
 * One end of a swing.
 */
export interface SwingEnd {
  /**
   * The value of the KPI there, in its unit; absent where the end is a score.
   */
  value?: number;
  /**
   * The score of the KPI there.
   */
  kpiScore?: number;
  /**
   * The score of the node.
   */
  score?: number;
  /**
   * The status of the node.
   */
  status: Status;
}
/**
 * A finding switched off.
 */
export interface SwitchedOff {
  /**
   * Which rule.
   */
  finding: FindingId;
  /**
   * The id of the node or KPI; everywhere where absent.
   */
  node?: string;
  /**
   * Why.
   */
  reason: string;
}
/**
 * Where each count comes from, by the name that the family's formula has for it.
 */
export interface TallyCounts {
  open?: CountRule;
  met?: CountRule;
  resolved?: CountRule;
  breachedOpen?: CountRule;
  created?: CountRule;
  promoters?: CountRule;
  passives?: CountRule;
  detractors?: CountRule;
  start?: CountRule;
  end?: CountRule;
  new?: CountRule;
  numerator?: CountRule;
  denominator?: CountRule;
  firstContact?: CountRule;
  contacts?: CountRule;
  notResolvable?: CountRule;
  undetermined?: CountRule;
  talk?: CountRule;
  hold?: CountRule;
  wrap?: CountRule;
  handled?: CountRule;
  answered?: CountRule;
  answeredWithin?: CountRule;
  abandoned?: CountRule;
  abandonedWithin?: CountRule;
  abandonedShort?: CountRule;
  waiting?: CountRule;
  offered?: CountRule;
  short?: CountRule;
  handling?: CountRule;
  available?: CountRule;
  reopened?: CountRule;
  solved?: CountRule;
  reopenings?: CountRule;
  received?: CountRule;
  acknowledged?: CountRule;
  escalated?: CountRule;
  resolvedInTime?: CountRule;
  overdue?: CountRule;
  afterComplaint?: CountRule;
  goodAfterComplaint?: CountRule;
  withoutComplaint?: CountRule;
  goodWithoutComplaint?: CountRule;
  lost?: CountRule;
  revenue?: CountRule;
  cost?: CountRule;
  customers?: CountRule;
  buyers?: CountRule;
  orders?: CountRule;
  selfService?: CountRule;
  avoided?: CountRule;
  botResolved?: CountRule;
  conversations?: CountRule;
}
/**
 * Several counts and sums.
 */
export interface TallyMeasure {
  /**
   * The id; KPIs read it by this name.
   */
  id: string;
  /**
   * What is measured.
   */
  kpi:
    | 'nps'
    | 'enps'
    | 'fcr'
    | 'aht'
    | 'service-level'
    | 'asa'
    | 'abandonment'
    | 'occupancy'
    | 'sla-compliance'
    | 'backlog'
    | 'reopen-rate'
    | 'complaints'
    | 'recovery'
    | 'retention'
    | 'churn'
    | 'contact-rate'
    | 'self-service'
    | 'deflection'
    | 'containment'
    | 'clv'
    | 'clv-historical';
  /**
   * The column of the date that puts a row in a period, where it is not the family's own.
   */
  date?: string;
  /**
   * Where each count comes from, by the name that the family has for it in docs/kpis.md.
   */
  counts?: TallyCounts;
  /**
   * What there was before the first row, for a backlog; 0 where absent.
   */
  opening?: number;
  /**
   * How the estimate came about, for deflection.
   */
  estimate?: string;
  /**
   * The column of the customer: for first contacts told by whether the same customer came again, and for what
   * customers are worth, by their purchases.
   */
  customer?: string;
  /**
   * For `clv`: the rate a year by which what comes later is worth less, such as 0.1.
   */
  discount?: number;
  /**
   * The column of what a contact was about; one about something else is no repeat.
   */
  topic?: string;
  /**
   * How many days later a contact still is a repeat: 7, 14, 30.
   */
  window?: number;
  /**
   * Whether contacts that are repeats themselves are counted too (`count`, where absent) or left out.
   */
  repeats?: RepeatContacts;
}
/**
 * A rule of thresholds.
 */
export interface ThresholdRule {
  /**
   * How the value is compared.
   */
  when: Comparison;
  /**
   * With what.
   */
  against: Against;
  /**
   * The status where the rule holds.
   */
  status: StatedStatus;
  /**
   * The score where the rule holds.
   */
  score: number;
}
/**
 * A link as drawn.
 */
export interface Tie {
  /**
   * Child or cause.
   */
  from: string;
  /**
   * Parent or effect.
   */
  to: string;
  /**
   * What it means.
   */
  kind: LinkKind;
}
/**
 * The columns of a case's own times.
 */
export interface TimeColumns {
  /**
   * When it was created.
   */
  created?: string;
  /**
   * When it was first replied to.
   */
  firstReply?: string;
  /**
   * When it was resolved; empty while it is open.
   */
  resolved?: string;
  /**
   * When it was resolved for the first time, where it may have been opened again. Where it is empty, `resolved` counts.
   */
  firstResolved?: string;
  /**
   * When it is due.
   */
  due?: string;
  /**
   * When a question was answered.
   */
  answered?: string;
}
/**
 * Fewer values than a question takes.
 */
export interface TooFewValues {
  /**
   * The values there are.
   */
  have: number;
  /**
   * The values it takes.
   */
  need: number;
}
/**
 * One end of a swing.
 */
export interface TornadoEnd {
  /**
   * The number moved there.
   */
  at: number;
  /**
   * Its status there, where that is another than today's: marked.
   */
  flips?: Status;
}
/**
 * A tornado: how far each of several numbers could move one, either way.
 */
export interface TornadoRequest {
  /**
   * Width available, CSS pixels; the height follows from it, where none is asked for.
   */
  width: number;
  /**
   * Device pixels a CSS pixel; left out: 1.
   */
  ratio?: number;
  /**
   * Which way the language runs; left out: `ltr`. Right to left the picture is mirrored: axes go round the other way,
   * and time does.
   */
  direction?: TextDirection;
  /**
   * CSS font family; left out: `system-ui, sans-serif`.
   */
  font?: string;
  /**
   * Colours by role, `#rrggbb` or `#rrggbbaa`; a role left out keeps the light default.
   */
  palette?: Palette;
  /**
   * The numbers, the widest swing first; 100 at most.
   *
   * @maxItems 100
   */
  swings: TornadoSwing[];
  /**
   * What the number moved is today: where the bars begin, and a line through all of them.
   */
  now?: number;
  /**
   * What is written above that line.
   */
  nowText?: string;
  /**
   * One scale for all; left out: one that holds all ends.
   */
  scale?: ChartScale;
  /**
   * The words of the legend, by name: `worse`, `better`, `unknown`, and the statuses flipped to by theirs.
   */
  words?: {
    [k: string]: string;
  };
  /**
   * The id of the swing selected.
   */
  select?: string;
  /**
   * The id of the swing under the pointer or the keyboard.
   */
  hover?: string;
}
/**
 * How far one number could move another.
 */
export interface TornadoSwing {
  /**
   * Its id, one for each.
   */
  id: string;
  /**
   * What it is called, in the reader's language.
   */
  label: string;
  /**
   * A second, quieter line.
   */
  note?: string;
  /**
   * What is written behind it: its value, or that there is none.
   */
  text?: string;
  /**
   * The end at which the number moved is worse.
   */
  worse?: TornadoEnd;
  /**
   * The end at which it is better. Without either the swing is unknown.
   */
  better?: TornadoEnd;
}
/**
 * A place where customers meet the service.
 */
export interface Touchpoint {
  /**
   * Unique among stages and touchpoints.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * The channel, by its name in the data or any other.
   */
  channel?: string;
  /**
   * Whether it makes or breaks the whole; `false` where absent.
   */
  momentOfTruth?: boolean;
  /**
   * The ids of the KPIs that measure it.
   */
  kpis?: string[];
  /**
   * What hurts there.
   */
  pains?: PainPoint[];
}
/**
 * A touchpoint.
 */
export interface TouchpointSummary {
  /**
   * What is felt there.
   */
  touchpoint: SpotSummary;
  /**
   * The channel.
   */
  channel?: string;
  /**
   * Whether it makes or breaks the whole.
   */
  momentOfTruth: boolean;
  /**
   * What hurts there.
   */
  pains: PainSummary[];
}
/**
 * What is expected at a time.
 */
export interface TrendAhead {
  /**
   * When.
   */
  at: TrendTime;
  /**
   * The mean.
   */
  mean: number;
  /**
   * One interval or two, the narrower one first.
   *
   * @maxItems 2
   */
  intervals?: TrendInterval[];
}
/**
 * What is aimed at.
 */
export interface TrendAim {
  /**
   * From when on, or by when.
   */
  at: TrendTime;
  /**
   * The value.
   */
  value: number;
}
/**
 * A box of a trend.
 */
export interface TrendBox {
  /**
   * Left edge.
   */
  x: number;
  /**
   * Upper edge.
   */
  y: number;
  /**
   * Width.
   */
  width: number;
  /**
   * Height.
   */
  height: number;
}
/**
 * What the times shown say, as numbers.
 */
export interface TrendFacts {
  /**
   * Values that are known.
   */
  known: number;
  /**
   * Points without a value.
   */
  missing: number;
  /**
   * The first known point.
   */
  first?: TrendPoint;
  /**
   * The last known point.
   */
  last?: TrendPoint;
  /**
   * The lowest point; of equals the earliest.
   */
  lowest?: TrendPoint;
  /**
   * The highest point; of equals the earliest.
   */
  highest?: TrendPoint;
  /**
   * `up`, `down` or `flat`: the last against the first, by a hundredth of the axis at least.
   */
  direction: string;
  /**
   * Signals among them.
   */
  signals: number;
}
/**
 * An interval.
 */
export interface TrendInterval {
  /**
   * The lower end.
   */
  low: number;
  /**
   * The upper end.
   */
  high: number;
}
/**
 * Where a trend lies, in CSS pixels from the upper left corner of the canvas, and what it says.
 */
export interface TrendLayout {
  /**
   * Width of the picture.
   */
  width: number;
  /**
   * Height of the picture: that of the plot, with labels, numbers of notes and the key.
   */
  height: number;
  /**
   * Device pixels a CSS pixel: the canvas is `width × ratio` by `height × ratio` of them.
   */
  ratio: number;
  /**
   * The plot.
   */
  plot: TrendBox;
  /**
   * The first time shown.
   */
  from: number;
  /**
   * The last time shown.
   */
  to: number;
  /**
   * The lower end of the axis of values.
   */
  low: number;
  /**
   * The upper end of the axis of values.
   */
  high: number;
  /**
   * Whether zero lies outside the axis of values; a zigzag says so in the picture.
   */
  truncated: boolean;
  /**
   * The ticks of time: `place` counts from the left edge.
   */
  timeTicks: TrendTick[];
  /**
   * The ticks of values: `place` counts from the upper edge.
   */
  valueTicks: TrendTick[];
  /**
   * Whether there are more points than are drawn one by one: of each column of pixels the first, the lowest, the highest
   * and the last.
   */
  dense: boolean;
  /**
   * The notes shown, in the order given.
   */
  notes: TrendNotePlace[];
  /**
   * The point pointed at: the known one nearest to `hover`.
   */
  hover?: TrendPoint;
  /**
   * The point selected: the known one nearest to `select`.
   */
  select?: TrendPoint;
  /**
   * What the times shown say: for a text beside the picture.
   */
  facts: TrendFacts;
}
/**
 * A programme (with `to`) or an event.
 */
export interface TrendNote {
  /**
   * Its id.
   */
  id: string;
  /**
   * What it is called; written beside its number where there is room for all of it.
   */
  label?: string;
  /**
   * When, or from when.
   */
  from: TrendTime;
  /**
   * To when; left out: a moment.
   */
  to?: TrendTime;
}
/**
 * A programme or an event in its place.
 */
export interface TrendNotePlace {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its number in the picture: 1 for the first of the request.
   */
  number: number;
  /**
   * Left edge of number and label.
   */
  x: number;
  /**
   * Upper edge.
   */
  y: number;
  /**
   * Width.
   */
  width: number;
  /**
   * Height.
   */
  height: number;
  /**
   * Whether the label found room beside its number; list it beside the picture where not.
   */
  labelled: boolean;
}
/**
 * The limits of a control chart while a process stays the same.
 */
export interface TrendPhase {
  /**
   * From when; left out: from the beginning.
   */
  from?: TrendTime;
  /**
   * To when; left out: to the end.
   */
  to?: TrendTime;
  /**
   * The centre.
   */
  centre: number;
  /**
   * The lower limit.
   */
  lower?: number;
  /**
   * The upper limit.
   */
  upper?: number;
}
/**
 * A point of a trend.
 */
export interface TrendPoint {
  /**
   * Its place in the series.
   */
  index: number;
  /**
   * Its time.
   */
  at: number;
  /**
   * Its value.
   */
  value: number;
  /**
   * From the left edge.
   */
  x: number;
  /**
   * From the upper edge.
   */
  y: number;
}
/**
 * One value over time, with what it is read against.
 */
export interface TrendRequest {
  /**
   * Width available, CSS pixels; the height follows from it, where none is asked for.
   */
  width: number;
  /**
   * Device pixels a CSS pixel; left out: 1.
   */
  ratio?: number;
  /**
   * Which way the language runs; left out: `ltr`. Right to left the picture is mirrored: axes go round the other way,
   * and time does.
   */
  direction?: TextDirection;
  /**
   * CSS font family; left out: `system-ui, sans-serif`.
   */
  font?: string;
  /**
   * Colours by role, `#rrggbb` or `#rrggbbaa`; a role left out keeps the light default.
   */
  palette?: Palette;
  /**
   * Height of the plot, CSS pixels; left out: by the width, 160 to 320. Labels, numbers of notes and the key come to it.
   */
  height?: number;
  /**
   * What a number of time counts since 1970-01-01; left out: `days`.
   */
  time?: TrendClock;
  /**
   * Minutes that the reader's clock is ahead of UTC, for times in milliseconds; left out: 0.
   */
  offset?: number;
  /**
   * The points in order of time, 20,000 at most; more come as columns, from `trendData`.
   *
   * @maxItems 20000
   */
  points?: TrendValue[];
  /**
   * Points further apart than this are not joined, in the unit of time; left out: a line is broken where a value is
   * missing and nowhere else.
   */
  gap?: number;
  /**
   * The times shown; left out: all.
   */
  window?: TrendStretch;
  /**
   * Whether the axis of values begins at zero: `zero` for counts and shares, `data` never for its own sake; left out:
   * `near`, where zero is no further from the values than they are from one another, or there is one value alone.
   */
  base?: TrendBase;
  /**
   * An earlier course to compare with, at the times that it is to stand at.
   */
  before?: TrendValue[];
  /**
   * What is aimed at; a single one holds throughout.
   */
  target?: TrendAim[];
  /**
   * `steps`: a target holds until the next, the last one on to the end; `line`: it is reached along a straight line.
   * Left out: `steps`.
   */
  targetShape?: TrendAimShape;
  /**
   * Where which status holds.
   */
  zones?: TrendZone[];
  /**
   * The limits of a control chart, phase by phase.
   */
  limits?: TrendPhase[];
  /**
   * The points that are signals.
   */
  signals?: TrendSignal[];
  /**
   * Programmes and events, 40 at most, numbered in this order.
   *
   * @maxItems 40
   */
  notes?: TrendNote[];
  /**
   * What is expected, in order of time.
   */
  forecast?: TrendAhead[];
  /**
   * From when to when no newer value came: hatched.
   */
  stale?: TrendStretch;
  /**
   * What the key calls the layers, and what an empty plot says; a layer without a word is not in the key.
   */
  words?: TrendWords;
  /**
   * The time under the pointer or the keyboard: the known point nearest to it is lit.
   */
  hover?: TrendTime;
  /**
   * The time selected.
   */
  select?: TrendTime;
}
/**
 * A point that is a signal: a hollow diamond.
 */
export interface TrendSignal {
  /**
   * The time of the point.
   */
  at: TrendTime;
  /**
   * Whether it is for the better; left out where that is not known.
   */
  better?: boolean;
}
/**
 * From one time to a later one.
 */
export interface TrendStretch {
  /**
   * The earlier time.
   */
  from: TrendTime;
  /**
   * The later time.
   */
  to: TrendTime;
}
/**
 * A tick of an axis.
 */
export interface TrendTick {
  /**
   * The time or the value.
   */
  at: number;
  /**
   * Where it lies.
   */
  place: number;
  /**
   * Whether its label found room.
   */
  labelled: boolean;
}
/**
 * Which times and values a trend marks: what the page writes there comes back as labels.
 */
export interface TrendTicks {
  /**
   * What begins at each time: `second`, `minute`, `hour`, `day`, `week`, `month`, `quarter` or `year`.
   */
  unit: string;
  /**
   * The times, as days since 1970-01-01 by the clock on the wall; parts of a day are hours and minutes.
   */
  times: number[];
  /**
   * The values.
   */
  values: number[];
  /**
   * Digits behind the point that tell one value from the next.
   */
  digits: number;
}
/**
 * A point.
 */
export interface TrendValue {
  /**
   * When.
   */
  at: TrendTime;
  /**
   * Its value; absent where it is not known, which is a gap in the line and never zero.
   */
  value?: number;
  /**
   * The lower end of its interval: with `high`, a bar.
   */
  low?: number;
  /**
   * The upper end of its interval.
   */
  high?: number;
}
/**
 * What the layers are called, in the reader's language.
 */
export interface TrendWords {
  /**
   * The values.
   */
  value?: string;
  /**
   * The earlier course.
   */
  before?: string;
  /**
   * What is aimed at.
   */
  target?: string;
  /**
   * The centre of the limits.
   */
  centre?: string;
  /**
   * The limits.
   */
  limits?: string;
  /**
   * The signals.
   */
  signal?: string;
  /**
   * The intervals of the values.
   */
  interval?: string;
  /**
   * What is expected.
   */
  forecast?: string;
  /**
   * Where no newer value came.
   */
  stale?: string;
  /**
   * What an empty plot says.
   */
  empty?: string;
}
/**
 * Values of one status.
 */
export interface TrendZone {
  /**
   * The status.
   */
  status: TrendStatus;
  /**
   * From this value up; left out: from the lowest.
   */
  from?: number;
  /**
   * Up to this value; left out: to the highest.
   */
  to?: number;
}
/**
 * A rating whose values are typed in.
 */
export interface TypedRating {
  /**
   * The value that is 0 on the common scale: the lowest answer there is.
   */
  zero: number;
  /**
   * The value that is 1 on it: the highest answer there is.
   */
  one: number;
  /**
   * Means of surveys, one a day at most.
   */
  values: RatingValue[];
}
/**
 * An answer to what the journal does not have.
 */
export interface UnknownAnswer {
  /**
   * The id of the entry.
   */
  entry: string;
  /**
   * What it says it answers.
   */
  answers: string;
}
/**
 * A value of a KPI.
 */
export interface ValueRecord {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * The day it was true: the end of its period.
   */
  at: string;
  /**
   * The value, in the KPI's unit.
   */
  value: number;
  /**
   * How many answers or cases stand behind it.
   */
  n?: number;
  /**
   * The lower end of its interval; `high` beside it.
   */
  low?: number;
  /**
   * The upper end of its interval.
   */
  high?: number;
  /**
   * Who recorded it.
   */
  actor?: string;
}
/**
 * One definition and what it gives.
 */
export interface VariantValue {
  /**
   * The variant, as a code.
   */
  variant: string;
  /**
   * What SLA compliance is a share of.
   */
  denominator?: string;
  /**
   * `business` where only open hours count.
   */
  hours?: string;
  /**
   * `first` where a case ends with its first resolution.
   */
  resolved?: string;
  /**
   * Whether it is the KPI's own.
   */
  current: boolean;
  /**
   * Whether it measures the same quantity, so that target and bands hold for it.
   */
  comparable: boolean;
  /**
   * The unit of the value.
   */
  unit?: string;
  /**
   * The value in its unit, unrounded; absent with a `missing` reason.
   */
  value?: number;
  /**
   * Why there is no value.
   */
  missing?: Reason;
  /**
   * How many cases stand behind it.
   */
  n?: number;
  /**
   * Its interval.
   */
  interval?: Interval;
  /**
   * The relative error of an approximated value, as 0.01 for ±1 %.
   */
  approximation?: number;
  /**
   * How the KPI would stand by it.
   */
  status?: Status;
}
/**
 * Every definition of a KPI's measure on the same data.
 */
export interface Variants {
  /**
   * The KPI's id.
   */
  kpi: string;
  /**
   * The definitions, the KPI's own first; empty where the KPI is not read from data.
   */
  variants: VariantValue[];
  /**
   * The least value of the comparable definitions.
   */
  least?: number;
  /**
   * The greatest one.
   */
  greatest?: number;
  /**
   * Whether the status hangs on the definition; absent where fewer than two can be compared.
   */
  dependsOnDefinition?: boolean;
}
/**
 * Where the service wants to be.
 */
export interface Vision {
  /**
   * Unique among nodes and KPIs.
   */
  id: string;
  /**
   * Its short text.
   */
  title: string;
  /**
   * Its long text.
   */
  description?: string;
}
/**
 * A waterfall: what a number is made of, step by step, and what it comes to.
 */
export interface WaterfallRequest {
  /**
   * Width available, CSS pixels; the height follows from it, where none is asked for.
   */
  width: number;
  /**
   * Device pixels a CSS pixel; left out: 1.
   */
  ratio?: number;
  /**
   * Which way the language runs; left out: `ltr`. Right to left the picture is mirrored: axes go round the other way,
   * and time does.
   */
  direction?: TextDirection;
  /**
   * CSS font family; left out: `system-ui, sans-serif`.
   */
  font?: string;
  /**
   * Colours by role, `#rrggbb` or `#rrggbbaa`; a role left out keeps the light default.
   */
  palette?: Palette;
  /**
   * The steps, from the top; 100 at most.
   *
   * @maxItems 100
   */
  steps: WaterfallStep[];
  /**
   * One scale for all; left out: one from 0 that holds all steps.
   */
  scale?: ChartScale;
  /**
   * The words of the legend, by name: `more`, `less`, `total`, `unknown`.
   */
  words?: {
    [k: string]: string;
  };
  /**
   * The id of the step selected.
   */
  select?: string;
  /**
   * The id of the step under the pointer or the keyboard.
   */
  hover?: string;
}
/**
 * A step of a waterfall.
 */
export interface WaterfallStep {
  /**
   * Its id, one for each.
   */
  id: string;
  /**
   * What it is called, in the reader's language.
   */
  label: string;
  /**
   * A second, quieter line.
   */
  note?: string;
  /**
   * What is written behind it: its value, or that there is none.
   */
  text?: string;
  /**
   * Where its bar begins, with `to`.
   */
  from?: number;
  /**
   * Where its bar ends; below `from` it takes away.
   */
  to?: number;
  /**
   * The least that an unknown step leads to: with `high` a hatched range. Without anything it is a dashed edge.
   */
  low?: number;
  /**
   * The most that it leads to.
   */
  high?: number;
  /**
   * Whether it is a sum of those before it, rather than one more.
   */
  total?: boolean;
}
/**
 * A change of one weight that flips the status.
 */
export interface WeightFlip {
  /**
   * The KPI whose weight it is; absent for a link.
   */
  kpi?: string;
  /**
   * The link whose weight it is; absent for a KPI.
   */
  link?: LinkName;
  /**
   * The title of the KPI, or of the child.
   */
  title: string;
  /**
   * The weight as it is.
   */
  from: number;
  /**
   * Where the status flips, there or just behind.
   */
  to: number;
  /**
   * to ÷ from.
   */
  factor: number;
  /**
   * The status there.
   */
  status: Status;
}
/**
 * The offsets of a zone, in seconds east of UTC.
 */
export interface ZoneOffsets {
  /**
   * The offset to begin with.
   */
  offset: number;
  /**
   * The changes: UTC second, and the offset from then on.
   */
  transitions?: unknown[][];
}
