import type { PopupView } from '@/utils/ui/popup-view';
import { OutsideLink } from './outside-link';

/** Who can be gone on with, the person's first choice foremost, or that nobody is known to be up. */
export function WaysOn({ ways }: { ways: NonNullable<PopupView['ways']> }) {
  return (
    <div className="ways">
      {ways.nobody !== null && <p className="quiet">{ways.nobody}</p>}
      {ways.links.map((link, index) => (
        <OutsideLink key={link.assistantId} url={link.url} className={index === 0 ? 'button primary' : 'button'}>
          {link.label}
        </OutsideLink>
      ))}
    </div>
  );
}
