// Waits for the session's token from the parent window, pins its origin, and moves on.
(() => {
const p = parent, f = document.forms.token, o = f.dataset.origins.split(' ');
const ok = x => x !== 'null' && o.some(a => a === x || a.endsWith(':*') && (x === a.slice(0, -2) ||
x.startsWith(a.slice(0, -1)) && /^\d+$/.test(x.slice(a.length - 1))));
const show = id => { document.getElementById('wait').hidden = true; document.getElementById(id).hidden = false; };
if (p === window) return show('bare');
let sent = 0, n = 0;
const ready = () => {
if (sent) return;
if (n++ > 50) return show('unopened');
p.postMessage({ type: 'ready' }, '*');
setTimeout(ready, 200);
};
addEventListener('message', e => {
const t = e.source === p && ok(e.origin) && e.data && e.data.type === 'session_token' && e.data.sessionToken;
if (sent || typeof t !== 'string' || !t || t.length > 512) return;
sent = 1;
f.elements.session_token.value = t;
f.elements.parent_origin.value = e.origin;
f.submit();
});
ready();
})();
