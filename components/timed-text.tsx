import type { Timed } from '@/utils/ui/timed';

/** A text about a moment, with the whole moment in its tooltip. */
export function TimedText({ value }: { value: Timed }) {
  return <span {...(value.full === null ? {} : { title: value.full })}>{value.text}</span>;
}
