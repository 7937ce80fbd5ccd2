/** Composer markup of several editors, and the text that a user sees. */
export const READING: Readonly<Record<string, { html: string; seen: string }>> = {
  'a placeholder as empty': {
    html: '<p class="placeholder" contenteditable="false">Ask anything</p><p><br></p>',
    seen: '',
  },
  'a live paragraph whose style sheet says placeholder': { html: '<p class="placeholder:grey">Hi</p>', seen: 'Hi' },
  'an empty list': { html: '<ul><li><p><br></p></li></ul>', seen: '' },
  'white space from the page source': { html: '\n  <p>One</p>\n  <p> two\n words </p>\n', seen: 'One\ntwo words' },
  'text beside blocks': {
    html: 'one<div>two</div>three<div><br></div><div>four</div>',
    seen: 'one\ntwo\nthree\n\nfour',
  },
  'line breaks, of which the last holds only the caret': { html: '<p>a<br>b<br><br></p><p>c</p>', seen: 'a\nb\n\nc' },
  'newlines within preserved text': { html: '<p style="white-space:pre-wrap">a\n\n  b\tc\n</p>', seen: 'a\n\n  b\tc' },
  'no-break spaces and zero-width characters': {
    html: '<p>\u200b</p><p>a&nbsp;&nbsp;b\ufeff\u200b</p>',
    seen: '\na  b',
  },
  'zero-width joiners inside text': { html: '<p>👨‍👩‍👧 می‌خواهم</p>', seen: '👨‍👩‍👧 می‌خواهم' },
  'text without hidden and decorative parts': {
    html: '<p>a<span hidden>x</span><span aria-hidden="true">y</span></p>',
    seen: 'a',
  },
  'a mention and an emoji image': {
    html: '<p>ask <span contenteditable="false">@Ann</span> <img alt="🙂"></p>',
    seen: 'ask @Ann 🙂',
  },
  'code from ProseMirror': {
    html: '<p>Look:</p><pre><code class="language-ts">if (a) {\n  b();\n\n}</code></pre>',
    seen: 'Look:\n```ts\nif (a) {\n  b();\n\n}\n```',
  },
  'code from Lexical': {
    html: '<code style="display:block;white-space:pre-wrap" data-language="js"><span>a();</span><br><span>  b();</span></code>',
    seen: '```js\na();\n  b();\n```',
  },
  'code from Quill': {
    html: '<div class="ql-code-block-container" style="white-space:pre-wrap"><div class="ql-code-block" data-language="plain">a</div><div class="ql-code-block">  b</div></div>',
    seen: '```\na\n  b\n```',
  },
  'code that contains fences': { html: '<pre>```\nx\n```</pre>', seen: '````\n```\nx\n```\n````' },
  'lists within lists': {
    html: '<ul><li><p>a</p><ol start="3"><li><p>b</p><p>c</p></li><li>d</li></ol></li></ul>',
    seen: '- a\n  3. b\n     c\n  4. d',
  },
  'lists from Quill': {
    html: '<ol><li data-list="bullet"><span class="ql-ui" contenteditable="false"></span>a</li><li data-list="bullet" class="ql-indent-1">b</li><li data-list="ordered">c</li><li data-list="ordered">d</li></ol>',
    seen: '- a\n  - b\n1. c\n2. d',
  },
  'a heading and a quote': { html: '<h2>T</h2><blockquote><p>a</p><p>b</p></blockquote>', seen: '## T\n> a\n> b' },
};
