// Opens Connect UI over the page, by the protocol that its published frontend SDK speaks. In an application of your
// own, `nango.openConnectUI(…)` of that SDK does this.

function frameAddress({ connectUI, theme, lang }) {
  const address = new URL(connectUI);
  address.searchParams.set('apiURL', address.origin);
  address.searchParams.set('detectClosedAuthWindow', 'true');
  if (lang) address.searchParams.set('lang', lang);
  if (theme) address.searchParams.set('theme', theme);
  return address;
}

function fullScreenFrame(address) {
  const frame = document.createElement('iframe');
  frame.id = 'connect-ui';
  frame.title = 'Connect an account';
  frame.allow = 'clipboard-write';
  frame.src = address.href;
  return frame;
}

// `options`: connectUI (its address), token (a promise of the session token), theme, lang, onEvent.
export function openConnectFrame(options) {
  const address = frameAddress(options);
  const frame = fullScreenFrame(address);
  const before = document.activeElement;

  function close() {
    removeEventListener('message', hear);
    frame.remove();
    document.documentElement.classList.remove('has-connect-ui');
    before?.focus();
  }

  async function sendToken() {
    const sessionToken = await options.token;
    frame.contentWindow?.postMessage({ type: 'session_token', sessionToken }, address.origin);
  }

  function hear(message) {
    if (message.origin !== address.origin || message.source !== frame.contentWindow) return;
    options.onEvent(message.data);
    if (message.data.type === 'ready') sendToken().catch(close);
    if (message.data.type === 'close') close();
  }

  addEventListener('message', hear);
  document.documentElement.classList.add('has-connect-ui');
  document.body.append(frame);
  frame.focus();
  return { close };
}
