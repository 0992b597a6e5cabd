// What the page tells the window that embeds it. Only the pinned origin hears it.
'use strict';
const page = document.body.dataset;
const framed = window.parent !== window;
const $ = selector => document.querySelector(selector);
const $$ = selector => document.querySelectorAll(selector);
// Before an origin is pinned only `close` is ever sent, which holds no data.
const tell = message => {
  const target = page.parentOrigin || (message.type === 'close' && '*');
  if (framed && target) window.parent.postMessage(message, target);
};
if (page.event === 'connect') {
  const payload = { providerConfigKey: page.providerConfigKey, connectionId: page.connectionId };
  if (page.isPending === 'true') payload.isPending = true;
  if (page.exchangeCode) payload.exchangeCode = page.exchangeCode;
  tell({ type: 'connect', payload });
  // Ours: the same connection was there before.
  if (page.again !== undefined) tell({ type: 'reconnect', payload });
} else if (page.event === 'disconnect') {
  tell({ type: 'disconnect', payload: { providerConfigKey: page.providerConfigKey, connectionId: page.connectionId } });
} else if (page.event === 'error') {
  tell({ type: 'error', payload: { errorType: page.errorType, errorMessage: page.errorMessage } });
}
