// One submit at a time; the button says that it works; the summary of errors has the focus.
{
  const form = $('.form');
  const button = form && form.querySelector('.actions .button');
  const summary = $('[data-summary]');
  const card = $('.card[role=dialog]');
  if (summary) summary.focus();
  else if (card && page.preview === undefined) card.focus({ preventScroll: true });
  if (button && button.type === 'submit') {
    const status = form.querySelector('[data-status]');
    // A page that acts without input ignores the pointer for a moment: it may have been laid under a click.
    const calm = 'settle' in form.dataset ? performance.now() + 500 : 0;
    button.addEventListener('click', event => {
      if (event.detail && performance.now() < calm) event.preventDefault();
    });
    form.addEventListener('submit', event => {
      if (button.ariaDisabled) { event.preventDefault(); return; }
      for (const input of form.querySelectorAll('[data-shown]')) hideSecret(input);
      button.ariaDisabled = 'true';
      status.textContent = button.querySelector('.busy').textContent;
    });
    addEventListener('pageshow', event => {
      if (!event.persisted) return;
      button.ariaDisabled = null;
      status.textContent = '';
    });
  }
}
