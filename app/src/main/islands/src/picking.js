// Rows picked for a bulk action: a box a row, a box for all, a bar that counts. Without script the boxes still post.
export function startPicking() {
  document.addEventListener('change', (event) => {
    const list = event.target.closest?.('[data-picking]');
    if (!list) return;
    if (event.target.matches('[data-pick-all]')) {
      for (const box of list.querySelectorAll('[data-pick]')) box.checked = event.target.checked;
    }
    count(list);
  });
  document.addEventListener('htmx:afterSettle', () => document.querySelectorAll('[data-picking]').forEach(count));
  document.querySelectorAll('[data-picking]').forEach(count);
}

function count(list) {
  const boxes = [...list.querySelectorAll('[data-pick]')];
  const picked = boxes.filter((box) => box.checked);
  const all = list.querySelector('[data-pick-all]');
  if (all) {
    all.checked = boxes.length > 0 && picked.length === boxes.length;
    all.indeterminate = picked.length > 0 && picked.length < boxes.length;
  }
  for (const box of boxes) box.closest('[data-row]')?.setAttribute('aria-selected', String(box.checked));
  // The bar appears with the first row that is picked; without script it is always there.
  for (const bar of list.querySelectorAll('[data-picked-bar]')) bar.hidden = picked.length === 0;
  for (const place of list.querySelectorAll('[data-picked-count]')) place.textContent = String(picked.length);
}
