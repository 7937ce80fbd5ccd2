import type { StatusPage } from '@/utils/model/assistant';
import type { MakerFinding } from '@/utils/model/findings';
import { isTrouble } from '@/utils/model/level';
import type { Report } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';

/** Names of the chat's other parts that the page lists as in trouble. */
function troubledParts(page: StatusPage | null, report: Report | null): string[] {
  const ids = (page?.features ?? []).map(({ id }) => id);
  return (report?.components ?? [])
    .filter(({ id, level }) => ids.includes(id) && isTrouble(level))
    .map(({ name }) => name);
}

/** What the maker says, for "Is it me?": of the chat, and where that is well, of its other parts. */
export function readMaker(page: StatusPage | null, verdict: Verdict | undefined, report: Report | null): MakerFinding {
  if (verdict === undefined || verdict.level === 'unknown') return { kind: 'unknown', level: 'unknown', names: [] };
  const { level, models } = verdict;
  if (isTrouble(level)) {
    // "Down" is down, whatever models are named beside it.
    const areModelsLeft = models.length > 0 && level !== 'major_outage';
    return { kind: areModelsLeft ? 'models' : 'trouble', level, names: areModelsLeft ? models : [] };
  }
  if (verdict.suspicion?.source === 'page') return { kind: 'incident', level, names: [] };
  if (level === 'maintenance') return { kind: 'maintenance', level, names: [] };
  const parts = troubledParts(page, report);
  return { kind: parts.length > 0 ? 'parts' : 'well', level, names: parts };
}
