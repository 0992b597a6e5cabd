// Secrets that can be shown, and values that can be copied.
function hideSecret(input) {
  input.type = 'password';
  delete input.dataset.shown;
}
for (const button of $$('.reveal[aria-controls]')) {
  const input = document.getElementById(button.getAttribute('aria-controls'));
  button.hidden = false;
  button.addEventListener('click', () => {
    const show = input.type === 'password';
    if (show) { input.type = 'text'; input.dataset.shown = ''; } else hideSecret(input);
    button.textContent = show ? button.dataset.hide : button.dataset.show;
    button.ariaLabel = show ? button.dataset.hideLabel : button.dataset.showLabel;
  });
}
for (const button of $$('[data-copy]')) {
  const input = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener('click', async () => {
    input.select();
    try { await navigator.clipboard.writeText(input.value); } catch { document.execCommand('copy'); }
    button.textContent = button.dataset.copied;
  });
}
