import type { Tx } from '../connect.ts';
import type { Publication, Scope } from './republish.ts';
import { reviseFacts, type FactTable, type Merged } from './revise-facts.ts';
import type { RunHead } from './run-head.ts';
import { records } from './staged-records.ts';

export const MILESTONE: FactTable = {
  table: 'milestone',
  key: ['project_id', 'code'],
  content: ['unit_id', 'title_th', 'title_en', 'phase', 'due_on', 'done_on', 'percent', 'owner_title'],
  staged: 'staging.record',
};

/** Merges milestones; each takes unit and classification from its project, which must be there (checked before staging). */
export async function mergeMilestones(tx: Tx, publication: Publication, run: RunHead): Promise<Merged & Scope> {
  const fields = tx`(project_code text, milestone_code text, title_th text, title_en text, phase smallint, due_on date, done_on date, percent numeric, owner_title text)`;
  const incoming = tx`
    select m.record_no, m.file_no, m.sheet, m.row_no, m.as_sent, p.project_id, m.milestone_code as code, p.unit_id, p.ministry_id, m.title_th, m.title_en, m.phase, m.due_on,
           m.done_on, m.percent, m.owner_title, greatest(p.classification, ${run.classificationNo}::int)::smallint as classification
      from ${records(tx, run, fields, 'm')}
      join org_unit s on s.id = ${run.unitId}
      join project_key k on k.root_id = s.root_id and k.code = m.project_code
      join lateral (select project_id, unit_id, ministry_id, classification from project x where x.project_id = k.id and x.superseded_in is null
                     order by x.revision desc limit 1) p on true`;
  const merged = await reviseFacts(tx, publication, run, MILESTONE, incoming);
  const units = await tx<{ unit_id: number }[]>`
    select distinct unit_id from milestone where published_in = ${publication.id} or superseded_in = ${publication.id}`;
  return { ...merged, milestoneUnits: units.map((row) => row.unit_id) };
}
