import { test } from '@playwright/test';
import { DraftPages } from '@/tests/draft/draft-pages';
import { FINDING } from '@/tests/draft/finding-samples';
import { LENGTHS } from '@/tests/draft/length-samples';
import { OUTCOMES } from '@/tests/draft/outcomes';
import { READING } from '@/tests/draft/reading-samples';
import { TEXTS, type TextName } from '@/tests/draft/texts';
import { hintsOf, TYPED } from '@/tests/draft/typed-samples';
import { expect } from './expect';

// All tests share one build and one browser.
test.describe.configure({ mode: 'default' });

const NAMES = Object.keys(TEXTS) as TextName[];
/** The test pages answer at once. Only the longest text uses the shipped timing. */
const QUICK = { quietMs: 100, capMs: 1_500 };
const UNHURRIED = { quietMs: 8_000, capMs: 30_000 };

let pages: DraftPages;

test.beforeAll(async () => {
  pages = await DraftPages.start();
});

test.afterAll(() => pages?.close());

for (const [editor, outcomes] of Object.entries(OUTCOMES)) {
  test.describe(editor, () => {
    for (const name of NAMES) {
      const kind = outcomes[name] ?? 'exact';
      test(`filling the text "${name}" into ${editor} ends as ${kind}, once and without sending`, async () => {
        const draft = await pages.openEditor(editor);
        const pace = name === 'huge' && kind === 'exact' ? undefined : QUICK;
        const outcome = await draft.fill(TEXTS[name], pace);
        expect(outcome).toMatchObject({ kind });
        test.info().annotations.push({ type: 'took', description: `${Math.round(await draft.tookMs())} ms` });
        const held = await draft.read();
        if (kind === 'exact') expect(held).toBe(TEXTS[name]);
        else if (kind !== 'altered') expect(held).toBe('');

        if (kind !== 'refused') {
          const before = await pages.pastes();
          expect(await draft.fill(TEXTS[name], QUICK)).toMatchObject({ kind: kind === 'altered' ? 'occupied' : kind });
          expect(await draft.read()).toBe(held);
          expect(await pages.pastes()).toBe(before);
        }
        expect(await pages.attachments()).toBe(kind === 'attached' ? 1 : 0);
        expect(await pages.sent()).toEqual([]);
      });
    }
  });
}

for (const editor of Object.keys(OUTCOMES).filter((name) => name !== 'adds-text')) {
  test(`filling a draft leaves text typed into ${editor} alone, and Enter sends that text`, async () => {
    const draft = await pages.openEditor(editor);
    await pages.editable.click();
    await pages.page.keyboard.type('mine');
    expect(await draft.fill(TEXTS.paragraphs, QUICK)).toEqual({ kind: 'occupied' });
    expect(await draft.read()).toBe('mine');
    expect(await pages.sent()).toEqual([]);
    await pages.page.keyboard.press('Enter');
    expect(await pages.sent()).not.toEqual([]);
  });
}

for (const editor of ['react', 'lexical', 'quill', 'tiptap', 'prosemirror']) {
  test(`two concurrent fills of ${editor} insert the text once`, async () => {
    const draft = await pages.openEditor(editor);
    expect(await draft.fillTwice(TEXTS.code)).toEqual([{ kind: 'exact' }, { kind: 'exact' }]);
    expect(await draft.read()).toBe(TEXTS.code);
  });
}

test('React receives the filled text', async () => {
  const draft = await pages.openEditor('react');
  await draft.fill(TEXTS.code, QUICK);
  await expect(pages.page.locator('output')).toHaveAttribute('data-length', String(TEXTS.code.length));
});

test('an editor that alters the filled text is reported as altered', async () => {
  const draft = await pages.openEditor('adds-text');
  const outcome = await draft.fill(TEXTS.line, QUICK);
  expect(outcome).toEqual({ kind: 'altered', lost: { characters: 3, lines: -1, blankLines: -1 } });
});

test('filling stops removing text once the user types', async () => {
  const draft = await pages.openEditor('prosemirror');
  const outcome = draft.fill(TEXTS.blanks, UNHURRIED);
  // The key has to come before the text counts as filled in. This looks with every frame.
  await pages.page.waitForFunction(() => document.querySelector('.ProseMirror')?.textContent.includes('Three'));
  await pages.page.keyboard.type('!');
  expect(await outcome).toEqual({ kind: 'altered', lost: { characters: -1, lines: 3, blankLines: 3 } });
  expect(await draft.read()).toBe('One.\nTwo, after a blank line.\nThree, after two.!');
});

for (const [name, { html, seen }] of Object.entries(READING)) {
  test(`the composer reader reads ${name}`, async () => {
    const draft = await pages.openMarkup(`<div contenteditable="true" style="min-height:40px">${html}</div>`);
    expect(await draft.read()).toBe(seen);
  });
}

for (const [name, { html, hints, id }] of Object.entries(FINDING)) {
  test(`the composer finder returns ${name}`, async () => {
    const draft = await pages.openMarkup(html);
    for (const field of await pages.page.locator('[autofocus]').all()) await field.focus();
    expect(await draft.find(hints)).toBe(id);
  });
}

for (const [name, sample] of Object.entries(TYPED)) {
  test(`the draft reader returns ${name}`, async () => {
    const draft = await pages.openMarkup(sample.html);
    for (const field of await pages.page.locator('[autofocus]').all()) await field.focus();
    expect(await draft.typed(hintsOf(sample))).toEqual(sample.is);
  });
}

for (const [name, { html, text, outcome }] of Object.entries(LENGTHS)) {
  test(`filling a draft is ${outcome.kind} for ${name}`, async () => {
    const draft = await pages.openMarkup(html);
    expect(await draft.fill(text, QUICK)).toEqual(outcome);
    await expect(pages.page.locator('textarea')).toHaveValue(outcome.kind === 'exact' ? text.replace('\r', '') : '');
  });
}

test('a draft is filled into a field in an open shadow root', async () => {
  const draft = await pages.openMarkup('<div><template shadowrootmode="open"><textarea></textarea></template></div>');
  expect(await draft.fill(TEXTS.code, QUICK)).toEqual({ kind: 'exact' });
  await expect(pages.page.locator('textarea')).toHaveValue(TEXTS.code);
});

test('half of a surrogate pair is filled in as a replacement character', async () => {
  const draft = await pages.openMarkup('<textarea></textarea>');
  expect(await draft.fill('Hi \ud83c', QUICK)).toEqual({ kind: 'exact' });
  await expect(pages.page.locator('textarea')).toHaveValue('Hi \ufffd');
});

test('filling waits until the modal that covers the composer is closed', async () => {
  const draft = await pages.openMarkup(
    '<textarea id="c"></textarea><dialog id="d"><textarea></textarea></dialog><script>d.showModal()</script>',
  );
  const found = draft.wait({ stableMs: 200, pollMs: 20, timeoutMs: 30_000 });
  await pages.page.evaluate(() => requestAnimationFrame(() => document.querySelector('dialog')?.close()));
  expect(await found).toBe('c');
});

test('filling waits until the composer is stable across in-page navigation', async () => {
  const draft = await pages.openMarkup('<main></main>');
  await pages.page.evaluate(() => {
    let count = 0;
    const timer = setInterval(() => {
      count += 1;
      const field = document.createElement('textarea');
      field.id = `composer-${count}`;
      document.querySelector('main')?.replaceChildren(field);
      location.hash = String(count);
      if (count === 5) clearInterval(timer);
    }, 60);
  });
  expect(await draft.wait({ stableMs: 1_000, pollMs: 20 })).toBe('composer-5');
});

test('filling gives up on a sign-in page', async () => {
  const draft = await pages.openMarkup('<input type="email" autofocus><input type="password">');
  expect(await draft.wait({ timeoutMs: 300, pollMs: 20 })).toBeNull();
});
