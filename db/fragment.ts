import type { PendingQuery, Row } from 'postgres';

/** A piece of a statement, to be set into another. */
export type Fragment = PendingQuery<Row[]> | PendingQuery<(Row & Iterable<Row>)[]>;
