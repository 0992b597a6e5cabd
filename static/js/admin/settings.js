// The settings page: native colour wells, the proof of what is typed, and the live preview.
const settings = $('[data-settings]');
if (settings) {
  const frame = $('.preview-frame');
  const modes = ['light', 'dark'];
  const field = Object.fromEntries(modes.map(mode => [mode, document.getElementById(mode)]));
  const well = Object.fromEntries(modes.map(mode => [mode, document.getElementById(mode + '-well')]));
  // The last colour of each mode that was accepted: the preview never shows half a theme.
  const good = Object.fromEntries(modes.map(mode => [mode, well[mode].value]));
  let shownMode = settings.elements.default_theme.value;
  let newest = 0;
  let timer = 0;

  const post = () => frame.contentWindow.postMessage({
    type: 'settings_changed',
    payload: {
      theme: { light: { primary: good.light }, dark: { primary: good.dark } },
      defaultTheme: shownMode,
      showWatermark: settings.elements.show_watermark.checked,
      // Beyond the protocol's four: only our own preview reads it.
      appName: settings.elements.app_name.value.trim() || settings.dataset.publicHost,
    },
  }, location.origin);

  const tell = (mode, judged) => {
    const problem = document.getElementById(mode + '-problem');
    problem.hidden = !judged.problem;
    problem.querySelector('span').textContent = judged.problem || '';
    field[mode].closest('.field').classList.toggle('wrong', !!judged.problem);
    if (judged.problem) field[mode].setAttribute('aria-invalid', 'true');
    else field[mode].removeAttribute('aria-invalid');
    document.getElementById(mode + '-proof').replaceChildren(...judged.lines.map(line => {
      const item = document.createElement('li');
      const ratio = document.createElement('span');
      ratio.textContent = line.ratio;
      item.append(line.text + ' ', ratio);
      return item;
    }));
    if (judged.shown) well[mode].value = good[mode] = judged.shown;
  };

  const draft = async () => {
    const mine = ++newest;
    const query = new URLSearchParams(modes.map(mode => [mode, field[mode].value]));
    try {
      const answer = await fetch('connect-ui/proof?' + query);
      if (!answer.ok || mine !== newest) return;
      const judged = await answer.json();
      if (mine !== newest) return;
      for (const mode of modes) tell(mode, judged[mode]);
    } catch { }
    post();
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(draft, 60); };

  const press = mode => {
    shownMode = mode;
    for (const button of $$('[data-mode-of-preview]')) button.ariaPressed = button.dataset.modeOfPreview === mode;
  };
  for (const mode of modes) {
    well[mode].hidden = false;
    field[mode].addEventListener('input', () => { press(mode); soon(); });
    well[mode].addEventListener('input', () => { field[mode].value = well[mode].value; press(mode); soon(); });
  }
  settings.elements.show_watermark.addEventListener('change', post);
  settings.elements.app_name.addEventListener('input', post);
  for (const radio of settings.elements.default_theme) {
    radio.addEventListener('change', () => { press(radio.value); post(); });
  }
  for (const button of $$('[data-mode-of-preview]')) {
    button.addEventListener('click', () => { press(button.dataset.modeOfPreview); post(); });
  }
  $('[data-preview-modes]').hidden = false;
  $('[data-live]').hidden = false;
  $('[data-stored]').hidden = true;
  press(shownMode);
  frame.addEventListener('load', post);
  post();
}
