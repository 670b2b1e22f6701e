// What a load says of records and files. The server fills these in; browsers get the finished sentence, not the words.
export { failures } from './failures.ts';
export { ruleTitles } from './rule-titles.ts';
export { rules } from './rules.ts';
