// The pages around the service's own: asks for news while it waits, tells the opener what came of it.
'use strict';
// Admin's preview waits for nothing and tells nobody.
if (document.body.dataset.preview === undefined) {
  const one = selector => document.querySelector(selector);
  // The server's row is the only truth: a window that looks closed may be at the service still.
  if (one('[data-poll]')) {
    const ask = async () => {
      try {
        const answer = await fetch(location.href, { headers: { accept: 'application/json' } });
        const news = answer.ok && await answer.json();
        if (news && news.location) { location.replace(news.location); return; }
      } catch { }
      setTimeout(ask, 1000);
    };
    setTimeout(ask, 500);
  }
  const result = one('[data-result]');
  if (result) {
    const success = result.dataset.result === 'success';
    const message = success
      ? { type: 'nango_oauth_callback_success' }
      : { type: 'nango_oauth_callback_error', payload: { message: result.dataset.reason, errorType: 'connection_validation_failed' } };
    const leave = () => window.close();
    const button = one('[data-close-window]');
    button.hidden = false;
    button.addEventListener('click', leave);
    addEventListener('message', event => {
      if (event.data && event.data.type === 'nango_oauth_callback_ack') leave();
    });
    if (window.opener) window.opener.postMessage(message, '*');
    try { new BroadcastChannel('nango-oauth-callback').postMessage(message); } catch { }
    if (success) setTimeout(leave, 500);
  }
  const form = one('[data-resubmit]');
  if (form) form.submit();
}
