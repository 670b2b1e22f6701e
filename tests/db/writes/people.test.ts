import { beforeAll, expect, it } from 'vitest';
import { appoint, endHolding, grantAide, upsertPerson } from '#db/writes/people.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const office = { positionCode: 'dg-03003', fromOn: '2026-10-01' as const };
let personId: number;
beforeAll(async () => {
  personId = await upsertPerson(database.owner, { login: 'one', nameTh: 'ก', nameEn: 'A' });
});

it('an appointment that is said again from the same day becomes what is said', async () => {
  const held = () =>
    database.owner`select from_on, to_on, acting from access.appointment where person_id = ${personId}`;
  await appoint(database.owner, { personId, ...office });
  await appoint(database.owner, { personId, ...office, toOn: '2027-01-31', acting: 'in_vacancy' });
  expect(await held()).toEqual([{ from_on: '2026-10-01', to_on: '2027-01-31', acting: 'in_vacancy' }]);
  await endHolding(database.owner, { login: 'one', positionCode: 'dg-03003', toOn: '2026-12-31', isAide: false });
  await appoint(database.owner, { personId, ...office });
  expect(await held()).toEqual([{ from_on: '2026-10-01', to_on: null, acting: null }]);
});

it('so do the days of an aide', async () => {
  const aide = { aidePersonId: personId, ...office };
  await grantAide(database.owner, { ...aide, toOn: '2026-12-31' });
  await grantAide(database.owner, { ...aide, toOn: '2027-03-31' });
  const days = await database.owner`select from_on, to_on from access.aide_grant where aide_person_id = ${personId}`;
  expect(days).toEqual([{ from_on: '2026-10-01', to_on: '2027-03-31' }]);
});

it('an office that there is not is told', async () => {
  await expect(appoint(database.owner, { personId, ...office, positionCode: 'nothing' })).rejects.toThrow('nothing');
});
