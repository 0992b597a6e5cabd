// The definition editor: the form and what is found follow what is typed; the newest answer wins.
const definition = $('[data-definition-editor]');
if (definition) {
  const source = $('#source');
  const frame = $('[data-form]');
  const part = name => $(`[data-${name}]`);
  let newest = 0;
  let timer = 0;

  const element = (tag, text, className) => {
    const one = document.createElement(tag);
    if (text) one.textContent = text;
    if (className) one.className = className;
    return one;
  };
  const paragraph = (...parts) => { const one = element('p'); one.append(...parts); return one; };

  const item = found => {
    const link = element('a', `Line ${found.line}, column ${found.column}`);
    link.href = '#source';
    link.dataset.line = found.line;
    link.dataset.column = found.column;
    const remedy = paragraph(`${found.remedy} `, element('span', found.rule, 'key'));
    remedy.className = 'hint';
    const one = element('li', '', `finding ${found.severity}`);
    one.append(paragraph(link, ' ', element('span', found.severity, 'finding-kind')), paragraph(found.what));
    if (found.text) one.append(paragraph(element('code', found.text)));
    one.append(remedy);
    return one;
  };

  const verdict = ({ usable, findings }) => {
    if (!usable) return 'This text cannot be used yet.';
    const count = findings.length;
    return count ? `It can be used. ${count} ${count === 1 ? 'remark' : 'remarks'}.` : 'Nothing: it follows every rule.';
  };

  const tell = said => {
    const text = verdict(said);
    if (part('verdict').textContent !== text) part('verdict').textContent = text;
    part('findings').replaceChildren(...said.findings.map(item));
    source.closest('.field').classList.toggle('wrong', !said.usable);
    if (said.usable) source.removeAttribute('aria-invalid');
    else source.setAttribute('aria-invalid', 'true');
    const host = (word, className) => name => {
      const one = element('li', '', className);
      one.append(element('strong', word), ' ', element('code', name));
      return one;
    };
    part('hosts').hidden = !said.added.length && !said.removed.length;
    part('hosts').querySelector('ul').replaceChildren(...said.added.map(host('New:', 'host-added')), ...said.removed.map(host('No longer:')));
    part('stale').hidden = said.usable;
    if (!said.usable) return;
    part('stale').textContent = 'The form shows the last text that could be used.';
    part('box').hidden = false;
    frame.src = frame.dataset.src;
  };

  const check = async () => {
    const mine = ++newest;
    try {
      const answer = await fetch(definition.dataset.live, { method: 'POST', body: new URLSearchParams({ source: source.value }) });
      if (!answer.ok || mine !== newest) return;
      const said = await answer.json();
      if (mine === newest) tell(said);
    } catch { }
  };

  source.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(check, 250); });
  definition.addEventListener('click', event => {
    const link = event.target.closest('[data-line]');
    if (!link) return;
    event.preventDefault();
    const before = source.value.split('\n').slice(0, link.dataset.line - 1);
    const start = before.reduce((sum, line) => sum + line.length + 1, 0);
    const at = Math.min(start + Number(link.dataset.column) - 1, source.value.length);
    source.focus();
    source.setSelectionRange(at, at);
    source.scrollTop = Math.max(0, source.scrollHeight * before.length / source.value.split('\n').length - source.clientHeight / 2);
  });
  part('live-note').hidden = false;
  part('check-note').hidden = true;
}
