import type { Mark } from '@/utils/ui/mark';

/** Beside a name that says the same, so nothing is lost to whoever does not see it. */
export function AssistantMark({ mark }: { mark: Mark }) {
  return (
    <span className="mark" data-colour={mark.colour} aria-hidden="true">
      {mark.initial}
    </span>
  );
}
