// What is said of loads, their records and files. The server fills these in; browsers get the finished sentence, not the words.
export { encoding } from './encoding.ts';
export { failures } from './failures.ts';
export { mapping } from './mapping.ts';
export { ruleTitles } from './rule-titles.ts';
export { rules } from './rules.ts';
