const NAMES = ['attach', 'file', 'thumbnail', 'pasted'];
const ATTACHMENT = NAMES.flatMap((name) =>
  ['data-testid', 'class', 'aria-label'].map((attribute) => `[${attribute}*="${name}" i]`),
).join(', ');

/** The frame of a composer: what surrounds it without being the page. */
export function frameOf(composer: Element): Element {
  const isFrame = (element: Element) => element.clientHeight < innerHeight / 2 && element !== document.body;
  let frame = composer.closest('form, fieldset') ?? composer;
  for (let outer = frame.parentElement; outer !== null && isFrame(outer); outer = outer.parentElement) frame = outer;
  return frame === composer ? (composer.parentElement ?? composer) : frame;
}

/** How many things beside the composer look like attachments; the button that adds one may be among them. */
export function countAttachments(composer: Element): number {
  const matches = [...frameOf(composer).querySelectorAll(ATTACHMENT)];
  return matches.filter((match) => !match.contains(composer) && !composer.contains(match) && match.checkVisibility())
    .length;
}
