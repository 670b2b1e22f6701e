import { translator } from '#domain/messages/translate.ts';
import { bangkokDateOf, daysBetween } from '#domain/time/fiscal-calendar.ts';
import { panels } from '#app/access/viewer.server.ts';
import type { Viewer } from '#app/access/viewer.ts';
import type { Scope } from '#app/filters/scope-type.ts';
import { getSheetView } from '#app/sheet/sheet-view.server.ts';
import type { Tx } from '#db/connect.ts';
import type { ReadArgs } from '#db/reads/named.ts';
import {
  getIndicatorName,
  getListNames,
  getMilestones,
  getNearestProjects,
  getProject,
  getProjectMoney,
  getServedKpis,
  type MilestoneRow,
  type ProjectRecord,
} from '#db/reads/project-record.ts';
import { getPublication } from '#db/reads/publications.ts';
import type { MilestoneView, ProjectFacts, ProjectView } from './project-view.ts';

export type ProjectParameters = Scope & { code: string; sheet?: string | null };

/** One project: how late, money against work, its milestones, the gate, and what it serves. Throws 404 with the nearest codes. */
export async function getProjectView(tx: Tx, viewer: Viewer, parameters: ProjectParameters): Promise<ProjectView> {
  const read: ReadArgs = { asOf: parameters.asOf ?? null, language: viewer.language };
  const project = await getProject(tx, { ...read, code: parameters.code });
  if (!project) throw await toNotFound(tx, read, parameters.code);
  const publication = await getPublication(tx, read);
  const day = publication?.asOfOn ?? bangkokDateOf(viewer.now);
  const { id: projectId, indicatorId, unitId } = project;
  const of = { ...read, projectId };
  const parts = await panels(tx, {
    phases: (inner) => getListNames(inner, { list: 'project_phase', language: viewer.language }),
    milestones: async (inner) => (await getMilestones(inner, of)).map((row) => toMilestone(row, day)),
    money: (inner) => getProjectMoney(inner, of),
    served: async (inner) =>
      indicatorId === null
        ? null
        : {
            indicator: await getIndicatorName(inner, { ...read, indicatorId }),
            kpis: await getServedKpis(inner, { ...read, indicatorId, unitId }),
          },
    sheet: (inner) => getSheetView(inner, viewer, { name: parameters.sheet ?? null, asOf: read.asOf }),
  });
  return {
    title: translator(viewer.language)('projects.pageTitle', { name: project.name }),
    publicationId: publication?.id ?? null,
    asOfOn: day,
    project: toFacts(project),
    ...parts,
  };
}

async function toNotFound(tx: Tx, read: ReadArgs, code: string): Promise<Response> {
  const nearest = await getNearestProjects(tx, { ...read, code });
  const links = nearest.map((one) => ({ label: `${one.code} ${one.name}`, href: `/projects/${one.code}` }));
  return Response.json({ nearest: links }, { status: 404 });
}

function toFacts({ unitId: _unit, indicatorId: _indicator, classification, ...facts }: ProjectRecord): ProjectFacts {
  return { ...facts, classification: (['public', 'internal', 'restricted'] as const)[classification] ?? 'restricted' };
}

function toMilestone({ code, title, dueOn, doneOn, ownerTitle }: MilestoneRow, day: string): MilestoneView {
  const overdueDays = doneOn === null ? Math.max(0, daysBetween(dueOn, day)) : 0;
  return { code, title, dueOn, doneOn, ownerTitle, overdueDays };
}
