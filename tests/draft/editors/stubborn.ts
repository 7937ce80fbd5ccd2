import type { Mount } from '../stage';

/** Adds words of its own to whatever is put in, and keeps them. */
export const mount: Mount = ({ place }) => {
  const field = document.createElement('textarea');
  field.addEventListener('input', () => {
    field.value = `${field.value.trim()}\nSent from my chat`;
  });
  place.append(field);
};
