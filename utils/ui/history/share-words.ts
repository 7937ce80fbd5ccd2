import type { Uptime } from '@/utils/model/uptime';
import type { Speech } from '@/utils/words/speech';

/** Rounded down, so that 100 % is said of nothing less. */
function percent(share: number, digits: number, { locale }: Speech): string {
  const floor = Math.floor(share * 100 * 10 ** digits + 1e-9) / (100 * 10 ** digits);
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { style: 'percent', ...places }).format(floor);
}

/** "99.82%"; "not known" where too little is known. */
export function shareWords({ share }: Uptime, speech: Speech): string {
  if (share === null) return speech.t('history_share_unknown');
  return share === 1 ? percent(1, 0, speech) : percent(share, 2, speech);
}

/** "64% known"; null where all of it is, or nothing. No percentage of less than a tenth. */
export function knownWords({ known }: Uptime, speech: Speech): string | null {
  if (known === 0 || known >= 0.995) return null;
  if (known < 0.1) return speech.t('history_known_little');
  return speech.t('history_known', percent(known, 0, speech));
}
