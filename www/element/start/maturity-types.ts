/** What goes into a maturity check, and what comes out (P10). */
import type { Said } from './types.js';

/** What a statement was answered with: from 1, not at all, to 5, everywhere; or that one does not know. */
export type MaturityAnswer = 1 | 2 | 3 | 4 | 5 | 'not-known';

export type AreaGroup = 'challenge' | 'practice';

export interface MaturityStatement {
  readonly id: string;
  readonly area: string;
  readonly text: string;
}

export interface MaturityArea {
  readonly id: string;
  readonly group: AreaGroup;
  readonly title: string;
  readonly statements: readonly MaturityStatement[];
}

/** The answers of one person, or of a team that answered together. */
export interface MaturityAnswers {
  readonly version: 1;
  /** The day, as YYYY-MM-DD. */
  readonly at?: string;
  /** By the id of the statement; what is absent is not answered. */
  readonly answers: Readonly<Record<string, MaturityAnswer>>;
}

/** How far one area is. */
export interface AreaScore {
  readonly id: string;
  readonly group: AreaGroup;
  readonly title: string;
  /** The mean of 1 to 5; absent where nobody gave a number. */
  readonly score?: number;
  /** The whole level that it has reached, and its name. */
  readonly level?: 1 | 2 | 3 | 4 | 5;
  readonly levelName?: string;
  /** How many gave at least one number. */
  readonly people: number;
  /** Numbers given. */
  readonly answered: number;
  /** How often it was said that one does not know. */
  readonly notKnown: number;
  /** Statements × people: what all answered would be. */
  readonly of: number;
  /** The lowest and the highest mean of a person; told from five people on, so that nobody can be made out. */
  readonly low?: number;
  readonly high?: number;
}

/** The areas of a group together. */
export interface GroupScore {
  readonly id: AreaGroup;
  readonly title: string;
  /** The mean of its areas; absent where fewer than four in five are known. */
  readonly score?: number;
  readonly known: number;
  readonly of: number;
}

export interface Maturity {
  readonly people: number;
  readonly areas: readonly AreaScore[];
  readonly groups: readonly GroupScore[];
}

/** A strategy of the library. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly because: string;
  /** What to be careful about. */
  readonly caution?: string;
  /** The areas that it helps. */
  readonly helps: readonly string[];
  /** The trend that it belongs to. */
  readonly trend?: { readonly id: string; readonly title: string };
  /** What it should move, the first one soonest. */
  readonly measures: readonly string[];
  /** What is to be watched beside that. */
  readonly guard?: string;
  /** 1 (weeks), 2 (months), 3 (a year, with others). */
  readonly effort: 1 | 2 | 3;
  /** How far areas must be before it can work. */
  readonly needs: readonly { readonly area: string; readonly level: number }[];
  readonly actions: readonly { readonly kind: string; readonly title: string }[];
}

/** An area that a proposal helps, and how much that is worth. */
export interface Helped {
  readonly area: string;
  readonly title: string;
  readonly score: number;
  /** The aim less the score. */
  readonly gap: number;
  /** Whether this proposal is the first to help it, so that its gap counts here. */
  readonly counted: boolean;
}

export interface Proposal {
  readonly candidate: Candidate;
  /** The gaps that it is the first to help, times what the areas weigh. */
  readonly gain: number;
  readonly helps: readonly Helped[];
  /** What must be further first; empty where it can begin. */
  readonly first: readonly Said[];
}

export interface Proposals {
  /** What can begin now, the one that helps most first; each counts what those before it leave. */
  readonly now: readonly Proposal[];
  /** What would help, and what it needs first. */
  readonly later: readonly Proposal[];
  /** Those of whose areas nothing is known. */
  readonly unjudged: readonly Candidate[];
}

export interface ProposalOptions {
  /** How many are proposed for now at most; 5 where absent. */
  readonly most?: number;
  /** The level to reach; 4 where absent. */
  readonly aim?: number;
  /** How much an area matters, by its id; 1 where absent, 0 leaves it out. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly locale?: string;
}
