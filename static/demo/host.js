// The demo's host application: lists what can be connected, opens Connect UI, shows what it reports.
import { openConnectFrame } from './connect-frame.js';

const element = (id) => document.getElementById(id);
const configuration = await (await fetch('/configuration')).json();
const names = new Map([...configuration.integrations, ...configuration.faults].map((one) => [one.key, one.name]));

function log(kind, text, detail = '') {
  const row = document.createElement('li');
  const parts = [['time', new Date().toLocaleTimeString()], ['strong', kind], ['span', text], ['code', detail]];
  for (const [tag, content] of parts) {
    if (!content) continue;
    const part = document.createElement(tag);
    part.textContent = content;
    row.append(part);
  }
  row.dataset.kind = kind;
  element('log').prepend(row);
  element('log-empty').hidden = true;
}

async function createSession(integration) {
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(integration ? { integration } : {}),
  });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.error);
  log('session', 'Our backend made a connect session', `until ${new Date(body.expires_at).toLocaleTimeString()}`);
  return body;
}

// What it says, and to whom it belongs for those who do not see the row.
function label(button, text, name) {
  button.textContent = text;
  button.setAttribute('aria-label', `${text}: ${name}`);
}

function markConnected(key, connectionId) {
  const row = document.querySelector(`[data-integration="${CSS.escape(key)}"]`);
  if (!row) return;
  row.classList.add('is-connected');
  row.querySelector('.state').textContent = 'Connected';
  label(row.querySelector('button'), 'Connect another', names.get(key));
  row.title = connectionId;
}

function hear(event) {
  const { type, payload } = event;
  if (type === 'ready') return log(type, 'Connect UI is there and asks for the token');
  if (type === 'close') return log(type, 'Connect UI was closed');
  if (type === 'error') return log(type, payload.errorMessage ?? 'Something failed', payload.errorType);
  if (type !== 'connect') return log(String(type), 'Another event');
  markConnected(payload.providerConfigKey, payload.connectionId);
  return log(type, `${names.get(payload.providerConfigKey) ?? payload.providerConfigKey} is connected`, payload.connectionId);
}

function connect(integration) {
  const token = createSession(integration).then((session) => session.token);
  const { close } = openConnectFrame({
    connectUI: configuration.connectUI,
    token,
    theme: element('theme').value,
    lang: element('language').value,
    onEvent: hear,
  });
  token.catch((error) => { close(); log('error', error.message); });
}

async function makeLink() {
  try {
    const { connect_link: address } = await createSession();
    const url = new URL(address);
    for (const [key, id] of [['theme', 'theme'], ['lang', 'language']]) {
      if (element(id).value) url.searchParams.set(key, element(id).value);
    }
    element('link').href = url.href;
    element('link').hidden = false;
    element('link').focus();
  } catch (error) {
    log('error', error.message);
  }
}

function integrationRow({ key, name, purpose }) {
  const row = element('integration').content.firstElementChild.cloneNode(true);
  row.dataset.integration = key;
  row.querySelector('.plate').textContent = name[0];
  row.querySelector('h2').textContent = name;
  row.querySelector('.purpose').textContent = purpose;
  const button = row.querySelector('button');
  label(button, 'Connect', name);
  button.addEventListener('click', () => connect(key));
  return row;
}

element('integrations').append(...configuration.integrations.map(integrationRow));
element('faults').append(...configuration.faults.map(integrationRow));
element('trouble').hidden = configuration.faults.length === 0;
element('connect').addEventListener('click', () => connect());
element('make-link').addEventListener('click', makeLink);
document.documentElement.dataset.ready = 'yes';
