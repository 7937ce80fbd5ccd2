import type { Assistant, AssistantId, Dependency } from '@/utils/model/assistant';
import { isTrouble, isWorse, type Level } from '@/utils/model/level';
import type { Status } from '@/utils/model/status';
import { ageOf } from './judge';
import { levelOf } from './level';

/** A dependency of an assistant that has an outage. */
export interface FailingDependency {
  assistantId: AssistantId;
  level: Level;
}

/** Level of a dependency: of the used parts if the page lists them, otherwise of the whole assistant. */
function levelOfDependency(
  { assistantId, partIds }: Dependency,
  status: Pick<Status, 'pages' | 'verdicts'>,
  now: number,
): Level {
  const { report = null, readAt = null } = status.pages[assistantId] ?? {};
  if (report === null || readAt === null || ageOf(readAt, now, 0) === 'expired') return 'unknown';
  const listed = partIds.filter((id) => report.components.some((component) => component.id === id));
  if (listed.length > 0) return levelOf(report, { coreIds: listed, name: null }, now).level;
  return status.verdicts[assistantId]?.level ?? 'unknown';
}

/** The dependency with the worst outage; null if no outage is known. */
export function failingDependencyOf(
  { dependsOn }: Pick<Assistant, 'dependsOn'>,
  status: Pick<Status, 'pages' | 'verdicts'>,
  now: number,
): FailingDependency | null {
  return dependsOn.reduce<FailingDependency | null>((worst, dependency) => {
    const level = levelOfDependency(dependency, status, now);
    const isNews = isTrouble(level) && (worst === null || isWorse(level, worst.level));
    return isNews ? { assistantId: dependency.assistantId, level } : worst;
  }, null);
}
