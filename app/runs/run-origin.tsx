import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import type { RunView } from './run-view.ts';

/** Who sent what, when, how it was read, and who sees it. */
export function RunOrigin({ view }: { view: RunView }) {
  const t = useT();
  const f = useFormat();
  const { run, files } = view;
  const levels = [run.levels & 1 && 'DOC', run.levels & 2 && 'MOC', run.levels & 4 && 'PMOC'] as const;
  const facts: [string, ReactNode][] = [
    [t('runs.feed'), run.feed ? <Link to={`/feeds/${encodeURIComponent(run.feed.code)}`}>{run.feed.name}</Link> : '–'],
    [t('runs.unit'), run.unit.name],
    [t('runs.sender'), [run.senderTitle, run.senderName].filter(Boolean).join(' ') || t(`runSource.${run.source}`)],
    [t('runs.source'), t(`runSource.${run.source}`)],
    [t('runs.startedAt'), f.dateTime(run.startedAt)],
    [t('runs.finishedAt'), run.finishedAt ? f.dateTime(run.finishedAt) : '–'],
    [
      t('runs.mapping'),
      <span key="mapping" title={run.mapping}>
        {t('runs.mappingValue', { mapping: run.mappingTitle, version: run.mappingVersion })}
      </span>,
    ],
    [t('runs.visibleTo'), levels.flatMap((level) => (level ? [t(`runs.level${level}`)] : [])).join(' · ') || '–'],
    ...files.map((file): [string, ReactNode] => [
      t('runs.file'),
      <FileFacts key={file.fileNo} run={run.id} file={file} />,
    ]),
  ];
  return (
    <Panel title={t('runs.about')}>
      <dl className="run-facts">
        {facts.map(([name, value], index) => (
          <div key={`${name}-${index}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function FileFacts({ run, file }: { run: number; file: RunView['files'][number] }) {
  const { fileNo, name, format, encodingName, sheets, records, original } = file;
  const t = useT();
  const f = useFormat();
  const facts = [
    t('runs.fileFacts', { name, format: format.toUpperCase(), records: f.number(records) }),
    encodingName && t('runs.fileEncoding', { encoding: encodingName }),
    sheets.length > 0 && t('runs.fileSheets', { sheets: sheets.join(', ') }),
  ];
  return (
    <>
      <p>{facts.filter(Boolean).join(' · ')}</p>
      {original === 'kept' && (
        <a className="button" href={`/runs/${run}/files/${fileNo}`} download={name}>
          {t('runs.fileDownload')}
        </a>
      )}
      {original === 'erased' && <p>{t('runs.fileErased', { name })}</p>}
    </>
  );
}
