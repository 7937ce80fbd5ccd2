import type { Incident } from '@/utils/model/report';

/** Words by which a maker says that it is not about single models. */
const MANY = /\b(multiple|all|many|several|most) models?\b/i;

/**
 * The models that an incident is about, by its title and, where that names none, by the maker's last words.
 * Empty when it names none, or says that it is about many.
 */
export function modelsOf(incident: Incident, modelNames: string | null): string[] {
  if (modelNames === null) return [];
  for (const text of [incident.title, incident.updates[0]?.text ?? '']) {
    if (MANY.test(text)) return [];
    const names = text.match(new RegExp(modelNames, 'g')) ?? [];
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
}
