import type { Status } from '@/utils/model/status';
import type { GalleryState } from '../gallery-state';
import { MINUTE, NOW } from '../moments';
import { incident, popup, TROUBLE, verdict } from '../pieces';

function saying(title: string, texts: string[]): Status {
  const updates = texts.map((text, index) => ({
    at: NOW - (15 + index * 17) * MINUTE,
    phase: index === 0 ? ('identified' as const) : ('investigating' as const),
    text,
  }));
  const leading = incident({ title, updates });
  const other = incident({ id: 'other', title: `${title} (2)`, impact: 'none' });
  const claude = verdict('claude', 'partial_outage', {
    since: NOW - 47 * MINUTE,
    incidents: [leading],
    otherIncidents: [other],
  });
  return { ...TROUBLE, verdicts: { ...TROUBLE.verdicts, claude } };
}

const LONG = saying(
  'Failing messages, slow replies and broken uploads for people in several regions who use Projects, Artifacts or connectors',
  [
    `${'We are still working on it and will write again as soon as there is more to say. '.repeat(9)}See https://status.example.com/${'a-very-long-address-'.repeat(8)}`,
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2),
  ],
);

const ARABIC = saying('أخطاء متزايدة في المحادثات', [
  'حددنا السبب ونعمل على إصلاحه الآن. قد تفشل بعض الرسائل في Claude Opus 5.5 حتى ذلك الحين.',
  'نحقق في بلاغات عن رسائل لا تصل.',
]);

const HEBREW = saying('שגיאות רבות בשיחות', [
  'הסיבה ידועה ואנחנו עובדים על תיקון. חלק מההודעות ב־claude.ai עדיין נכשלות.',
]);

export const TEXT_STATES: Record<string, GalleryState> = {
  'long-texts': popup(LONG),
  'long-texts-details': popup(LONG, { opened: ['claude'] }),
  'right-to-left-arabic': popup(ARABIC, { opened: ['claude'] }),
  'right-to-left-hebrew': popup(HEBREW),
};
