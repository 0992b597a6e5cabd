// The admin's live preview: a draft's tokens come from the server's own theme module; the newest answer wins.
if (page.preview !== undefined && framed) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  // Where the app is named: in the bar, and in the sentence that says to whom the account is connected.
  const bar = $('.bar-title');
  const named = [bar, ...$$('.who strong')].filter(one => one.textContent === bar.textContent);
  let newest = 0;
  // System colours in place of the theme's: near to what a device with forced colours shows.
  const plain = '*,::before,::after{color:CanvasText!important;background-color:Canvas!important;border-color:ButtonBorder!important;box-shadow:none!important}' +
    'a{color:LinkText!important}.button,.button *{color:ButtonText!important;background-color:ButtonFace!important}:root{color-scheme:light dark!important}';
  const wear = ({ page: worn, mode, appName, rtl, forced }) => {
    document.documentElement.dir = rtl ? 'rtl' : 'ltr';
    document.documentElement.dataset.mode = mode;
    if (appName) for (const one of named) if (!one.querySelector('img')) one.textContent = appName;
    if (worn) {
      for (const badge of $$('[data-badge]')) badge.hidden = !worn.badge;
      for (const rows of $$('[data-rows]')) rows.classList.toggle('tiles', worn.tiles);
      logo(worn.logo, appName);
      // What was stored must not show through where the draft takes something back.
      document.styleSheets[1].disabled = true;
    }
    sheet.replaceSync((worn ? worn.css : '') + (forced ? plain : ''));
  };
  const logo = (url, name) => {
    const image = bar.querySelector('img');
    if (!url) { if (image) bar.replaceChildren(name); return; }
    if (image && image.getAttribute('src') === url) return;
    const picture = document.createElement('span');
    picture.className = 'brand';
    const fresh = new Image();
    fresh.src = url;
    fresh.alt = name;
    picture.append(fresh);
    bar.replaceChildren(picture);
  };
  addEventListener('submit', event => event.preventDefault(), true);
  addEventListener('message', async event => {
    const trusted = event.origin === location.origin || event.origin === page.parentOrigin;
    const message = event.data;
    if (event.source !== window.parent || !trusted || !message) return;
    if (message.type === 'theme_draft' && event.origin === location.origin) wear(message);
    if (message.type !== 'settings_changed') return;
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
