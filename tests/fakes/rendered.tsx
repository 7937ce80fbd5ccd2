import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SpeechContext } from '@/utils/ui/page-context';
import { englishAt } from './english';

/** The markup of components as a page first shows them: in English, at a given time. Effects and clicks do not run. */
export function markupOf(element: ReactNode, now: number): string {
  return renderToStaticMarkup(<SpeechContext value={englishAt(now)}>{element}</SpeechContext>);
}

/** The texts in the markup, without the names that only screen readers get. Elements are separated by spaces. */
export function textOf(element: ReactNode, now: number): string {
  return markupOf(element, now)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
