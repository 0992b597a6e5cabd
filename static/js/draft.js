// What is typed and is no secret is kept on the server while somebody types, and when the page is left.
{
  const form = $('form[data-draft]');
  if (form && page.preview === undefined) {
    let timer;
    const gather = () => {
      clearTimeout(timer);
      timer = 0;
      const typed = new URLSearchParams();
      for (const input of form.elements) {
        // A secret that is shown just now is a secret all the same.
        const frame = input.closest('.frame');
        if (frame && !frame.querySelector('.reveal') && /^(text|select-one)$/.test(input.type)) typed.append(input.name, input.value);
      }
      return typed;
    };
    const send = () => navigator.sendBeacon(form.dataset.draft, gather());
    // Another language is the same page anew: what was typed a moment ago must be there before it is drawn.
    document.addEventListener('click', event => {
      const link = timer && event.target.closest('.languages a');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      fetch(form.dataset.draft, { method: 'POST', body: gather() }).finally(() => location.assign(link.href));
    });
    form.addEventListener('input', event => {
      if (event.target.type === 'password') return;
      clearTimeout(timer);
      timer = setTimeout(send, 1500);
    });
    form.addEventListener('submit', () => { clearTimeout(timer); timer = 0; });
    addEventListener('pagehide', () => timer && send());
  }
}
