// Secrets that can be shown, and values that can be copied.
function show(button, shown) {
  document.getElementById(button.getAttribute('aria-controls')).type = shown ? 'text' : 'password';
  button.textContent = shown ? button.dataset.hide : button.dataset.show;
  button.ariaLabel = shown ? button.dataset.hideLabel : button.dataset.showLabel;
  button.shown = shown;
}
for (const button of $$('.reveal[aria-controls]')) {
  button.hidden = false;
  button.addEventListener('click', () => show(button, !button.shown));
}
for (const button of $$('[data-copy]')) {
  const input = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener('click', async () => {
    input.select();
    let copied = true;
    try { await navigator.clipboard.writeText(input.value); } catch { copied = document.execCommand('copy'); }
    if (copied) button.textContent = button.dataset.copied;
  });
}
