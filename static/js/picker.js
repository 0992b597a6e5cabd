// Type to filter, arrows to move. The server's search does the same without a script.
{
  const list = $('[data-rows]');
  const search = $('.search input');
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (list) {
    const rows = [...list.children];
    const links = () => rows.filter(row => !row.hidden).map(row => row.firstElementChild);
    // After a search on the server only its results are here; then the server goes on.
    if (search && !search.defaultValue) {
      const found = $('[data-count]');
      search.addEventListener('input', () => {
        const wanted = plain(search.value.trim());
        for (const row of rows) row.hidden = !plain(row.textContent).includes(wanted);
        const count = links().length;
        $('[data-nothing]').hidden = count > 0 || !rows.length;
        found.textContent = count || found.dataset.count;
      });
      search.form.addEventListener('submit', event => {
        const left = links();
        if (left.length === 1) { event.preventDefault(); left[0].click(); }
      });
    }
    addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const left = links();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        const next = left.indexOf(document.activeElement) + step;
        const target = left[next] || (next < 0 && search) || null;
        if (target) { event.preventDefault(); target.focus(); }
      } else if (search && event.key.length === 1 && event.key !== ' ' && document.activeElement !== search) {
        search.focus();
      }
    });
  }
}
