import { Form } from '@bpmn-io/form-js-viewer';
import flatpickr from 'flatpickr';
import { Vietnamese } from 'flatpickr/dist/l10n/vn.js';
import { NativeSelectModule } from './form-select.js';
import { translator } from './form-texts.js';

// <form method="post" data-island="form">
//   <script type="application/json">{"schema": …, "data": …, "problems": [{"field": "deceased.diedAt", "message": "…"}], "readOnly": false}</script>
//   <div class="form-root"></div>
//   <input type="hidden" name="data">      prefilled by the server, so that an ordinary step completes without script too
//   <button name="outcome" value="accept">…</button>
// The schema comes in the reader's language; only form-js's own sentences are translated here.
// A button with data-unchecked sends without asking the form (a step can be refused with an incomplete form).
const language = () => (document.documentElement.lang === 'en' ? 'en' : 'vi');

// Fields of a group are read together: the group has a name and says so.
function nameGroups(root) {
  for (const group of root.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist')) {
    const label = group.querySelector(':scope > .fjs-form-field-label');
    if (!label || group.hasAttribute('role')) continue;
    label.id ||= `${group.querySelector('input')?.name || Math.random().toString(36).slice(2)}-group`;
    group.setAttribute('role', group.classList.contains('fjs-form-field-radio') ? 'radiogroup' : 'group');
    group.setAttribute('aria-labelledby', label.id);
  }
}

function instances(form) {
  const fields = form.get('formFieldRegistry');
  return form
    .get('formFieldInstanceRegistry')
    .getAllKeyed()
    .map((instance) => ({ ...instance, field: fields.get(instance.id), path: (instance.valuePath ?? []).join('.') }));
}

const inputOf = (root, id) => root.querySelector(`[id*="-${CSS.escape(id)}"]:is(input, select, textarea), .fjs-element [id*="-${CSS.escape(id)}"] :is(input, select, textarea)`);

// What the server refused stands at its field until the field changes, and in the summary with a link to it.
function showProblems(form, problems) {
  const known = instances(form);
  const refused = new Map();
  for (const problem of problems) {
    const path = problem.field.replace(/^data\./, '');
    const owner = known.find((candidate) => candidate.path === path) ?? known.find((candidate) => candidate.path.startsWith(`${path}.`));
    if (owner) refused.set(owner.id, [...(refused.get(owner.id) ?? []), problem.message]);
  }
  const validator = form.get('validator');
  const own = validator.validateFieldInstance.bind(validator);
  const values = new Map();
  validator.validateFieldInstance = (instance, value) => {
    const errors = own(instance, value);
    const messages = refused.get(instance.id);
    if (!messages) return errors;
    const now = JSON.stringify(value);
    if (!values.has(instance.id)) values.set(instance.id, now);
    return values.get(instance.id) === now ? [...errors, ...messages] : errors;
  };
  form._setState({ errors: Object.fromEntries(refused) });
  // Sent again: what was refused may be right now, because another field changed.
  return () => refused.clear();
}

// A link of the page's error summary names the path of a value; that name is given to the field.
function nameFields(root, form) {
  for (const { id, path } of instances(form)) {
    const field = inputOf(root, id)?.closest('.fjs-form-field') ?? root.querySelector(`[id*="-${CSS.escape(id)}"]`)?.closest('.fjs-form-field');
    if (field && !field.id) field.id = `data.${path}`;
  }
}

function summarise(host, form, errors) {
  const root = host.querySelector('.form-root');
  host.querySelector('[data-island-summary]')?.remove();
  const lines = Object.entries(errors).flatMap(([id, messages]) => {
    const field = form.get('formFieldRegistry').get(id);
    return [messages].flat(Infinity).flatMap((m) => (typeof m === 'string' ? [m] : Object.values(m).flat(Infinity))).map((message) => ({ id, field, message }));
  });
  if (!lines.length) return;
  const box = document.createElement('div');
  box.className = 'error-summary';
  box.tabIndex = -1;
  box.setAttribute('role', 'alert');
  box.dataset.islandSummary = '';
  const title = document.createElement('h2');
  title.textContent = host.dataset.textErrors ?? '';
  const ul = document.createElement('ul');
  for (const line of lines) {
    const link = document.createElement('a');
    link.href = '#';
    link.textContent = [line.field?.label ?? line.field?.dateLabel, line.message].filter(Boolean).join(': ');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      inputOf(root, line.id)?.focus();
    });
    const li = document.createElement('li');
    li.append(link);
    ul.append(li);
  }
  box.append(title, ul);
  root.before(box);
  box.focus();
}

async function show(host) {
  const given = JSON.parse(host.querySelector('script[type="application/json"]').textContent);
  const root = host.querySelector('.form-root');
  const store = host.querySelector('input[name="data"]');
  const lang = language();
  if (lang === 'vi') flatpickr.localize(Vietnamese);

  const form = new Form({
    container: root,
    additionalModules: [{ translate: ['value', translator(lang)] }, NativeSelectModule],
  });
  await form.importSchema(given.schema, given.data ?? {});
  if (given.readOnly) form.setProperty('readOnly', true);
  new MutationObserver(() => nameGroups(root)).observe(root, { childList: true, subtree: true });
  nameGroups(root);
  const forgetProblems = given.problems?.length ? showProblems(form, given.problems) : () => {};
  requestAnimationFrame(() => nameFields(root, form));

  // form-js brings a <form> of its own inside the page's; Enter in a field must not send a form that nobody sees.
  root.addEventListener('submit', (event) => {
    event.preventDefault();
    event.stopPropagation();
  });

  // Data that the schema does not show is the server's own and not sent back.
  const keep = () => {
    store.value = JSON.stringify(form._getSubmitData());
  };
  form.on('changed', () => {
    if (given.readOnly) return;
    keep();
    host.dispatchEvent(new CustomEvent('island:changed', { bubbles: true }));
  });
  host.addEventListener('submit', (event) => {
    if (given.readOnly) return;
    keep();
    if (event.submitter?.hasAttribute('data-unchecked')) return;
    forgetProblems();
    const errors = form.validate();
    if (Object.keys(errors).length) {
      event.preventDefault();
      summarise(host, form, errors);
    }
  });
  host.islandForm = form;
  host.dataset.ready = 'yes';
}

function start() {
  for (const host of document.querySelectorAll('[data-island="form"]:not([data-started])')) {
    host.dataset.started = 'yes';
    show(host).catch((failure) => {
      console.error(failure);
      host.dataset.failed = 'yes';
    });
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
document.addEventListener('htmx:afterSettle', start);
