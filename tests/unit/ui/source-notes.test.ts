import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { popupMarkup, rowMarkup } from '@/tests/fakes/popup-markup';
import { NOW } from '@/tests/gallery/moments';
import { CALM, GRANTED, page, verdict } from '@/tests/gallery/pieces';
import { assistantOf } from '@/utils/assistants/lookups';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { sourceNotes, sourceOf } from '@/utils/ui/text';

const speech = englishAt(NOW);
const OTHER = { host: 'anthropic.statuspage.io', until: NOW };

describe('the source of a status', () => {
  it('has no note when the page lists the chat and its own host answered', () => {
    expect(sourceNotes(assistantOf('claude'), page('claude'), speech)).toEqual([]);
    expect(sourceOf(assistantOf('claude'), speech.t)).toBe('status.claude.com');
  });

  it('names the component that stands for a chat that the page does not list', () => {
    const huggingchat = assistantOf('huggingchat');
    expect(sourceNotes(huggingchat, undefined, speech)).toEqual([english('popup_stand_in', 'Huggingface Hub')]);
    expect(sourceOf(huggingchat, speech.t)).toContain(english('source_stand_in', 'Huggingface Hub'));
  });

  it('names the other host while the page is read there', () => {
    const note = english('popup_other_host', 'status.claude.com', OTHER.host);
    expect(sourceNotes(assistantOf('claude'), page('claude', 'operational', { otherHost: OTHER }), speech)).toEqual([
      note,
    ]);
  });

  it('is noted in the open row', () => {
    const status = {
      ...CALM,
      pages: { huggingchat: page('huggingchat') },
      verdicts: { huggingchat: verdict('huggingchat', 'operational') },
    };
    const options = { ...DEFAULT_OPTIONS, watched: ['huggingchat' as const] };
    const popup = popupMarkup({ status, options, access: GRANTED, opened: new Set(['huggingchat' as const]) }, NOW);
    expect(rowMarkup(popup, 'huggingchat')).toContain(english('popup_stand_in', 'Huggingface Hub'));
  });
});
