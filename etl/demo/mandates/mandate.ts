import fs from 'node:fs';

/** Words for something that a unit does, and the indicator that work on it serves; null where the usual one fits. */
export type Phrase = { text: string; serves: string | null };

/** What a unit is there for, as far as its projects need to know. */
export type Mandate = {
  /** Who answers for the core of its work, as the title of the office. */
  owner: string;
  /** What it keeps data about; fits after ข้อมูล. */
  data: Phrase[];
  /** What people ask of it; fits after การ. */
  services: Phrase[];
  /** Whole names of works, purchases and events; {จ} stands for a province. */
  works: Phrase[];
  /** Whom it trains. */
  people: Phrase[];
};

/** A unit's mandate from `mandates.csv`; one that the list does not know has none, and runs its office only. */
export function mandateOf(unitCode: string): Mandate {
  return mandates().get(unitCode) ?? NONE;
}

/** Codes of all units on the list. */
export function mandatedUnits(): string[] {
  return [...mandates().keys()];
}

const NONE: Mandate = { owner: 'ผู้อำนวยการกองยุทธศาสตร์และแผนงาน', data: [], services: [], works: [], people: [] };

let known: Map<string, Mandate> | null = null;

function mandates(): Map<string, Mandate> {
  known ??= readMandates();
  return known;
}

/** `unit_code,owner,data,services,works,people`: phrases stand between bars, each may end with `>` and what it serves. */
function readMandates(): Map<string, Mandate> {
  const text = fs.readFileSync(new URL('./mandates.csv', import.meta.url), 'utf8');
  const [, ...lines] = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const [code, owner, ...lists] = line.split(',') as [string, string, ...string[]];
      const [data, services, works, people] = lists.map((list) => toPhrases(code, list));
      return [code, { owner, data: data!, services: services!, works: works!, people: people! }];
    }),
  );
}

function toPhrases(unitCode: string, list: string): Phrase[] {
  return list
    .split('|')
    .filter((phrase) => phrase !== '')
    .map((phrase) => {
      const [text, serves] = phrase.split('>') as [string, string?];
      return { text, serves: serves === undefined ? null : toIndicator(unitCode, serves) };
    });
}

/** 1 is the first mission of the unit's ministry, BO04 the success KPI of that system, anything else a code as it is. */
function toIndicator(unitCode: string, serves: string): string {
  if (/^\d$/.test(serves)) return `M${unitCode.slice(0, 2)}-0${serves}`;
  return serves.startsWith('BO') ? `${serves}-01` : serves;
}
