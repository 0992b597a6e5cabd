// Closing: button, Escape, a click outside; with a question when something was typed.
{
  const question = $('#leave');
  // What differs from the page as it came; after an error all that was typed is in the page.
  const changed = one => one.options
    ? one.selectedIndex !== Math.max(0, [...one.options].findIndex(option => option.defaultSelected))
    : one.value !== one.defaultValue;
  const typed = () => !!$('[data-summary]') || [...$$('.form .input')].some(changed);
  const close = () => {
    if (page.closeUrl) fetch(page.closeUrl, { method: 'POST', keepalive: true }).catch(() => {});
    tell({ type: 'close' });
  };
  const ask = () => {
    if (!$('[data-close]') || page.preview !== undefined) return;
    if (!question || !typed()) close();
    else if (!question.open) question.showModal();
  };
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.isComposing || (question && question.open)) return;
    // In a search field Escape clears the search first.
    if (event.target.type === 'search' && event.target.value) return;
    // Else the same key press would close the question that it opens.
    event.preventDefault();
    ask();
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
