/** Cookies kept by hand, for callers outside a browser. Knows names and values only: one jar, one server. */
export interface CookieJar {
  header(): Record<string, string>;
  keep(response: Response): void;
}

/** An empty jar. A cookie set empty or with `Max-Age=0` is dropped. */
export function createCookieJar(): CookieJar {
  const cookies = new Map<string, string>();
  return {
    header(): Record<string, string> {
      if (cookies.size === 0) return {};
      return { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    },
    keep(response) {
      for (const line of response.headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split(';');
        const at = pair.indexOf('=');
        if (at < 1) continue;
        const name = pair.slice(0, at).trim();
        const value = pair.slice(at + 1).trim();
        const ended = attributes.some((attribute) => /^\s*max-age=(0|-\d+)\s*$/i.test(attribute));
        if (value === '' || ended) cookies.delete(name);
        else cookies.set(name, value);
      }
    },
  };
}
