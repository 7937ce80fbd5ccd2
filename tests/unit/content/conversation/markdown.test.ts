import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { markdownOf } from '@/utils/content/conversation/markdown';

function read(html: string, keepsLines = false) {
  const { document } = parseHTML(`<!doctype html><html><body><div id="turn">${html}</div></body></html>`);
  const turn = document.querySelector('#turn');
  if (turn === null) throw new Error('no turn');
  return markdownOf(turn as unknown as Element, { keepsLines: () => keepsLines });
}
const text = (html: string, keepsLines = false): string => read(html, keepsLines).text;

describe('markdownOf', () => {
  it.each([
    ['paragraphs', '<p>One\n  line</p><p>Two</p>', 'One line\n\nTwo'],
    ['line breaks', '<p>One<br>Two</p>', 'One\nTwo'],
    ['emphasis', '<p>A <strong>bold</strong> and <em>soft </em>word</p>', 'A **bold** and *soft* word'],
    ['headings', '<h2>Plan <b>B</b></h2><p>Text</p>', '## Plan **B**\n\nText'],
    ['inline code', '<p>Use <code>a `b`</code> here</p>', 'Use `` a `b` `` here'],
    ['a rule', '<p>A</p><hr><p>B</p>', 'A\n\n---\n\nB'],
    ['quotes', '<blockquote><p>A</p><p>B</p></blockquote>', '> A\n>\n> B'],
    ['links', '<p><a href="https://a.example/b">text</a></p>', '[text](https://a.example/b)'],
    ['bare links', '<p><a href="https://a.example/b">https://a.example/b</a></p>', 'https://a.example/b'],
    ['links that run scripts as text', '<p><a href="javascript:alert(1)">text</a></p>', 'text'],
    ['lists', '<ul><li>A</li><li><p>B</p><ul><li>C</li></ul></li></ul>', '- A\n- B\n  - C'],
    ['numbered lists', '<ol start="3"><li>A</li><li>B</li></ol>', '3. A\n4. B'],
    [
      'tasks',
      '<ul><li><input type="checkbox" checked>Done</li><li><input type="checkbox">Open</li></ul>',
      '- [x] Done\n- [ ] Open',
    ],
    [
      'tables',
      '<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1|2</td><td><b>3</b></td></tr></tbody></table>',
      '| A | B |\n| --- | --- |\n| 1\\|2 | **3** |',
    ],
    ['code', '<pre><code class="language-ts">const a = 1;\n  b();\n</code></pre>', '```ts\nconst a = 1;\n  b();\n```'],
    ['code with fences', '<pre><code>```\nx\n```</code></pre>', '````\n```\nx\n```\n````'],
    [
      'code with a label above',
      '<pre><div>Python<button>Copy</button></div><code>x = 1</code></pre>',
      '```python\nx = 1\n```',
    ],
    [
      'code in a figure',
      '<figure><figcaption>Shell</figcaption><pre><code>ls</code></pre></figure>',
      '```shell\nls\n```',
    ],
    ['all code elements of a block', '<pre><code>a = 1</code><code>b = 2</code></pre>', '```\na = 1\nb = 2\n```'],
    [
      'code in lines of its own element',
      '<pre><code class="language-py">a = 1</code>\n<code>  b = 2\n</code>\n</pre>',
      '```py\na = 1\n  b = 2\n```',
    ],
    [
      'code beside the numbers of its lines',
      '<pre><code><span>1\n</span><span>2\n</span></code><code>a = 1\nb = 2</code></pre>',
      '```\na = 1\nb = 2\n```',
    ],
    ['a line of code that is a number', '<pre><code>1</code>\n<code>2 3</code></pre>', '```\n1\n2 3\n```'],
    ['lines of code that are numbers', '<pre><code>1\n2</code>\n<code>3</code></pre>', '```\n1\n2\n3\n```'],
    ['text with code in it', '<pre>Run <code>a</code>, then <code>b</code>.</pre>', '```\nRun a, then b.\n```'],
    ['code of numbers alone', '<pre><code>1\n2</code></pre>', '```\n1\n2\n```'],
    [
      'a line of code in each block element',
      '<pre><code><div>if x:</div><div>  y()</div><div><br></div><div>z()</div></code></pre>',
      '```\nif x:\n  y()\n\nz()\n```',
    ],
    [
      'a line of code in each block element that ends with a break',
      '<pre><div>a\n</div><div>\n</div><div>b</div></pre>',
      '```\na\n\nb\n```',
    ],
    [
      'a line of code in each element that is a block by its style',
      '<pre><code><span style="display: flex">a</span><span style="display:block">b</span></code></pre>',
      '```\na\nb\n```',
    ],
    [
      'code in the rows of a table',
      '<pre><table><tr><td><code>a</code></td></tr><tr><td><code>b</code></td></tr></table></pre>',
      '```\na\nb\n```',
    ],
    ['line breaks in inline code', '<p><code>a<br>b</code></p>', '`a b`'],
    [
      'formulas',
      '<p>So <span class="katex"><span class="katex-mathml"><math><annotation encoding="application/x-tex">a^2</annotation></math></span><span aria-hidden="true">a2</span></span>.</p>',
      'So $a^2$.',
    ],
    [
      'displayed formulas',
      '<span class="katex-display"><span class="katex"><math><annotation encoding="application/x-tex">E=mc^2</annotation></math></span></span>',
      '$$E=mc^2$$',
    ],
    ['formulas in an attribute', '<p><span data-math="x_1">x1</span></p>', '$x_1$'],
    ['block elements in inline ones', '<span><p>A</p><p>B</p></span>', 'A\n\nB'],
    ['custom elements', '<message-content><p>A</p></message-content>', 'A'],
  ])('writes %s', (_, html, markdown) => {
    expect(text(html)).toBe(markdown);
  });

  it.each([
    ['scripts', '<p>A</p><script>alert(1)</script>'],
    ['styles', '<style>p { color: red }</style><p>A</p>'],
    ['controls', '<p>A</p><button>Copy</button><div role="toolbar">Edit</div>'],
    ['text for screen readers', '<h5 class="sr-only">You said:</h5><p>A</p>'],
    ['hidden elements', '<p>A</p><div hidden>B</div><span aria-hidden="true">C</span>'],
    ['templates', '<template><p>B</p></template><p>A</p>'],
    ['decorations', '<img alt="" src="x.png"><svg><text>B</text></svg><p>A</p>'],
  ])('leaves out %s', (_, html) => {
    expect(read(html)).toEqual({ text: 'A', named: 0 });
  });

  it('keeps the line breaks that an element shows', () => {
    expect(text('<div>One\n\n  Two</div>', true)).toBe('One\n\nTwo');
    expect(text('<div>One\n\n  Two</div>', false)).toBe('One Two');
  });

  it('names images and files, and counts them', () => {
    expect(
      read('<p>See <img alt="A cat" src="https://a.example/1"></p><img src="https://a.example/dog.png?x=1">'),
    ).toEqual({
      text: 'See [image: A cat]\n\n[image: dog.png]',
      named: 2,
    });
    expect(read('<div data-testid="file-thumbnail"><h3>report.pdf</h3><p>120 lines</p></div><p>Read this</p>')).toEqual(
      {
        text: '[file: report.pdf]\n\nRead this',
        named: 1,
      },
    );
    expect(read('<video title="A film"></video>')).toEqual({ text: '[video: A film]', named: 1 });
  });

  it('survives elements that are nested without end', () => {
    const deep = `${'<div>'.repeat(3_000)}deep${'</div>'.repeat(3_000)}`;
    expect(text(deep)).toBe('deep');
  });
});
