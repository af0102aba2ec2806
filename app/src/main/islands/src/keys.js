// j / k move along the rows, Enter opens, "/" searches, "?" lists the keys. Nothing fires inside a field, nothing with a
// modifier, and all of it can be switched off (WCAG 2.1.4).
import { turnOver } from './viewer.js';

const STORE = 'lienthong.keys';

const off = () => {
  try {
    return localStorage.getItem(STORE) === 'off';
  } catch {
    return false;
  }
};

const typing = (element) => element?.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], .fjs-container, dialog');

const openers = () => [...document.querySelectorAll('[data-row] [data-open]')].filter((link) => link.offsetParent !== null);

function move(step) {
  const links = openers();
  if (!links.length) return false;
  const at = links.findIndex((link) => link.closest('[data-row]').contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step));
  links[next].focus();
  links[next].scrollIntoView({ block: 'nearest' });
  return true;
}

function pick() {
  const box = document.activeElement?.closest('[data-row]')?.querySelector('input[data-pick]');
  box?.click();
  return Boolean(box);
}

function follow(selector) {
  const link = document.querySelector(selector);
  link?.click();
  return Boolean(link);
}

const actions = {
  j: () => move(1),
  k: () => move(-1),
  x: pick,
  n: () => follow('[data-next]'),
  '[': () => turnOver(-1),
  ']': () => turnOver(1),
  '/': () => {
    const field = document.querySelector('[data-find]') ?? document.getElementById('find');
    field?.focus();
    field?.select();
    return Boolean(field);
  },
  '?': () => {
    const dialog = document.getElementById('keys');
    dialog?.showModal();
    return Boolean(dialog);
  },
};

export function startKeys() {
  const dialog = document.getElementById('keys');
  const box = dialog?.querySelector('[data-keys-on]');
  const show = () => document.documentElement.toggleAttribute('data-keys-off', off());
  if (box) {
    box.checked = !off();
    box.addEventListener('change', () => {
      try {
        localStorage.setItem(STORE, box.checked ? 'on' : 'off');
      } catch {
        // Storage is refused: the keys stay as they are.
      }
      show();
    });
  }
  show();
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-show-keys]')) dialog?.showModal();
  });
  document.addEventListener('keydown', (event) => {
    if (off() || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || typing(event.target)) return;
    if (actions[event.key]?.()) event.preventDefault();
  });
}
