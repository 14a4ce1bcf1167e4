/** One event as it came over the wire. */
export interface StreamEvent {
  event: string;
  data: string;
  id: string | null;
}

/** Reads a `text/event-stream` piece by piece (HTML standard, 9.2.6). Feed it text; it gives whole events. */
export function createEventStreamParser(): (text: string) => StreamEvent[] {
  let rest = '';
  let event = '';
  let id: string | null = null;
  let data: string[] = [];

  function take(line: string, out: StreamEvent[]): void {
    if (line === '') {
      if (data.length > 0) out.push({ event: event === '' ? 'message' : event, data: data.join('\n'), id });
      event = '';
      data = [];
      return;
    }
    const at = line.indexOf(':');
    const name = at === -1 ? line : line.slice(0, at);
    const value = at === -1 ? '' : line.slice(at + 1).replace(/^ /, '');
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id' && !value.includes('\0')) id = value;
  }

  return (text) => {
    const out: StreamEvent[] = [];
    rest += text;
    // A lone CR at the very end may be half of CRLF: wait for the next piece.
    const whole = rest.endsWith('\r') ? rest.slice(0, -1) : rest;
    const lines = whole.split(/\r\n|\n|\r/);
    const last = lines.pop() ?? '';
    rest = rest.endsWith('\r') ? `${last}\r` : last;
    for (const line of lines) take(line, out);
    return out;
  };
}
