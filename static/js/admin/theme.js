// The theme editor: both modes of the real page follow what is typed; the newest answer wins.
const editor = $('[data-theme-editor]');
if (editor) {
  const frames = $$('.pane-frame');
  const tool = Object.fromEntries([...$$('[data-tool]')].map(one => [one.dataset.tool, one]));
  let newest = 0;
  let timer = 0;
  let pages = null;
  let badge = true;

  const post = frame => {
    const page = pages && pages[frame.dataset.pane];
    frame.contentWindow.postMessage({
      type: 'theme_draft',
      page: page && { ...page, css: tool.surface.value ? page.layer_css : page.css, badge },
      mode: frame.dataset.pane,
      appName: editor.dataset.appName,
      rtl: tool.rtl.checked,
      forced: tool.sight.value === 'forced',
    }, location.origin);
  };

  const fit = () => {
    for (const frame of frames) {
      const box = frame.parentElement;
      const width = Number(tool.width.value);
      const scale = Math.min(1, box.clientWidth / width);
      frame.style.inlineSize = `${width}px`;
      frame.style.blockSize = `${box.clientHeight / scale}px`;
      frame.style.transform = `scale(${scale})`;
      frame.style.marginInline = scale === 1 ? 'auto' : '';
      frame.dataset.sight = tool.sight.value;
    }
  };

  const tell = problems => {
    for (const field of editor.querySelectorAll('[data-path]')) {
      const text = problems[field.dataset.path];
      const problem = field.querySelector('.problem');
      const input = field.querySelector('.input, .file');
      problem.hidden = !text;
      problem.querySelector('span').textContent = text || '';
      field.classList.toggle('wrong', !!text);
      if (text) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }
  };

  const item = (text, ratio) => {
    const one = document.createElement('li');
    one.append(text);
    if (ratio) {
      const number = document.createElement('span');
      number.textContent = ratio;
      one.append(' ', number);
    }
    return one;
  };

  const prove = sheet => {
    const place = $(`[data-sheet=${sheet.mode}]`);
    const verdict = place.querySelector('[data-verdict]');
    const bad = sheet.failing.length;
    verdict.classList.toggle('bad', bad > 0);
    verdict.textContent = bad ? `${bad} of ${sheet.pairs} pairs do not read.` : `All ${sheet.pairs} pairs read.`;
    place.querySelector('[data-lines]').replaceChildren(...sheet.lines.map(line => item(line.text, line.ratio)));
    place.querySelector('[data-failing]').replaceChildren(...sheet.failing.map(text => item(text)));
    place.querySelector('[data-rows]').replaceChildren(...sheet.rows.map(pair));
  };

  const pair = row => {
    const line = document.createElement('tr');
    line.className = row.holds ? '' : 'fails';
    for (const [label, text] of [['Seen', row.seen], ['On', row.on], ['Has', row.ratio], ['Needs', row.needs]]) {
      const cell = line.insertCell();
      cell.dataset.label = label;
      cell.textContent = text;
    }
    return line;
  };

  const draft = async () => {
    const mine = ++newest;
    const body = new FormData(editor);
    try {
      const answer = await fetch(editor.dataset.live, { method: 'POST', body });
      if (!answer.ok || mine !== newest) return;
      const said = await answer.json();
      if (mine !== newest) return;
      tell(said.problems);
      if (!said.pages) return;
      pages = said.pages;
      badge = said.badge;
      said.proof.forEach(prove);
      frames.forEach(post);
    } catch { }
  };

  editor.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(draft, 80); });
  for (const well of $$('[data-well]')) {
    const field = document.getElementById(well.dataset.well);
    const show = () => {
      const hex = /#[0-9a-f]{6}/i.exec(field.value || field.placeholder);
      if (hex) well.value = hex[0];
      well.toggleAttribute('data-empty', !hex);
    };
    show();
    well.hidden = false;
    field.addEventListener('input', show);
    well.addEventListener('input', () => { field.value = well.value; show(); });
  }
  const turn = () => {
    for (const frame of frames) {
      const url = new URL(frame.src);
      url.searchParams.set('state', tool.state.value);
      if (tool.surface.value) url.searchParams.set('layer', '');
      else url.searchParams.delete('layer');
      frame.src = url.href;
    }
  };
  for (const name of ['state', 'surface']) tool[name].addEventListener('change', turn);
  for (const name of ['width', 'sight', 'rtl']) tool[name].addEventListener('change', () => { fit(); frames.forEach(post); });
  for (const frame of frames) frame.addEventListener('load', () => post(frame));
  addEventListener('resize', fit);
  $('[data-tools]').hidden = false;
  $('[data-live-note]').hidden = false;
  $('[data-stored-note]').hidden = true;
  fit();
  draft();
}
