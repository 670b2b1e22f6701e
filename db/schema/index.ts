export * from './access.ts';
export * from './agreements.ts';
export * from './facts.ts';
export * from './reference.ts';
export * from './runs.ts';
export * from './staging.ts';
