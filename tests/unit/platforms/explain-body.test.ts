import { describe, expect, it } from 'vitest';
import { rss, xaiItem } from '@/tests/fixtures/feeds/documents';
import { summary } from '@/tests/fixtures/statuspage/documents';
import { explainBody } from '@/utils/platforms/explain-body';

const page = (title: string, body = '') => `<!doctype html>\n<html lang="en"><title>${title}</title>${body}</html>`;

/** The bytes of another charset, read as UTF-8. */
const misread = (text: string, charset: BufferEncoding) => Buffer.from(text, charset).toString('utf8');

describe('a body that is not what was due is', () => {
  it.each([
    ['a web page', page('Status')],
    ['a web page that begins with a comment', `<!-- built --> ${page('Status')}`],
    ['XHTML', `<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html></html>`],
    ['a web page with half letters', misread(page('Größe'), 'latin1')],
    [
      'a web page that loads scripts of a guard’s maker',
      page('Status', '<script src="/cdn-cgi/challenge-platform/x">'),
    ],
    ['a web page with a link to sign in', page('Status', '<a href="/login">Log in</a><input type="email">')],
  ])('html: %s', (_, body) => {
    expect(explainBody(body)).toBe('html');
  });

  it.each([
    ['a form with a password', page('Welcome', '<form><input name="p" type="password"></form>')],
    ['a title', page('Sign in to continue')],
    ['another title', page('Acme | Login')],
    ['what a hotspot tells devices', page('Hello', '<!-- <WISPAccessGatewayParam> -->')],
    ['the title of a hotspot', page('Airport Hotspot')],
  ])('sign_in: %s', (_, body) => {
    expect(explainBody(body)).toBe('sign_in');
  });

  it.each([
    ['Cloudflare’s, by its title', page('Just a moment...')],
    ['Cloudflare’s, by its settings', page('status.example', '<script>window._cf_chl_opt={}</script>')],
    ['another’s, by its title', page('Verify you are human')],
    ['one that asks', page('Are you human?')],
    ['DataDome’s', page('status.example', '<script src="https://ct.captcha-delivery.com/c.js"></script>')],
    ['one with a form for a password beside it', page('Just a moment...', '<input type="password">')],
  ])('challenge: %s', (_, body) => {
    expect(explainBody(body)).toBe('challenge');
  });

  it.each([
    ['half of a document', summary().slice(0, 200)],
    ['all but the last bracket', summary().slice(0, -1)],
    ['a text that is not closed', '{"page":{"name":"a \\" b'],
    ['a list', '[{"id":"a"},'],
    ['a document cut in the middle of a letter', '{"name":"Gr\uFFFD'],
    ['half a feed', rss([xaiItem()]).slice(0, -10)],
    ['a feed that begins only', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>A'],
  ])('truncated: %s', (_, body) => {
    expect(explainBody(body)).toBe('truncated');
  });

  it.each([
    ['wide letters read as narrow ones', misread('{"page":{}}', 'utf16le')],
    ['bytes that are no text', '\u001f\uFFFD\b\0\0\0'],
    ['half of such bytes', misread('{"page":{"na', 'utf16le')],
  ])('wrong_charset: %s', (_, body) => {
    expect(explainBody(body)).toBe('wrong_charset');
  });

  it.each([
    ['nothing', ''],
    ['words', 'Service temporarily unavailable'],
    ['JSON with something behind it', '{"page":{}} ok'],
    ['brackets in a text alone', '{"a":"{["} x'],
    ['XML of another kind', '<Error><Code>AccessDenied</Code></Error>'],
    ['a feed with a document type', `<!DOCTYPE rss [<!ENTITY a "b">]>${rss([])}`],
  ])('not_json: %s', (_, body) => {
    expect(explainBody(body)).toBe('not_json');
  });
});

it.each(['<!-- a -->', '<input type', '<title>', '</a', '{"', '[', '\0'])(
  'a long body of %j is told in no time',
  (piece) => {
    const body = piece.repeat(200_000);
    expect(['not_json', 'truncated', 'wrong_charset', 'html']).toContain(explainBody(body));
    expect(explainBody(`<html>${body}`)).toBe('html');
  },
);
