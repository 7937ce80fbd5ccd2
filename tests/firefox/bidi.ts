import { WebSocket } from 'ws';

interface Answer {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: unknown;
  error?: string;
  message?: string;
}

/** An error of the browser. */
export class BidiError extends Error {
  constructor(
    /** An error code of WebDriver, such as "no such node". */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A WebDriver BiDi session with Firefox. */
export class Bidi {
  #count = 0;
  readonly #waiting = new Map<number, (answer: Answer) => void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  static async connect(url: string): Promise<Bidi> {
    const socket = new WebSocket(url);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve());
      socket.once('error', reject);
    });
    return new Bidi(socket);
  }

  /** Rejects with a `BidiError`. */
  async send<T>(method: string, params: object = {}): Promise<T> {
    this.#count += 1;
    const id = this.#count;
    const answer = await new Promise<Answer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.socket.send(JSON.stringify({ id, method, params }));
    });
    this.#waiting.delete(id);
    if (answer.type === 'error') throw new BidiError(answer.error ?? '', `${method}: ${answer.message}`);
    return answer.result as T;
  }
}
