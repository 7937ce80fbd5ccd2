import { type Assistant, type AssistantPart, statusPageOf } from '@/utils/model/assistant';
import type { UnknownReason } from '@/utils/model/failure';
import type { Level } from '@/utils/model/level';
import type { PageMemory } from '@/utils/model/page-memory';
import type { Report } from '@/utils/model/report';
import type { Sign } from '@/utils/model/sign';
import type { Verdict } from '@/utils/model/verdict';
import type { Speech } from '@/utils/words/speech';

/** A status component that concerns the assistant. */
export interface RowPart {
  id: string;
  name: string;
  sign: Sign;
  levelWords: string;
}

/** One that counts if the person wants it to. */
export interface OptionalPart extends RowPart {
  counts: boolean;
  /** "Claude API counts for me" */
  countsFor: string;
}

/** Core parts make the verdict, and of the others those that the person counts too. */
export interface RowParts {
  heading: string;
  core: RowPart[];
  othersHeading: string;
  others: OptionalPart[];
  /** What counting does. */
  why: string;
  presetNote: string | undefined;
}

/** Unknown because of what the report says, not because there is no report that could be believed now. */
const SAID_BY_THE_REPORT = new Set<UnknownReason>(['missing_component', 'unknown_word']);

function levelOfPart(report: Report, id: string): Level {
  const listed = report.components.find((component) => component.id === id);
  // A page that lists trouble only says of a part that it does not name that it is well.
  return listed?.level ?? (report.lists === 'incidents' ? 'operational' : 'unknown');
}

/** The page's own word on each part. Null when no reading holds for now. */
export function rowParts(
  assistant: Assistant,
  memory: PageMemory | undefined,
  verdict: Verdict,
  { counted, presetNote }: { counted: readonly string[]; presetNote: string | undefined },
  { t }: Speech,
): RowParts | null {
  const report = memory?.report ?? null;
  const page = statusPageOf(assistant, memory?.address);
  if (page === null || report === null || (verdict.reason !== null && !SAID_BY_THE_REPORT.has(verdict.reason)))
    return null;
  const partOf = ({ id, name }: AssistantPart): RowPart => {
    const level = levelOfPart(report, id);
    const shown = report.components.find((component) => component.id === id)?.name ?? name;
    return {
      id,
      name: shown,
      sign: level === 'operational' ? 'up' : level,
      levelWords: t(`level_${level}`),
    };
  };
  return {
    heading: t('popup_parts'),
    core: page.core.map(partOf),
    othersHeading: t('popup_parts_others'),
    others: page.features.map((feature) => {
      const part = partOf(feature);
      return { ...part, counts: counted.includes(part.id), countsFor: t('popup_part_counts', part.name) };
    }),
    why: t('popup_parts_why'),
    presetNote,
  };
}
