// The admin's live preview: a draft's tokens come from the server's own theme module; the newest answer wins.
if (page.preview !== undefined && framed) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  // Where the app is named: in the bar, and in the sentence that says to whom the account is connected.
  const bar = $('.bar-title');
  const named = [bar, ...$$('.who strong')].filter(one => one.textContent === bar.textContent);
  let newest = 0;
  addEventListener('submit', event => event.preventDefault(), true);
  addEventListener('message', async event => {
    const trusted = event.origin === location.origin || event.origin === page.parentOrigin;
    const message = event.data;
    if (event.source !== window.parent || !trusted || !message || message.type !== 'settings_changed') return;
    const draft = message.payload || {};
    const theme = draft.theme || {};
    const query = new URLSearchParams({ mode: draft.defaultTheme || 'system' });
    for (const mode of ['light', 'dark']) if (theme[mode]) query.set(mode, theme[mode].primary);
    const mine = ++newest;
    if (draft.appName) for (const one of named) one.textContent = draft.appName;
    for (const badge of $$('[data-badge]')) badge.hidden = draft.showWatermark === false;
    try {
      const answer = await fetch('/ui/preview/theme?' + query);
      if (!answer.ok || mine !== newest) return;
      const css = await answer.text();
      if (mine !== newest) return;
      document.documentElement.dataset.mode = query.get('mode');
      sheet.replaceSync(css);
    } catch { }
  });
}
