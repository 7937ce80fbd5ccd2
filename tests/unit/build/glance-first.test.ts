import { describe, expect, it } from 'vitest';
import { withGlanceFirst } from '@/utils/build/glance-first';

const page = `<html>
  <head>
    <title>Understudy</title>
    <script type="module" crossorigin src="/chunks/a.js"></script>
    <script type="module" crossorigin src="/chunks/b.js"></script>
    <link rel="stylesheet" crossorigin href="/assets/a.css">
  </head>
  <body>
    <div id="root"></div>
    <script src="/glance.js"></script>
  </body>
</html>`;

describe('withGlanceFirst', () => {
  it('leaves one thing to be fetched before the glance, itself, and keeps the order of the rest', () => {
    const sheets = new Map([['assets/a.css', "h1::before{content:'$&'}"]]);
    const changed = withGlanceFirst(page, (path) => sheets.get(path) ?? null);
    expect(changed).toContain("<style>h1::before{content:'$&'}</style>");
    expect(changed.match(/<link[^>]*>/g)).toEqual(['<link rel="stylesheet" disabled href="/assets/a.css">']);
    const scripts = [...changed.matchAll(/src="([^"]+)"/g)].map(([, src]) => src);
    expect(scripts).toEqual(['/glance.js', '/chunks/a.js', '/chunks/b.js']);
    expect(changed.indexOf('/chunks/a.js')).toBeGreaterThan(changed.indexOf('id="root"'));
  });

  it('lets a style sheet stay a link that it does not know', () => {
    expect(withGlanceFirst(page, () => null)).toContain('href="/assets/a.css"');
  });
});
