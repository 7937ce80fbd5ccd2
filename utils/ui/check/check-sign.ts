import type { Cause } from '@/utils/model/diagnosis';
import type { MakerFinding } from '@/utils/model/findings';
import type { Sign } from '@/utils/model/sign';
import type { DiagnosisRow } from '@/utils/rules/diagnosis-rows';

const OF_CAUSES: Record<Cause, Sign> = {
  them: 'degraded',
  maybe_them: 'suspected',
  maintenance: 'maintenance',
  connection: 'offline',
  between: 'unknown',
  limit: 'unknown',
  signed_out: 'unknown',
  part: 'unknown',
  nothing: 'unknown',
  unclear: 'unknown',
};

/** The shape beside a diagnosis: the maker's own level where it is the maker's word, and "up" only where all was seen. */
export function signOfDiagnosis({ name, cause }: DiagnosisRow, maker: MakerFinding | null): Sign {
  if (name === 'all_well') return 'up';
  if (name === 'told_parts') return 'degraded';
  const isTold = cause === 'them' || name === 'told_models';
  if (isTold && maker !== null && maker.level !== 'operational') return maker.level;
  return OF_CAUSES[cause];
}
