// The classic script: everything in one file, as the global `Throughline`.
export * from './inline.js';
