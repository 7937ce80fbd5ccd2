import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { german, germanAt, hebrewAt } from '@/tests/fakes/other-languages';
import { NOON } from '@/tests/fakes/samples';
import { clockTime } from '@/utils/i18n/moments';

vi.mock('webextension-polyfill', () => ({
  default: { i18n: { getMessage: (key: never) => german(key), getUILanguage: () => 'de' } },
}));

const { createPageStore, PageSpeech, SpeechContext, useLanguage, useSpeech, useT } = await import(
  '@/utils/ui/page-context'
);

const { StoreContext, usePageStore } = createPageStore<{ count: number; add(): void }>();

function Title() {
  return <h1 {...useLanguage()}>{useT()('options_title')}</h1>;
}

function Clock() {
  const speech = useSpeech();
  return <time>{clockTime(speech.now, { ...speech, timeZone: 'UTC' })}</time>;
}

function Count() {
  const { count, add } = usePageStore();
  return <output data-can-add={typeof add === 'function'}>{count}</output>;
}

const render = (element: ReactNode) => renderToStaticMarkup(element);

it('components speak the language that is set above them', () => {
  expect(
    render(
      <SpeechContext value={germanAt(NOON)}>
        <Title />
      </SpeechContext>,
    ),
  ).toBe(`<h1 lang="de" dir="ltr">${german('options_title')}</h1>`);
  expect(
    render(
      <SpeechContext value={hebrewAt(NOON)}>
        <Title />
      </SpeechContext>,
    ),
  ).toContain('lang="he" dir="rtl"');
});

it('a page speaks the language of the browser, at the current time', () => {
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  const store = createStore(() => ({}));
  const page = (
    <PageSpeech store={store}>
      <Title />
      <Clock />
    </PageSpeech>
  );
  expect(render(page)).toBe(`<h1 lang="de" dir="ltr">${german('options_title')}</h1><time>12:00</time>`);
  vi.useRealTimers();
});

it('components read state and actions of the store above them', () => {
  const store = createStore(() => ({ count: 3, add: () => undefined }));
  expect(
    render(
      <StoreContext value={store}>
        <Count />
      </StoreContext>,
    ),
  ).toBe('<output data-can-add="true">3</output>');
});

it('a component outside of a page fails loudly', () => {
  expect(() => render(<Title />)).toThrow('SpeechContext');
  expect(() => render(<Count />)).toThrow('store');
});
