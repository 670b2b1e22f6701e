import { datasetNames } from '../datasets/contracts.ts';

/** Wrong usage: the command ends with 64 and this text. */
export class UsageError extends Error {}

export const USAGE = `npm run etl -- <command> [--json]
  load <file…> (--mapping <name> | --dataset <name>) [--feed <code>] [--period <p>] [--encoding <e>] [--dry-run]
  pull [--feed <code>]          fetch and load the feeds that have a source
  feed <code>                   show a feed; with options make it, or change what is named:
       --unit 03003 --dataset <d> | --mapping <name>  --name-th … --name-en …
       --frequency day|month|quarter|year  --lag-days 15  --classification public|internal|restricted
       --upload | --url https://… | --folder /srv/…  --schedule "30 6 * * *" (Bangkok time)
       --max-rejected-share 0.5  --accepts-itself none|ministry|centre|all  --off | --on
  duty <feed>                   which indicators it owes: --indicators SV-01,FN-01 [--units 03003,03004]
       [--from 2570] [--to 2572] [--state due|withheld|not_applicable]
  feeds                         the feeds and when each last loaded
  mappings                      the mappings that can be named
  runs                          the newest runs
  show <run>                    one run: files, control totals, counts per rule
  template <dataset> -o <file>  a workbook to fill in
  worker                        work uploads, pulls, acceptances and the turn of the day until stopped
datasets: ${datasetNames.join(', ')}
exit codes: 0 all accepted or unchanged · 1 nothing loaded · 2 loaded with rejections · 64 wrong usage`;
