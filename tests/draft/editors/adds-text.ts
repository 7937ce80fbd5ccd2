import type { Mount } from '../stage';

/** Adds its own words to inserted text and keeps them. */
export const mount: Mount = ({ place }) => {
  const field = document.createElement('textarea');
  field.addEventListener('input', () => {
    field.value = `${field.value.trim()}\nSent from my chat`;
  });
  place.append(field);
};
