import type { FilesReading } from '@/utils/model/attachments';
import { formatCount, plural, sentences } from './moments';
import type { Speech } from './speech';

/** How many of the files came along, and what kept the others. `count` is the number that the target accepted. */
function filesSaid(
  { files, total, isLimited }: FilesReading,
  count: number,
  { from, to }: { from: string; to: string },
  speech: Speech,
): string {
  const { t } = speech;
  if (count > 0 && count === total) return plural('transfer_files_came', count, speech);
  const amount =
    count === 0
      ? t('transfer_files_stay', from)
      : plural(
          'transfer_files_some',
          total - count,
          speech,
          formatCount(count, speech),
          formatCount(total, speech),
          from,
        );
  const refused = files.length - count;
  const reasons = [
    ...(isLimited ? [t('transfer_files_limit')] : []),
    ...(refused > 0 ? [plural('transfer_files_refused', refused, speech, to)] : []),
  ];
  return sentences([amount, ...reasons], speech) ?? '';
}

/** What to say for each number of files that the target may accept, from 0 to all. `from` and `to` are names. */
export function filesWords(reading: FilesReading, names: { from: string; to: string }, speech: Speech): string[] {
  return Array.from({ length: reading.files.length + 1 }, (_, count) => filesSaid(reading, count, names, speech));
}
