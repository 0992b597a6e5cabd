// One submit at a time; the button says that it works; the summary of errors has the focus.
{
  // A window of its own leaves for the service; the frame waits for what comes of it.
  const wait = opener => { if (opener.dataset.waiting) setTimeout(() => location.assign(opener.dataset.waiting), 300); };
  for (const opener of $$('form.stack[data-waiting]')) opener.addEventListener('submit', () => wait(opener));
  const form = $('form.form');
  const button = form && form.querySelector('.actions .button');
  const summary = $('[data-summary]');
  const card = $('.card[role=dialog]');
  if (summary) summary.focus();
  else if (card && page.preview === undefined) card.focus({ preventScroll: true });
  if (button && button.type === 'submit') {
    const status = form.querySelector('[data-status]');
    form.addEventListener('submit', event => {
      if (button.ariaDisabled) { event.preventDefault(); return; }
      for (const reveal of $$('.reveal[aria-controls]')) show(reveal, false);
      button.ariaDisabled = 'true';
      status.textContent = button.querySelector('.busy').textContent;
      wait(form);
    });
    addEventListener('pageshow', event => {
      if (!event.persisted) return;
      button.ariaDisabled = null;
      status.textContent = '';
    });
  }
}
