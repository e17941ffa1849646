/** What the board is asked only when somebody looks: asked once between two changes, since rows may be counted anew. */
import type { Board } from '../board.js';
import type { Scores } from '../types.js';
import type { Context } from './context.js';

interface Answers {
  /** Another object after every change. */
  scores: Scores;
  by: Map<string, unknown>;
}

const kept = new WeakMap<Board, Answers>();

export function asked<T>(context: Context, board: Board, question: string, ask: () => T): T | undefined {
  try {
    const scores = board.scores();
    let answers = kept.get(board);
    if (answers?.scores !== scores) {
      answers = { scores, by: new Map() };
      kept.set(board, answers);
    }
    if (!answers.by.has(question)) answers.by.set(question, ask());
    return answers.by.get(question) as T;
  } catch (thrown) {
    // A plan without this subject has come meanwhile.
    context.lack(thrown);
    return undefined;
  }
}
