import { bangkokDateOf, isIsoDate } from '#domain/time/fiscal-calendar.ts';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { getPositionsOf } from '#db/reads/positions.ts';
import { audit } from '#db/writes/audit.ts';
import { hashPassword } from '#db/writes/password.ts';
import { appoint, disablePerson, endHolding, grantAide, upsertPerson } from '#db/writes/people.ts';
import { findSignIn, getHoldings, startSession } from '#db/writes/sessions.ts';
import { loadReference } from '#db/reference/load.ts';
import { Mistake } from './mistake.server.ts';
import { ask, askPassword } from './prompt.server.ts';

export const usage = `npm run access -- <command>
  init      make the first administrator: [--login admin --name-th … --name-en …]
  person    add a person or appoint one: --login … [--name-th … --name-en … --title นาย] --position officer-03003
            [--acting for_absent|in_vacancy] [--aide --to 2027-09-30] [--from 2026-10-01] [--to …]
  positions the offices of a unit and who holds them: --unit 03003
  end       end an appointment, or an aide's days: --login … --position … [--aide] [--to 2026-11-30, the last day]
  disable   keep a person from signing in: --login …
  token     print a bearer token for /api/v1: --person <login> [--position …] [--days 90]
A password is asked for on the terminal, or read from ACCESS_PASSWORD.`;

export interface CommandContext {
  sql: Sql;
  clock: Clock;
  isDemonstration: boolean;
  say(line: string): void;
  options: Record<string, string | undefined>;
}

export const commands: Record<string, (context: CommandContext) => Promise<void>> = {
  init,
  person,
  positions,
  end,
  disable,
  token,
};

const loginPattern = /^[a-z0-9][a-z0-9._@-]{1,99}$/;
const dayMs = 86_400_000;

async function init({ sql, clock, say, options }: CommandContext): Promise<void> {
  await loadReference(sql);
  const [known] = await sql<{ login: string }[]>`
    select p.login from access.person p join access.appointment a on a.person_id = p.id join position q on q.id = a.position_id
    where q.role = 'admin' and p.password_hash is not null and p.disabled_at is null limit 1`;
  if (known)
    throw new Mistake(
      `There is an administrator already: ${known.login}. Add more with: npm run access -- person --position admin --login …`,
    );
  const login = toLogin(options.login ?? (await ask('Sign-in name', 'admin')));
  const nameTh = options['name-th'] ?? (await ask('Name in Thai', 'ผู้ดูแลระบบ'));
  const nameEn = options['name-en'] ?? (await ask('Name in English', 'Administrator'));
  const passwordHash = await hashPassword(await askPassword());
  const now = clock.now();
  await sql.begin(async (tx) => {
    const personId = await upsertPerson(tx, { login, nameTh, nameEn, passwordHash });
    await appoint(tx, { personId, positionCode: 'admin', fromOn: bangkokDateOf(now) });
    await audit(tx, {
      at: now,
      act: 'make_person',
      outcome: 'done',
      subject: login,
      detail: { position: 'admin', by: 'command' },
    });
  });
  say(`${login} is the administrator. Start the suite (npm start) and sign in; the first page says what comes next.`);
}

async function person({ sql, clock, say, options }: CommandContext): Promise<void> {
  const login = toLogin(need(options, 'login'));
  const positionCode = need(options, 'position');
  const now = clock.now();
  const fromOn = toDate(options.from ?? bangkokDateOf(now), 'from');
  const toOn = options.to === undefined ? undefined : toDate(options.to, 'to');
  const acting = options.acting;
  if (acting !== undefined && acting !== 'for_absent' && acting !== 'in_vacancy')
    throw new Mistake('--acting must be for_absent (รักษาราชการแทน) or in_vacancy (รักษาการในตำแหน่ง).');
  if (toOn !== undefined && toOn < fromOn) throw new Mistake(`--to ${toOn} is before --from ${fromOn}.`);
  if (options.aide && toOn === undefined) throw new Mistake('An aide is appointed until a day: give --to 2027-09-30.');
  const known = await findPerson(sql, login);
  const passwordHash = known?.hasPassword ? undefined : await hashPassword(await askPassword());
  await sql
    .begin(async (tx) => {
      const personId =
        known && !passwordHash && !options['name-th']
          ? known.id
          : await upsertPerson(tx, {
              login,
              nameTh: need(options, 'name-th'),
              nameEn: need(options, 'name-en'),
              ...(options.title === undefined ? {} : { titleTh: options.title }),
              ...(passwordHash === undefined ? {} : { passwordHash }),
            });
      if (options.aide) await grantAide(tx, { aidePersonId: personId, positionCode, fromOn, toOn: toOn! });
      else
        await appoint(tx, { personId, positionCode, fromOn, ...(toOn ? { toOn } : {}), ...(acting ? { acting } : {}) });
      await audit(tx, {
        at: now,
        act: 'make_person',
        outcome: 'done',
        subject: login,
        detail: { position: positionCode, by: 'command' },
      });
    })
    .catch((error: Error) => explain(error, `${login} is aide to ${positionCode}`));
  say(`${login} ${options.aide ? 'is aide to' : 'holds'} ${positionCode} from ${fromOn}.`);
}

async function positions({ sql, clock, say, options }: CommandContext): Promise<void> {
  const rows = await getPositionsOf(sql, need(options, 'unit'), bangkokDateOf(clock.now()));
  if (rows.length === 0)
    throw new Mistake(`There is no unit ${options.unit}. The codes of units stand in db/reference/gov-units.csv.`);
  for (const { code, title, holders } of rows) say([code, title, ...holders].join(' · '));
}

async function end({ sql, clock, say, options }: CommandContext): Promise<void> {
  const login = toLogin(need(options, 'login'));
  const positionCode = need(options, 'position');
  const now = clock.now();
  const toOn = toDate(options.to ?? bangkokDateOf(now), 'to');
  await sql.begin(async (tx) => {
    const ended = await endHolding(tx, { login, positionCode, toOn, isAide: options.aide !== undefined });
    if (!ended)
      throw new Mistake(
        `${login} ${options.aide ? 'is no aide to' : 'does not hold'} ${positionCode} on ${toOn}. Who holds what: npm run access -- positions --unit …`,
      );
    await audit(tx, {
      at: now,
      act: 'end_appointment',
      outcome: 'done',
      subject: login,
      detail: { position: positionCode, to: toOn, by: 'command' },
    });
  });
  say(`${login} ${options.aide ? 'is aide to' : 'holds'} ${positionCode} until ${toOn}.`);
}

async function disable({ sql, clock, say, options }: CommandContext): Promise<void> {
  const login = toLogin(need(options, 'login'));
  const now = clock.now();
  await sql.begin(async (tx) => {
    if (!(await disablePerson(tx, login, now))) throw new Mistake(`Nobody has the sign-in name ${login}.`);
    await audit(tx, { at: now, act: 'disable_person', outcome: 'done', subject: login, detail: { by: 'command' } });
  });
  say(`${login} can no longer sign in; all sessions are ended.`);
}

async function token({ sql, clock, isDemonstration, say, options }: CommandContext): Promise<void> {
  const login = toLogin(need(options, 'person'));
  const now = clock.now();
  const days = Number(options.days ?? 90);
  if (!Number.isInteger(days) || days < 1 || days > 366)
    throw new Mistake('--days must be a whole number from 1 to 366.');
  const found = await findSignIn(sql, login);
  if (!found) throw new Mistake(`Nobody who may sign in has the name ${login}.`);
  if (found.isDemonstration && !isDemonstration)
    throw new Mistake(`${login} belongs to the demonstration; with DEMO=0 it has no access.`);
  const holdings = await getHoldings(sql, found.personId, bangkokDateOf(now));
  const wanted = options.position === undefined ? holdings[0]?.positionId : await findPosition(sql, options.position);
  const holding = holdings.find(({ positionId }) => positionId === wanted);
  if (!holding) throw new Mistake(`${login} does not hold ${options.position ?? 'any office'} today.`);
  const expiresAt = new Date(now.getTime() + days * dayMs);
  const { personId } = found;
  const made = await sql.begin(async (tx) => {
    const started = await startSession(tx, { personId, holding, kind: 'token', now, expiresAt });
    if (!started) throw new Mistake(`${login} holds no office today.`);
    await audit(tx, {
      at: now,
      act: 'make_token',
      outcome: 'done',
      personId,
      positionId: holding.positionId,
      subject: login,
      detail: { expiresAt: expiresAt.toISOString(), by: 'command' },
    });
    return started;
  });
  say(made);
}

async function findPerson(sql: Sql, login: string): Promise<{ id: number; hasPassword: boolean } | undefined> {
  const [row] = await sql<{ id: number; hasPassword: boolean }[]>`
    select id, password_hash is not null as "hasPassword" from access.person where login = ${login}`;
  return row;
}

async function findPosition(sql: Sql, code: string): Promise<number | undefined> {
  const [row] = await sql<{ id: number }[]>`select id from position where code = ${code}`;
  return row?.id;
}

function explain(error: Error & { constraint_name?: string }, aide: string): never {
  if (error.constraint_name === 'appointment_one_holder')
    throw new Mistake(
      'Somebody holds this office in that time. End that appointment first (npm run access -- end --login … --position …), or appoint as acting with --acting.',
    );
  if (error.constraint_name === 'aide_grant_once')
    throw new Mistake(
      `${aide} on some of those days already. Choose days that follow, or end those first (npm run access -- end --aide --login … --position …).`,
    );
  if (/no position with the code/.test(error.message)) throw new Mistake(error.message);
  throw error;
}

function need(options: CommandContext['options'], name: string): string {
  const value = options[name];
  if (!value) throw new Mistake(`--${name} is missing.\n${usage}`);
  return value;
}

function toLogin(text: string): string {
  const login = text.trim().toLowerCase();
  if (!loginPattern.test(login))
    throw new Mistake('A sign-in name has 2 to 100 of: a–z, 0–9, dot, @, hyphen, underscore.');
  return login;
}

function toDate(text: string, option: string): string {
  if (!isIsoDate(text) || text > '2100-01-01')
    throw new Mistake(`--${option} must be a date of the common era, e.g. 2026-10-01.`);
  return text;
}
