// What is typed and is no secret is kept on the server while somebody types, and when the page is left.
{
  const form = $('form[data-draft]');
  if (form && page.preview === undefined) {
    let timer;
    const send = () => {
      clearTimeout(timer);
      timer = 0;
      const typed = new URLSearchParams();
      for (const input of form.elements) {
        // A secret that is shown just now is a secret all the same.
        const frame = input.closest('.frame');
        if (frame && !frame.querySelector('.reveal') && /^(text|select-one)$/.test(input.type)) typed.append(input.name, input.value);
      }
      navigator.sendBeacon(form.dataset.draft, typed);
    };
    form.addEventListener('input', event => {
      if (event.target.type === 'password') return;
      clearTimeout(timer);
      timer = setTimeout(send, 1500);
    });
    form.addEventListener('submit', () => { clearTimeout(timer); timer = 0; });
    addEventListener('pagehide', () => timer && send());
  }
}
