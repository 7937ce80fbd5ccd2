import type { Uptime } from '@/utils/model/uptime';
import type { Speech } from '@/utils/words/speech';

/** Rounded down, so that 100 % is said of nothing less. */
function percent(share: number, digits: number, { locale }: Speech): string {
  const floor = Math.floor(share * 100 * 10 ** digits + 1e-9) / (100 * 10 ** digits);
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { style: 'percent', ...places }).format(floor);
}

/** "99.82%"; where nothing is known, that. */
export function shareWords({ share }: Uptime, speech: Speech): string {
  if (share === null) return speech.t('history_share_unknown');
  return share === 1 ? percent(1, 0, speech) : percent(share, 2, speech);
}

/** "64% known"; null where all of it is, or nothing. */
export function knownWords({ share, known }: Uptime, speech: Speech): string | null {
  if (share === null || known >= 0.995) return null;
  if (known < 0.01) return speech.t('history_known_little');
  return speech.t('history_known', percent(known, 0, speech));
}
