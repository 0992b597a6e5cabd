// Closing: button, Escape, a click outside; with a question when something was typed.
{
  const question = $('#leave');
  let typed = !!$('[data-summary]');
  let sending = false;
  const close = () => {
    if (page.closeUrl) fetch(page.closeUrl, { method: 'POST', keepalive: true }).catch(() => {});
    tell({ type: 'close' });
  };
  const ask = () => {
    if (!$('[data-close]') || page.preview !== undefined) return;
    if (!question || !typed || sending) close();
    else if (!question.open) question.showModal();
  };
  addEventListener('input', event => { if (event.target.closest('.form')) typed = true; });
  addEventListener('submit', () => { sending = true; });
  addEventListener('pageshow', () => { sending = false; });
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.isComposing && !(question && question.open)) ask();
  });
  let outside = false;
  addEventListener('pointerdown', event => { outside = event.button === 0 && !event.target.closest('.card, dialog'); });
  addEventListener('click', event => {
    const back = document.documentElement.dataset.surface === 'overlay';
    if (event.target.closest('[data-close]') || (outside && back && !event.target.closest('.card, dialog'))) ask();
  });
  if (question) question.addEventListener('close', () => {
    if (question.returnValue === 'leave') close();
    question.returnValue = '';
  });
}
