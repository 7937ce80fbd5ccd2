import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Mount, Stage } from '../stage';

/** A controlled field: text that React does not receive is lost at the next render. */
function Chat({ send }: Pick<Stage, 'send'>) {
  const [text, setText] = useState('');
  return (
    <>
      <textarea
        placeholder="Ask anything"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && send('react')}
      />
      <output data-length={text.length} />
    </>
  );
}

export const mount: Mount = ({ place, send }) => createRoot(place).render(<Chat send={send} />);
