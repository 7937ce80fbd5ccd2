import type { TroubleLevel } from '@/utils/model/level';
import type { MessageKey } from '@/utils/words/speech';
import { english } from './english';

/** Stands in the place of a parameter that is not known beforehand; no catalog has this letter. */
const ANYTHING = '\uE000';

/** The whole of an English text, where a place that is null may hold anything, such as a time of day. */
export function englishLike(key: MessageKey, ...params: (string | null)[]): RegExp {
  const text = english(key, ...params.map((param) => param ?? ANYTHING));
  const pattern = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s/g, '\\s');
  return new RegExp(`^${pattern.replaceAll(ANYTHING, '.+')}$`);
}

/** How the headline of trouble begins, whenever that began: "Claude: partial outage since" */
export function headlineStart(subject: string, level: TroubleLevel): string {
  return english(`headline_${level}_from`, subject).trimEnd();
}
