import { escapeHtml } from './escape-html';
import type { PageState } from './page-state';
import type { LoopbackPage } from './pages/loopback-page';
import { componentWord } from './statuspage-words';

/** The HTML of a status page, with the current state. */
export function statusHome(page: LoopbackPage, state: PageState): string {
  const components = state.components.map(
    ({ component, level }) => `<li>${escapeHtml(component.name)}: ${componentWord(level)}</li>`,
  );
  const incidents = state.incidents.map(({ title, phase, updates }) => {
    const lines = updates.map(({ shownAt, text }) => `<p>${new Date(shownAt).toISOString()}: ${escapeHtml(text)}</p>`);
    return `<h2>${escapeHtml(title)} (${phase})</h2>${lines.join('')}`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.name)}: status</title>
<h1>${escapeHtml(page.name)}: status</h1>
<p>A stand-in for ${page.host}.</p>
<ul>${components.join('')}</ul>
${incidents.join('\n')}
</html>`;
}
