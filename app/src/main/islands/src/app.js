import htmx from 'htmx.org';
import 'idiomorph/htmx';
import { startDrafts } from './drafts.js';
import { startKeys } from './keys.js';
import { startPicking } from './picking.js';
import { startSession } from './session.js';
import { startViewer } from './viewer.js';

// Nothing is evaluated, no style is injected, and no page with personal data is kept in the browser's history store.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.historyCacheSize = 0;
htmx.config.refreshOnHistoryMiss = true;
htmx.config.selfRequestsOnly = true;
// An answer that explains a refusal (403, 404, 409, 422) is shown where the officer looks.
htmx.config.responseHandling = [
  { code: '204', swap: false },
  { code: '[23]..', swap: true },
  { code: '4(03|04|09|22)', swap: true, error: false },
  { code: '[45]..', swap: false, error: true },
];

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

document.addEventListener('htmx:configRequest', (event) => {
  const token = meta('csrf-token');
  if (token && event.detail.verb !== 'get') event.detail.headers[meta('csrf-header')] = token;
});

// A page of an error belongs into the place of a page, not into the middle of one.
document.addEventListener('htmx:beforeSwap', (event) => {
  const { xhr, boosted, isError } = event.detail;
  if (xhr.status >= 400 && !boosted && !isError) event.detail.shouldSwap = false;
});

// The session ended or the network failed: say so in words, keep what was typed.
document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === 401) window.location.reload();
  else showFailure();
});
document.addEventListener('htmx:sendError', showFailure);

function showFailure() {
  const place = document.getElementById('connection-lost');
  if (place) {
    place.hidden = false;
    place.focus();
  }
}

function focusErrorSummary(root) {
  const summary = root.querySelector?.('[data-error-summary]');
  if (summary) summary.focus();
}

document.addEventListener('htmx:afterSettle', (event) => focusErrorSummary(event.detail.elt));

// A link of the error summary leads to the field, not to its label.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('[data-error-summary] a[href^="#"]');
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  (field.matches('input, select, textarea, button, [tabindex]') ? field : (field.querySelector('input, select, textarea, button') ?? field)).focus();
});

// A menu closes when the focus or a click goes elsewhere, and on Escape.
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const menu = document.querySelector('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// A form is sent once, however often one clicks.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.submitter?.formTarget === '_blank') return;
  if (event.defaultPrevented || form.method !== 'post' || form.matches('[hx-post]')) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
});
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-print]')) window.print();
});

document.addEventListener('DOMContentLoaded', () => {
  startKeys();
  startPicking();
  startDrafts();
  startViewer();
  startSession();
  focusErrorSummary(document);
});
