// A browser without a screen: it keeps cookies by host, follows redirects, sends forms, and says what browsers say of
// themselves.

/** What `&amp;` and its kind stand for. */
export function unescapeHtml(text) {
  const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (name) return named[name] ?? all;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

/** An attribute of the first tag that matches, unescaped. */
export function attribute(html, tag, name) {
  const found = html.match(tag);
  const value = found?.[0].match(new RegExp(`\\s${name}="([^"]*)"`));
  return value ? unescapeHtml(value[1]) : null;
}

export class Agent {
  #jars = new Map();

  /** One request; a redirect is not followed. `form` makes it a POST. */
  async request(url, { form, headers = {} } = {}) {
    const { host } = new URL(url);
    const jar = this.#jars.get(host) ?? new Map();
    this.#jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      body: form && new URLSearchParams(form),
      headers: {
        accept: 'text/html', 'sec-fetch-dest': 'document', 'sec-fetch-mode': 'navigate',
        ...(form && { 'sec-fetch-site': 'same-origin', origin: new URL(url).origin }),
        ...(cookie && { cookie }),
        ...headers,
      },
    });
    for (const line of answer.headers.getSetCookie()) keep(jar, line);
    const location = answer.headers.get('location');
    return { url, status: answer.status, location: location && new URL(location, url).href, text: await answer.text() };
  }

  /** Goes where redirects lead, until `until(url)` or a page. Gives that page, or the address it stopped before. */
  async go(url, options, until = () => false) {
    let answer = await this.request(url, options);
    for (let hops = 0; answer.location && hops < 20; hops += 1) {
      if (until(answer.location)) return { stopped: answer.location };
      answer = await this.request(answer.location);
    }
    return answer;
  }
}

function keep(jar, line) {
  const [pair, ...attributes] = line.split(';').map((part) => part.trim());
  const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const over = attributes.some((text) => /^max-age=0$/i.test(text)
    || (/^expires=/i.test(text) && new Date(text.slice(8)) <= new Date()));
  if (over || value === '') jar.delete(name);
  else jar.set(name, value);
}
