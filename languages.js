// For resolvers that do not read `exports` (TypeScript's node10, SharePoint Framework).
export * from './dist/languages.js';
