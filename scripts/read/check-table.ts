import { brokenOf, type CheckRow, isCutOff } from './check-registry';

const HEADINGS = ['assistant', 'candidate', 'outcome', 'why', 'took', 'open'];

const cellsOf = ({ assistant, candidate, outcome, why, tookMs, openIncidents }: CheckRow): string[] => [
  assistant,
  candidate ?? '-',
  outcome,
  why,
  tookMs === null ? '-' : `${tookMs} ms`,
  openIncidents === null ? '-' : String(openIncidents),
];

function verdictOf(rows: readonly CheckRow[]): string {
  if (isCutOff(rows)) return 'No status page could be reached at all: there is no network, or a firewall blocks it.';
  const broken = brokenOf(rows);
  if (broken.length > 0) return `Broken: ${broken.join(', ')}.`;
  const failing = rows.filter(({ outcome }) => outcome === 'broke');
  const rest = failing.map(({ candidate }) => candidate).join(', ');
  return failing.length === 0 ? 'All of them work.' : `Everyone has a candidate that works; these do not: ${rest}.`;
}

/** The rows as a plain-text table with a summary. */
export function checkTable(rows: readonly CheckRow[]): string {
  const lines = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const table = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...table, '', verdictOf(rows)].join('\n');
}
