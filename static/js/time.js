// Five minutes before the end of the page's time a notice stands up, whose button moves the end.
{
  const notice = $('[data-ends-in]');
  if (notice) {
    const button = notice.querySelector('button');
    const status = notice.querySelector('[role=status]');
    const words = status.textContent;
    const wait = seconds => setTimeout(() => {
      status.textContent = words;
      button.hidden = false;
      notice.hidden = false;
    }, Math.max(0, seconds - 300) * 1000);
    notice.addEventListener('submit', async event => {
      event.preventDefault();
      event.stopPropagation();
      button.hidden = true;
      let answer;
      try { answer = await fetch(notice.action, { method: 'POST', headers: { accept: 'application/json' } }); } catch { }
      status.textContent = answer && answer.ok ? notice.dataset.extended : notice.dataset.failed;
      if (answer && answer.ok) {
        setTimeout(() => { notice.hidden = true; }, 8000);
        wait(1800);
      }
    });
    wait(+notice.dataset.endsIn);
  }
}
