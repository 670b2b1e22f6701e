import type { EmbeddedHold } from '../embedded.ts';
import type { DatabaseUrls } from '../roles.ts';

/** Addresses of all logins in one database of an embedded Postgres. */
export function embeddedUrls(hold: EmbeddedHold, database = 'app'): DatabaseUrls {
  return {
    owner: hold.url('app', database),
    web: hold.url('app_web', database),
    etl: hold.url('app_etl', database),
    read: hold.url('app_read', database),
  };
}
