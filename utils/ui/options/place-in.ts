import type { Speech } from '@/utils/words/speech';

interface Move {
  label: string;
  /** False at the end of the list. */
  isPossible: boolean;
}

/** Where one stands in an order that the person makes. */
export interface Place {
  /** "ChatGPT: 1 of 4", said when it was moved. */
  position: string;
  up: Move;
  down: Move;
}

export function placeIn(name: string, index: number, length: number, { t, locale }: Speech): Place {
  const number = new Intl.NumberFormat(locale);
  return {
    position: t('order_position', name, number.format(index + 1), number.format(length)),
    up: { label: t('order_up_for', name), isPossible: index > 0 },
    down: { label: t('order_down_for', name), isPossible: index < length - 1 },
  };
}
