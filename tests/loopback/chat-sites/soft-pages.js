// Switches between the site's views without a page load. The hidden view is in the template.
export {};

const stash = /** @type {HTMLTemplateElement} */ (document.querySelector('template'));

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-soft]') : null;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show();
});

addEventListener('popstate', show);

function show() {
  const wanted = location.pathname === stash.dataset.ordinaryPath ? 'ordinary' : 'chat';
  const next = stash.content.querySelector(`[data-view="${wanted}"]`);
  const current = document.querySelector('body > [data-view]');
  if (next === null || current === null) return;
  current.replaceWith(next);
  stash.content.append(current);
  document.title = document.querySelector('h1')?.textContent ?? '';
  document.querySelector('textarea')?.focus();
}
