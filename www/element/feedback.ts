/** What people write: sentiment and recurring themes, in the page. An entry of its own, loaded when it is wanted. */
export { analyseFeedback } from './feedback/analyse.js';
export type {
  FeedbackAnalysis,
  FeedbackGroup,
  FeedbackLimit,
  FeedbackOptions,
  FeedbackRows,
  FeedbackTheme,
  Sentiment,
  SentimentShare,
  ThemeGroup,
} from './feedback/types.js';
