// Before a session ends that nobody used for long, whoever still reads may keep it. Tabs tell each other when one of them was used.
const WARNING = 5 * 60_000;
const KEY = 'lienthong.used';

export function startSession() {
  const dialog = document.getElementById('session-ends');
  const limit = Number(document.querySelector('meta[name="idle-limit"]')?.content) * 1000;
  if (!dialog || !limit) return;
  const warning = Math.min(WARNING, limit / 2);
  let over = false;

  const used = () => {
    try {
      return Number(localStorage.getItem(KEY)) || loaded;
    } catch {
      return loaded;
    }
  };
  const use = () => {
    loaded = Date.now();
    try {
      localStorage.setItem(KEY, String(loaded));
    } catch {
      // Without a store each tab counts for itself.
    }
  };
  let loaded = Date.now();
  const part = (name) => dialog.querySelectorAll(`[data-session-${name}]`);

  const end = () => {
    over = true;
    for (const name of ['before', 'stay']) for (const each of part(name)) each.hidden = true;
    for (const name of ['over', 'again']) for (const each of part(name)) each.hidden = false;
    if (!dialog.open) dialog.showModal();
  };
  const look = () => {
    if (over) return;
    const left = used() + limit - Date.now();
    if (left <= 0) end();
    else if (left <= warning) {
      for (const each of part('left')) {
        const minutes = String(Math.ceil(left / 60_000));
        if (each.textContent !== minutes) each.textContent = minutes;
      }
      if (!dialog.open && !dialog.dataset.closed) dialog.showModal();
    } else {
      delete dialog.dataset.closed;
      if (dialog.open) dialog.close();
    }
  };

  dialog.addEventListener('close', () => (dialog.dataset.closed = 'yes'));
  dialog.querySelector('[data-session-stay]').addEventListener('click', async () => {
    try {
      const answer = await fetch('/session', { credentials: 'same-origin', redirect: 'manual' });
      if (answer.status !== 204) return end();
      use();
      dialog.close();
      delete dialog.dataset.closed;
    } catch {
      // No network: the time runs on, and another click tries again.
    }
  });
  document.addEventListener('htmx:afterRequest', (event) => event.detail.successful && use());
  document.addEventListener('draft:kept', use);
  use();
  setInterval(look, Math.min(15_000, warning / 4));
  document.addEventListener('visibilitychange', look);
}
