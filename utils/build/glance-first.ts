import type { Plugin } from 'vite';

const STYLE_LINK = /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;
const MODULE = /[ \t]*<script type="module"[^>]*><\/script>\n?/g;

/**
 * The page with its styles in its markup, and its modules after all else of it. `sheetOf` gives the text of a style
 * sheet by its path, null when there is none: then the link stays. Beside each a disabled link, which browsers do not
 * fetch, tells Vite's preloading of what comes later that this sheet is there.
 */
export function withGlanceFirst(html: string, sheetOf: (path: string) => string | null): string {
  const modules = html.match(MODULE) ?? [];
  return html
    .replace(MODULE, '')
    .replace(STYLE_LINK, (link, path: string) => {
      const sheet = sheetOf(path);
      return sheet === null ? link : `<style>${sheet}</style><link rel="stylesheet" disabled href="/${path}">`;
    })
    .replace('</body>', () => `${modules.join('')}</body>`);
}

/**
 * On a page that runs `glance.js` nothing else is fetched before the first paint: docs/performance.md has what that is
 * worth. All other pages go on sharing their styles as files.
 */
export function glanceFirst(): Plugin {
  return {
    name: 'glance-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) =>
        html.includes('src="/glance.js"')
          ? withGlanceFirst(html, (path) => {
              const sheet = bundle?.[path];
              return sheet?.type === 'asset' ? String(sheet.source) : null;
            })
          : html,
    },
  };
}
