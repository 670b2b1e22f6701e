import { expect, test } from 'vitest';
import { toShortTitle } from '#domain/text/short-title.ts';

test.each([
  ['ผู้อำนวยการกองคลัง', 'ผอ.กองคลัง'],
  ['รองผู้อำนวยการสำนักงานสถิติแห่งชาติ', 'รอง ผอ.สำนักงานสถิติแห่งชาติ'],
  ['อธิบดีกรมธนารักษ์', 'อธิบดีกรมธนารักษ์'],
  ['เลขานุการผู้อำนวยการกองคลัง', 'เลขานุการผู้อำนวยการกองคลัง'],
])('%s is %s on a line of a list', (title, short) => {
  expect(toShortTitle(title)).toBe(short);
});
